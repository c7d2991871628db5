import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from handbook.characters import INVISIBLE, described, holds, matches
from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB011",
    name="invisible-character",
    finds=Text(
        "看不见的字符：零宽空格、软连字符、文中的BOM、控制字符等。",
        "A character that cannot be seen: zero-width space, soft hyphen, stray BOM, control and the like.",
    ),
    why=Text(
        "搜索找不到这个词，引用和占位符失效，复制的命令运行出错。",
        "Search misses the word, references and placeholders fail, and copied commands do not run.",
    ),
    wrong="""还款(U+200B)计划""",
    right="""还款计划""",
)

_RUN = re.compile(f"[{INVISIBLE}]+")
_JOINER = "\u200d"
_PRESENTATION = ("\ufe0e", "\ufe0f")


def check(library: Library, today: date) -> Iterator[Finding]:
    for source in library.sources():
        if not holds(source, _RUN):
            continue
        for span, match in matches(source, _RUN):
            if not _is_part_of_a_symbol(match):
                what = ", ".join(map(described, dict.fromkeys(match[0])))
                yield RULE.at(
                    span,
                    Text(f"看不见的字符{what}", f"invisible character {what}"),
                    Text("删去它", "delete it"),
                )


def _is_part_of_a_symbol(match: re.Match[str]) -> bool:
    """Whether the run makes one symbol of those around it, as in an emoji of a family or a digit on a key."""
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    if match[0] in _PRESENTATION:
        return _is_symbol(before) or before in tuple("0123456789#*")
    if match[0] in (_JOINER, *(form + _JOINER for form in _PRESENTATION)):
        return _is_symbol(before) and _is_symbol(after)
    return False


def _is_symbol(character: str) -> bool:
    return bool(character) and unicodedata.category(character) in ("So", "Sk", "Sm")
