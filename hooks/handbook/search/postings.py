"""The index in memory: from each key to the entries that have it.

Two kinds of keys share one sorted space. `=name` leads to entries by a whole name, its pinyin or initials. `+key` leads
to entries that have a pair of characters, a stem or a group in a short name (`T`), in a longer one (`N`), in a question
(`A`), in their matter (`M`), or, skipping one character, in a name (`S`). A line is a key, a tab and its postings:

    =gundonglv<TAB>1bY0 2cY1    entry, role of the name, number of the name in its entry; numbers in base 36
    +滚动<TAB>N1b,1 A2,5 #3g    distances between entries; `#` counts them where not all are stored
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from enum import IntEnum
from functools import lru_cache
from operator import sub
from typing import TYPE_CHECKING

from handbook.search import pinyin
from handbook.search.analyzer import GROUP, skips
from handbook.search.entries import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from handbook.search.analyzer import Analysis, Analyzer
    from handbook.search.entries import Entry, Name

NAME, KEY = "=", "+"


class Part(IntEnum):
    """Which part of an entry has a key, the weightiest first."""

    SHORT_NAMES = 0
    NAMES = 1
    ASKS = 2
    MATTER = 3
    SKIPS = 4


MARKS = "TNAMS"
"""How each part is marked in a line."""
MOST_OF_SHORT = 4
"""Keys of a name up to which it is short: each of them says more of it."""
MOST_ENTRIES = 1000
"""Of more entries that share a key only so many are stored, names first: such a key tells little."""
MOST_FORM = 60
"""Longer names are found by their parts."""
LEAST_WORD = 3
"""A shorter Latin word is not looked up by slips of the finger."""

BITS = 24
_ENTRY = (1 << BITS) - 1

_SPELT = {Role.TITLE, Role.ALIAS, Role.ABBREVIATION, Role.SLANG, Role.PART, Role.FOREIGN}
_ASKED = {Role.ASK, Role.OBJECTION, Role.HEARD}
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Having:
    """Which entries have a key. Most keys are had by one entry alone; they get no list."""

    def __init__(self) -> None:
        self._one: dict[str, int] = {}
        self._more: dict[str, list[int]] = {}

    def add(self, entry: int, parts: Mapping[str, Part]) -> None:
        """That an entry has these keys, each in this part of it."""
        postings = [posting(entry, part) for part in Part]
        one, more = self._one, self._more
        for key, part in parts.items():
            if key in more:
                more[key].append(postings[part])
            elif key in one:
                more[key] = [one.pop(key), postings[part]]
            else:
                one[key] = postings[part]

    def lines(self, most: int) -> list[tuple[str, str]]:
        """Each key with its postings, in order of key; of a key with more than `most` the weightiest."""
        found = [(key, _alone(number)) for key, number in self._one.items()]
        found += ((key, stored(numbers, most)) for key, numbers in self._more.items())
        return sorted(found)


def posting(entry: int, part: Part) -> int:
    """That an entry has a key in a part of it, as one number, in the order in which postings are stored."""
    return (part << BITS) + entry


@lru_cache(maxsize=65_536)
def base36(value: int) -> str:
    out = _DIGITS[value % 36]
    while value := value // 36:
        out = _DIGITS[value % 36] + out
    return out


def lines(entries: Sequence[Entry], analyzer: Analyzer) -> list[tuple[str, str]]:
    """Each key with its postings, in order of key."""
    named: dict[str, dict[str, None]] = defaultdict(dict)
    having = Having()
    for number, entry in enumerate(entries):
        read = [(name, analyzer.analyze(name.text)) for name in entry.names]
        for key, hit in _by_name(number, entry, read, analyzer):
            named[key].setdefault(hit)
        having.add(number, _parts_of(entry, read, analyzer))
    found = [(f"{KEY}{key}", postings) for key, postings in having.lines(MOST_ENTRIES)]
    found += sorted((f"{NAME}{key}", " ".join(postings)) for key, postings in named.items())
    return found


def _by_name(
    number: int, entry: Entry, read: Iterable[tuple[Name, Analysis]], analyzer: Analyzer
) -> Iterator[tuple[str, str]]:
    """The forms that lead to an entry as a whole, each with its posting.

    What is asked or said is found by its keys, unless it has but one, which others may have as well.
    """
    here = base36(number)
    for index, (name, analysis) in enumerate(read):
        if name.role in _ASKED and _size(analysis) > 1:
            continue
        place = base36(index)
        for key in {analysis.form: None, analysis.core: None, analysis.canonical: None}:
            if 0 < len(key) <= MOST_FORM:
                yield key, f"{here}{name.role}{place}"
        if name.role in _SPELT:
            for key in pinyin.spellings(analysis.tokens):
                yield key, f"{here}{Role.PINYIN}{place}"
            if key := pinyin.initials(analysis.tokens):
                yield key, f"{here}{Role.INITIALS}{place}"
    for citation in entry.citations:
        analysis = analyzer.analyze(citation)
        for key in {analysis.form: None, analysis.canonical: None}:
            yield key, f"{here}{Role.CITATION}0"


def _parts_of(entry: Entry, read: Iterable[tuple[Name, Analysis]], analyzer: Analyzer) -> Mapping[str, Part]:
    """Each key of an entry with the best part of it that has the key."""
    found: dict[Part, dict[str, Part]] = {part: {} for part in Part}
    for name, analysis in read:
        part = Part.ASKS if name.role in _ASKED else _part_of(analysis)
        found[part] |= dict.fromkeys(analysis.keys, part)
        if part is not Part.ASKS:
            found[Part.SKIPS] |= dict.fromkeys(skips(analysis.tokens), Part.SKIPS)
    found[Part.MATTER] |= dict.fromkeys(analyzer.keys("\n".join((*entry.matter, entry.summary))), Part.MATTER)
    return {key: part for part in reversed(Part) for key in found[part]}


def _part_of(name: Analysis) -> Part:
    return Part.SHORT_NAMES if _size(name) <= MOST_OF_SHORT else Part.NAMES


def _size(name: Analysis) -> int:
    """How many pairs of characters and stems a name has."""
    return sum(not key.startswith(GROUP) for key in name.keys)


def vocabulary(lines: Iterable[tuple[str, str]]) -> list[str]:
    """The Latin stems among the keys, for words with a slip of the finger."""
    stems = (key.removeprefix(KEY) for key, _ in lines if key.startswith(KEY))
    return [stem for stem in stems if stem.isascii() and stem.isalpha() and len(stem) >= LEAST_WORD]


@lru_cache(maxsize=65_536)
def _alone(number: int) -> str:
    return f"{MARKS[number >> BITS]}{base36(number & _ENTRY)}"


def stored(postings: Iterable[int], most: int = MOST_ENTRIES) -> str:
    """The line of a key, without the key."""
    ordered = sorted(postings)
    groups: list[str] = []
    start, end = 0, min(most, len(ordered))
    while start < end:
        first_of_part = ordered[start] & ~_ENTRY
        entries = ordered[start : bisect_left(ordered, first_of_part + (1 << BITS), start, end)]
        steps = map(sub, entries, (first_of_part, *entries))
        groups.append(MARKS[first_of_part >> BITS] + ",".join(map(base36, steps)))
        start += len(entries)
    if len(ordered) > most:
        groups.append(f"#{base36(len(ordered))}")
    return " ".join(groups)
