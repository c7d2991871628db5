from collections.abc import Iterable, Iterator
from datetime import date

from handbook.anchors import anchors_of
from handbook.diagnostics import Finding, Rule, Span
from handbook.front_matter import KeyPath
from handbook.library import Library
from handbook.model.wording import Grounded, Wording, spellings
from handbook.references import parse
from handbook.running_text import han
from handbook.suggest import did_you_mean
from handbook.text import SOURCE, Language, Text
from handbook.wording import fold, phrases_of

RULE = Rule(
    code="HB804",
    name="wording-dictionary",
    finds=Text(
        "措辞表的条目依据不存在、id或措辞重复、措辞不是所写的语言，或建议的说法本身不该说。",
        "An entry of the wording dictionary whose basis does not exist, whose id or phrase is there twice, "
        "whose phrase is not in its language, or whose suggestion is itself not to be said.",
    ),
    why=Text(
        "措辞表管着每一条话术，它自己先要站得住。",
        "The dictionary rules over every script, so it has to be sound itself.",
    ),
    wrong="""basis: reg:cn-pipl#art-250""",
    right="""basis: reg:cn-pipl#art-25""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    wording = library.wording.entries
    lists: dict[str, tuple[Grounded, ...]] = {
        "banned": wording.banned,
        "discouraged": wording.discouraged,
        "must_say": wording.must_say,
    }
    entries = [((name, number), entry) for name, listed in lists.items() for number, entry in enumerate(listed)]
    yield from _repeated_ids(library, entries)
    for path, entry in entries:
        yield from _unknown_basis(library, entry, library.wording.front.span((*path, "basis")))
    phrased = [(path, entry) for path, entry in entries if isinstance(entry, Wording)]
    yield from _repeated_phrases(library, phrased)
    yield from _strange_phrases(library, phrased)
    yield from _bad_suggestions(library, phrased)


def _repeated_ids(library: Library, entries: Iterable[tuple[KeyPath, Grounded]]) -> Iterator[Finding]:
    taken: dict[str, int] = {}
    for path, entry in entries:
        span = library.wording.front.span((*path, "id"))
        first = taken.setdefault(entry.id, span.line)
        if first != span.line:
            yield RULE.at(
                span,
                Text(f"id“{entry.id}”重复，第{first}行已有", f"id '{entry.id}' is taken by line {first}"),
                Text("另起一个id", "choose another id"),
            )


def _unknown_basis(library: Library, entry: Grounded, span: Span) -> Iterator[Finding]:
    target = parse(entry.basis)
    if target is None:
        return
    entity = library.find(target)
    if entity is None:
        nearby = did_you_mean(target.id, [each.id for each in library.of_kind(target.kind)])
        yield RULE.at(span, Text(f"没有法规“{target.id}”", f"unknown regulation '{target.id}'"), nearby)
    elif target.anchor not in (anchors := anchors_of(entity, SOURCE)):
        yield RULE.at(
            span,
            Text(
                f"“{entity.reference}”没有锚点“{target.anchor}”", f"no anchor '{target.anchor}' in '{entity.reference}'"
            ),
            did_you_mean(target.anchor or "", anchors),
        )


def _repeated_phrases(library: Library, entries: Iterable[tuple[KeyPath, Wording]]) -> Iterator[Finding]:
    taken: dict[str, tuple[str, Span]] = {}
    for path, entry in entries:
        for number, phrase in enumerate(entry.phrases):
            span = library.wording.front.span((*path, "phrases", number))
            for folded in filter(None, map(fold, spellings(phrase))):
                id_, first = taken.setdefault(folded, (entry.id, span))
                if first != span:
                    yield RULE.at(
                        span,
                        Text(
                            f"措辞“{phrase}”重复，第{first.line}行的“{id_}”已有",
                            f"phrase '{phrase}' stands already in '{id_}' on line {first.line}",
                        ),
                        Text("删去其中一个", "remove one of them"),
                    )
                    break


def _strange_phrases(library: Library, entries: Iterable[tuple[KeyPath, Wording]]) -> Iterator[Finding]:
    for path, entry in entries:
        for field, phrases in (("phrases", entry.phrases), ("not_in", entry.not_in)):
            for number, phrase in enumerate(phrases):
                span = library.wording.front.span((*path, field, number))
                if not all(_is_in(entry.language, spelling) for spelling in spellings(phrase)):
                    yield RULE.at(
                        span,
                        Text(
                            f"措辞“{phrase}”不是language写的语言（{entry.language}）",
                            f"phrase '{phrase}' is not in the entry's language ({entry.language})",
                        ),
                        Text("改措辞，或改language", "change the phrase or 'language'"),
                    )


def _is_in(language: Language, phrase: str) -> bool:
    if language is Language.ZH:
        return han(phrase) > 0
    return han(phrase) == 0 and any(map(str.isalnum, phrase))


def _bad_suggestions(library: Library, entries: Iterable[tuple[KeyPath, Wording]]) -> Iterator[Finding]:
    phrases = phrases_of(library)
    for path, entry in entries:
        for hit in phrases.find(entry.instead or ""):
            said = (entry.instead or "")[hit.start : hit.end]
            yield RULE.at(
                library.wording.front.span((*path, "instead")),
                Text(
                    f"建议的说法里有“{said}”，那是“{hit.entry.id}”的措辞",
                    f"the suggestion holds '{said}', a phrase of '{hit.entry.id}'",
                ),
                Text("换一个说法", "suggest something else"),
            )
