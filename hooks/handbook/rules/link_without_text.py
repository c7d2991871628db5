from collections.abc import Iterator
from datetime import date
from functools import cache, partial

from handbook.anchors import anchors_of
from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.phrases import title_of
from handbook.references import WEB_SCHEMES, parse
from handbook.text import Language, Text
from handbook.written_links import written_links

RULE = Rule(
    code="HB247",
    name="link-without-text",
    finds=Text(
        "链接没有文字，目标又没有可以打印的标题。",
        "A link without text whose target has no title to print.",
    ),
    why=Text("读者看不到链接，读屏软件念不出来。", "Readers do not see it, and screen readers have nothing to say."),
    wrong="""见[](#formula)""",
    right="""见[怎么算](#formula)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    is_untitled = cache(partial(_is_untitled, library))
    for document in library.documents:
        for link, place in written_links(document):
            if not link.image and not link.label.strip() and is_untitled(document.language, link.target):
                yield RULE.at(
                    place(),
                    Text(f"到“{link.target}”的链接没有文字", f"the link to '{link.target}' has no text"),
                    Text("在方括号里写上文字", "write the text between the square brackets"),
                )


def _is_untitled(library: Library, language: Language, link: str) -> bool:
    """Whether nothing would be printed; what does not exist at all is the matter of other rules."""
    target = parse(link)
    if target is None:
        return ":" not in link or link.split(":", 1)[0] in WEB_SCHEMES
    entity = library.find(target)
    if entity is None or (target.fact is not None and library.fact(target) is None):
        return False
    if target.anchor is not None and target.anchor not in anchors_of(entity, language):
        return False
    return not (title_of(library, target, language) or "").strip()
