"""How Chinese names are typed on a keyboard without an input method: `gundonglv`, `gundonglu`, `gdl`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache, lru_cache
from itertools import chain, filterfalse
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from pypinyin import Style, lazy_pinyin, pinyin_dict
from pypinyin.seg.mmseg import seg

from handbook.search.analyzer import is_latin

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

FILE = Path(__file__).parent.parent / "data/readings.yml"

_LEAST, _MOST = 2, 16
"""Syllables and words of a name that is worth typing so."""


@cache
def _own() -> tuple[re.Pattern[str], Mapping[str, Sequence[str]]]:
    """The words that this trade reads otherwise than the dictionary, and their syllables."""
    readings = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    longest_first = sorted(readings, key=len, reverse=True)
    return re.compile(f"({'|'.join(longest_first)})"), {word: spoken.split() for word, spoken in readings.items()}


@lru_cache(maxsize=65_536)
def syllables(han: str) -> tuple[str, ...]:
    """One syllable for each character of a run of Han characters, read by the words that it forms; ü is v."""
    words, own = _own()
    parts = (own.get(part) or chain.from_iterable(map(_read, seg.cut(part))) for part in words.split(han))
    return tuple(chain.from_iterable(parts))


@cache
def _read(word: str) -> tuple[str, ...]:
    """The syllables of a word of the dictionary. Characters that have no reading stand for themselves."""
    return tuple(lazy_pinyin(word, style=Style.NORMAL))


def spellings(tokens: Sequence[str]) -> list[str]:
    """The whole pinyin of a name, also with u for ü; none for a name without Han characters."""
    parts = [part for token in tokens for part in (syllables(token) if not is_latin(token) else (token,))]
    if all(map(is_latin, tokens)) or not _LEAST <= len(parts) <= _MOST:
        return []
    spelling = "".join(parts)
    other = "".join(part.replace("v", "u") if part[:2] in ("lv", "nv") else part for part in parts)
    return [spelling] if spelling == other else [spelling, other]


def initials(tokens: Sequence[str]) -> str:
    """The first letter of each syllable; Latin words stay whole, so that `M1首次` is `m1sc`. Empty as `spellings`."""
    parts = [part[0] for token in tokens if not is_latin(token) for part in syllables(token)]
    if not _LEAST <= len(parts) <= _MOST:
        return ""
    return "".join("".join(part[0] for part in syllables(token)) if not is_latin(token) else token for token in tokens)


def readings(names: Iterable[Sequence[str]]) -> dict[str, str]:
    """Syllable to the characters that are read so, for what was typed with a wrong character of the right sound.

    The characters of GB 2312, in the reading that they have in these names (tokens), else in their first one.
    """
    used: dict[str, Counter[str]] = defaultdict(Counter)
    for tokens in names:
        for token in filterfalse(is_latin, tokens):
            for character, syllable in zip(token, syllables(token), strict=True):
                used[character][syllable] += 1
    readings = {character: _read(character)[0] for character in _common() if character not in used}
    readings |= {character: counts.most_common(1)[0][0] for character, counts in used.items()}
    found: dict[str, list[str]] = defaultdict(list)
    for character in sorted(readings):
        found[readings[character]].append(character)
    return {syllable: "".join(found[syllable]) for syllable in sorted(found) if syllable.isascii()}


def _common() -> Mapping[str, None]:
    """The characters of the first level of GB 2312 that pypinyin can read."""
    rows = (bytes([row, cell]) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    characters = (code.decode("gb2312", "ignore") for code in rows)
    return {character: None for character in characters if character and ord(character) in pinyin_dict.pinyin_dict}
