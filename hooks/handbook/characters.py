"""Characters that do not belong in a handbook, by class, and where they stand. Tables and text alone: no files here."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from handbook.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.library import Document
    from handbook.source import Source

BIDIRECTIONAL = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
INVISIBLE = (
    "\x01-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2028\u2029"
    "\u2060-\u2065\u206a-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Controls, format characters, fillers and variation selectors."""
LOST = "\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff\U000f0000-\U0010ffff"
"""What a failed conversion leaves, and private characters that each font draws in its own way."""
COMPATIBILITY = "\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f"
"""Radicals and second codes of Chinese characters, as copied from PDF files."""
ODD_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"

ALIEN_LETTER = "АВЕЅІЈКМНОРСТУХҮԚԜаԁеһіјорԛѕсԝуүхѵӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϲϳօսո"
_LATIN = "ABESIJKMHOPCTYXYQWadehijopqscwyyxvlABEZHIKMNOPTYXocjoun"
"""Cyrillic, Greek and Armenian letters, and what each looks like."""
LATIN_FORM = "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u212a\U0001d400-\U0001d7ff"
"""Full-width and mathematical forms of Latin letters and digits."""
LOOKALIKE = ALIEN_LETTER + LATIN_FORM + "ɑɡı"
"""Letters that a reader takes for plain Latin ones."""

_UNUSUAL = BIDIRECTIONAL + INVISIBLE + LOST + COMPATIBILITY + ODD_SPACE + LOOKALIKE
_UNUSUAL_CHARACTER = re.compile(f"[{_UNUSUAL}]")
_ABOVE = "[\U00010000-\U0010ffff]"
_ABOVE_BASIC_PLANE = re.compile(_ABOVE)
_IN_BASIC_PLANE = re.compile(f"[{re.sub(f'{_ABOVE}-{_ABOVE}', '', _UNUSUAL)}]")
"""The same within the basic plane: a class without ranges above it is a table, and takes a fifth of the time."""

_PLAIN = str.maketrans(ALIEN_LETTER + "ɑɡı", _LATIN + "agi")
_RADICALS = str.maketrans(
    "⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺳⺴⺶⺹⺺⺻⺼⺾⺿⻀⻁"
    "⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
    "厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒㓁冗羊耂肀聿肉艹艹艹虎"
    "衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
)
"""Unicode's EquivalentUnifiedIdeograph for the supplementary radicals, which have no compatibility mapping."""


def unusual(text: str) -> frozenset[str]:
    """Those characters of a text that belong to any of the classes."""
    above = filter(_UNUSUAL_CHARACTER.match, _ABOVE_BASIC_PLANE.findall(text))
    return frozenset((*_IN_BASIC_PLANE.findall(text), *above))


def described(character: str) -> str:
    """`U+200B ZERO WIDTH SPACE`."""
    nameless = {"Cc": "control character", "Co": "private character"}.get(unicodedata.category(character), "unassigned")
    return f"U+{ord(character):04X} {unicodedata.name(character, nameless)}"


def ordinary(character: str) -> str:
    """The Chinese character that a radical or a compatibility character stands for; itself where it is one."""
    return unicodedata.normalize("NFKC", character).translate(_RADICALS)


def plain(text: str) -> str:
    """The text with look-alike letters replaced by the Latin ones."""
    return "".join(_plain(character) for character in text)


def _plain(character: str) -> str:
    form = unicodedata.normalize("NFKC", character.translate(_PLAIN))
    return form if form.isascii() else character


def holds(source: Source, pattern: re.Pattern[str]) -> bool:
    """Whether a file holds a character that the pattern, a class of those above, takes."""
    return any(map(pattern.match, source.unusual))


def matches(source: Source, pattern: re.Pattern[str], text: str | None = None) -> Iterator[tuple[Span, re.Match[str]]]:
    """Where a pattern that keeps within one line matches in a file, or in `text`, the same with parts blanked."""
    for number, line in enumerate((source.data.decode() if text is None else text).split("\n"), 1):
        for match in pattern.finditer(line):
            yield Span(source.path, number, match.start() + 1, number, match.end() + 1), match


def without_code(document: Document) -> str:
    """The text of a file with code and comments replaced by as many spaces, so that lines and columns stay."""
    data, parts, position = document.source.data, list[str](), 0
    for piece in sorted(document.body.code, key=lambda piece: piece.start):
        if piece.start >= position:
            parts.append(data[position : piece.start].decode())
            parts.append(re.sub(r"[^\n]", " ", data[piece.start : piece.end].decode()))
            position = piece.end
    return "".join(parts) + data[position:].decode()
