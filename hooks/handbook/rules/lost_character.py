import re
from collections.abc import Iterator
from datetime import date

from handbook.characters import LOST, described, holds, matches
from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB016",
    name="lost-character",
    finds=Text(
        "转码失败留下的替换符、“锟斤拷”，以及私用区字符。",
        "What a failed conversion leaves (U+FFFD and its garble), and private-use characters.",
    ),
    why=Text(
        "原来的字已经丢失；私用区字符在别人的电脑上是空框。",
        "The character that stood here is gone; a private one is an empty box on another computer.",
    ),
    wrong="""还款计(U+FFFD)""",
    right="""还款计划""",
)

_LOST = re.compile(f"[{LOST}]")
_GARBLE = "锟斤拷"
"""U+FFFD twice, as UTF-8, read as GBK."""
_LOST_OR_GARBLE = re.compile(f"[{LOST}]|(?:{_GARBLE})+")


def check(library: Library, today: date) -> Iterator[Finding]:
    for source in library.sources():
        if not holds(source, _LOST) and _GARBLE.encode() not in source.data:
            continue
        for span, match in matches(source, _LOST_OR_GARBLE):
            what = f"“{_GARBLE}”" if match[0].startswith(_GARBLE) else described(match[0])
            yield RULE.at(
                span,
                Text(f"这里的字已经丢失：{what}", f"the character here is lost: {what}"),
                Text("从原文补上", "put it back from the original text"),
            )
