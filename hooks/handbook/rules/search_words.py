from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Span
from handbook.library import Library
from handbook.references import parse
from handbook.suggest import did_you_mean
from handbook.text import Text

RULE = Rule(
    code="HB706",
    name="search-words",
    finds=Text(
        "floor-talk.yml里的页面不存在，或一种说法归了两页；search-words.yml的一组里，同一个词写了两次。",
        "A page in floor-talk.yml that does not exist, an expression of two pages, or a word that stands twice in a "
        "group of search-words.yml.",
    ),
    why=Text(
        "归到两页的说法，搜索不知道该开哪一页；写错的页名，等于没写。",
        "Search cannot tell which page an expression of two pages means, and what stands with a wrong page is lost.",
    ),
    wrong="""term:rol-rate: {zh: [往后滚]}""",
    right="""term:roll-rate: {zh: [往后滚]}""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    yield from _unknown_pages(library)
    yield from _expressions_of_two_pages(library)
    yield from _repeated_words(library)


def _unknown_pages(library: Library) -> Iterator[Finding]:
    talk = library.floor_talk
    for page in talk.entries.root:
        target = parse(page)
        if target and (library.find(target) is None or target.anchor or target.fact):
            ids = [each.id for each in library.of_kind(target.kind)]
            yield RULE.at(
                talk.front.keys[(page,)],
                Text(f"没有页面“{page}”", f"no page '{page}'"),
                did_you_mean(target.id, ids),
            )


def _expressions_of_two_pages(library: Library) -> Iterator[Finding]:
    talk = library.floor_talk
    first: dict[tuple[str, str], tuple[str, Span]] = {}
    for page, by_language in talk.entries.root.items():
        for language, said in by_language.items():
            for number, expression in enumerate(said):
                span = talk.front.span((page, language, number))
                other, there = first.setdefault((language, expression.casefold()), (page, span))
                if there != span:
                    yield RULE.at(
                        span,
                        Text(
                            f"“{expression}”第{there.line}行已归“{other}”",
                            f"'{expression}' stands already with '{other}' on line {there.line}",
                        ),
                        Text("只留给答得最直接的那一页", "leave it to the page that answers it most directly"),
                    )


def _repeated_words(library: Library) -> Iterator[Finding]:
    words = library.search_words
    for group, same in enumerate(words.entries.same):
        seen: set[str] = set()
        for number, word in enumerate(same):
            if word.casefold() in seen:
                yield RULE.at(
                    words.front.span(("same", group, number)),
                    Text(f"“{word}”在这一组里写了两次", f"'{word}' stands twice in this group"),
                    Text("只保留一个", "keep one of them"),
                )
            seen.add(word.casefold())
