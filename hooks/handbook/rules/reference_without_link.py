import re
from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.references import SCHEMES
from handbook.running_text import paragraphs
from handbook.text import Text

RULE = Rule(
    code="HB251",
    name="reference-without-link",
    finds=Text(
        "正文里写了引用，却没有成为链接：少了方括号，括号是全角的，或者中间隔了空格。",
        "A reference in the text that became no link: without brackets, in full-width ones, or with a space between.",
    ),
    why=Text(
        "读者看到的是一串编号，点不开；引用图里也没有它。",
        "The reader sees an id that leads nowhere, and nothing knows that the page refers to it.",
    ),
    wrong="""见[滚动率]（term:roll-rate）""",
    right="""见[滚动率](term:roll-rate)""",
)

_REFERENCE = rf"(?:{'|'.join(SCHEMES)})[:：][a-z0-9][a-z0-9/#-]*"
_WRITTEN = re.compile(rf"(?<![\w/:.-]){_REFERENCE}", re.ASCII)
_BEFORE = "|".join(rf"(?<={scheme}{{colon}})(?<!\]\({scheme}{{colon}})" for scheme in SCHEMES)
_PERHAPS = [re.compile(rf"{colon}(?:{_BEFORE.format(colon=colon)})[a-z0-9]".encode()) for colon in ":："]
"""The same in bytes, from the colon on: what begins with one character is found many times faster."""


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        if not any(each.search(document.source.data, document.front.body) for each in _PERHAPS):
            continue
        links = {link.start for link in document.body.links}
        for paragraph in paragraphs(document.source.data, document.body):
            for match in _WRITTEN.finditer(paragraph.text):
                piece = paragraph.piece(*match.span())
                if piece.start - len("<") not in links:
                    reference = match[0].replace("：", ":")
                    yield RULE.at(
                        document.span(piece),
                        Text(f"“{match[0]}”没有成为链接", f"'{match[0]}' is not a link"),
                        Text(
                            f"写[文字]({reference})，用半角括号，中间不空格；只给人看写法，放在反引号里",
                            f"write [words]({reference}) without a space between; to show how it is written, "
                            "put it between backticks",
                        ),
                    )
