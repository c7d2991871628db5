from collections.abc import Iterator
from datetime import date

from handbook.body import Link
from handbook.correspondence import Item, pairs, surplus
from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Document, Library
from handbook.text import TRANSLATION, Text

RULE = Rule(
    code="HB409",
    name="images-differ",
    finds=Text(
        "图片在另一种语言的文件里没有对应的。", "An image that has no counterpart in the file of the other language."
    ),
    why=Text("译文的读者看不到这张图。", "Readers of the translation would not see it."),
    wrong="""（英文文件没有图）   zh: ![流程](flow.svg)""",
    right="""![The process](flow.svg)，或译过的flow.en.svg""",
    severity=Severity.WARNING,
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for source, translation in pairs(library):
        mine, theirs = _images(source), _images(translation)
        for here, some, there, others in ((source, mine, translation, theirs), (translation, theirs, source, mine)):
            for target, piece in surplus(here, some, there, others):
                yield RULE.at(
                    here.span(piece),
                    Text(
                        f"图片“{target}”在{there.path}中没有对应的",
                        f"image '{target}' has no counterpart in {there.path}",
                    ),
                    Text(
                        "两种语言的文件放同样的图，图可以有译本",
                        "show the same images in both files; an image may be translated",
                    ),
                )


def _images(document: Document) -> list[Item[Link]]:
    """By file; `flow.en.svg` is the translation of `flow.svg`."""
    ending = f".{TRANSLATION}."
    return [(link.target.replace(ending, "."), link) for link in document.body.links if link.image]
