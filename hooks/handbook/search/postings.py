"""The index in memory: from each key to the entries that have it.

Two kinds of keys share one sorted space. `=name` leads to entries by a whole name, its pinyin or initials. `+key` leads
to entries that have a pair of characters, a stem or a group in a short name (`T`), in a longer one (`N`), in a question
(`A`), in their matter (`M`), or, skipping one character, in a name (`S`). A line is a key, a tab and its postings:

    =gundonglv<TAB>1bY0 2cY1    entry, role of the name, number of the name in its entry; numbers in base 36
    +滚动<TAB>N1b,1 A2,5 #3g    distances between entries; `#` counts them where not all are stored
"""

from __future__ import annotations

import re
from collections import defaultdict
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from handbook.search import pinyin
from handbook.search.analyzer import GROUP, skips
from handbook.search.entries import Role

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from handbook.search.analyzer import Analysis, Analyzer
    from handbook.search.entries import Entry

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
_WORD = re.compile(r"\+([a-z]{3,})\t")
"""The line of a Latin stem. A shorter one is not looked up by slips of the finger."""
_GROUP = re.compile(rf"\+{GROUP}([0-9]+)\t")

BITS = 24
_ENTRY = (1 << BITS) - 1

_SPELT = {Role.TITLE, Role.ALIAS, Role.ABBREVIATION, Role.SLANG, Role.PART, Role.FOREIGN}
_ASKED = {Role.ASK, Role.OBJECTION, Role.HEARD}
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Having:
    """Which entries have a key. Most keys are had by one entry alone, so a posting alone gets no list."""

    def __init__(self) -> None:
        self._postings: dict[str, int | list[int]] = {}

    def add(self, entry: int, part: Part, keys: Iterable[str]) -> None:
        """That an entry has these keys in this part of it, and none of them in another part."""
        here = posting(entry, part)
        postings = self._postings
        for key in keys:
            found = postings.get(key)
            if found is None:
                postings[key] = here
            elif isinstance(found, list):
                found.append(here)
            else:
                postings[key] = [found, here]

    def lines(self, most: int) -> list[str]:
        """Each key with its postings, in order of key; of a key with more than `most` the weightiest."""
        return sorted(
            f"{key}\t{stored(found, most) if isinstance(found, list) else _alone(found)}"
            for key, found in self._postings.items()
        )


def posting(entry: int, part: Part) -> int:
    """That an entry has a key in a part of it, as one number, in the order in which postings are stored."""
    return (part << BITS) + entry


@lru_cache(maxsize=65_536)
def base36(value: int) -> str:
    out = _DIGITS[value % 36]
    while value := value // 36:
        out = _DIGITS[value % 36] + out
    return out


def lines(entries: Sequence[Entry], analyzer: Analyzer) -> list[str]:
    """Each key with its postings, in order of key."""
    named: dict[str, dict[str, None]] = defaultdict(dict)
    having = Having()
    for number, entry in enumerate(entries):
        names = list(enumerate(entry.names))
        asked = {index: analyzer.keys(name.text) for index, name in names if name.role in _ASKED}
        read = {index: analyzer.analyze(name.text) for index, name in names if _size(asked.get(index, ())) <= 1}
        for key, hit in _by_name(number, entry, read, analyzer):
            named[key].setdefault(hit)
        for part, keys in _parts_of(entry, read, asked, analyzer).items():
            having.add(number, part, keys)
    found = [f"{KEY}{line}" for line in having.lines(MOST_ENTRIES)]
    found += sorted(f"{NAME}{key}\t{' '.join(postings)}" for key, postings in named.items())
    return found


def _by_name(number: int, entry: Entry, read: Mapping[int, Analysis], analyzer: Analyzer) -> Iterator[tuple[str, str]]:
    """The forms that lead to an entry as a whole, each with its posting; `read` holds names by their number.

    What is asked or said is found by its keys, unless it has but one, which others may have as well.
    """
    here = base36(number)
    for index, analysis in read.items():
        role, place = entry.names[index].role, base36(index)
        for key in {analysis.form: None, analysis.core: None, analysis.canonical: None}:
            if 0 < len(key) <= MOST_FORM:
                yield key, f"{here}{role}{place}"
        if role in _SPELT:
            for key in pinyin.spellings(analysis.tokens):
                yield key, f"{here}{Role.PINYIN}{place}"
            if key := pinyin.initials(analysis.tokens):
                yield key, f"{here}{Role.INITIALS}{place}"
    for citation in entry.citations:
        analysis = analyzer.analyze(citation)
        for key in {analysis.form: None, analysis.canonical: None}:
            yield key, f"{here}{Role.CITATION}0"


def _parts_of(
    entry: Entry, read: Mapping[int, Analysis], asked: Mapping[int, Collection[str]], analyzer: Analyzer
) -> Mapping[Part, set[str]]:
    """The keys of each part of an entry, each key in the best part that has it."""
    found: dict[Part, set[str]] = {part: set() for part in Part}
    found[Part.ASKS].update(*asked.values())
    for name in [analysis for index, analysis in read.items() if index not in asked]:
        part = Part.SHORT_NAMES if _size(name.keys) <= MOST_OF_SHORT else Part.NAMES
        found[part].update(name.keys)
        found[Part.SKIPS].update(skips(name.tokens))
    found[Part.MATTER].update(analyzer.keys("\n".join((*entry.matter, entry.summary))))
    better: set[str] = set()
    for keys in found.values():
        keys.difference_update(better)
        better.update(keys)
    return found


def _size(keys: Collection[str]) -> int:
    """How many pairs of characters and stems these are."""
    return len({key for key in keys if not key.startswith(GROUP)})


def vocabulary(lines: Iterable[str]) -> list[str]:
    """The Latin stems among the keys, for words with a slip of the finger."""
    return [match[1] for match in map(_WORD.match, lines) if match]


def groups(lines: Iterable[str]) -> set[int]:
    """The numbers of the groups among the keys."""
    return {int(match[1]) for match in map(_GROUP.match, lines) if match}


@lru_cache(maxsize=65_536)
def _alone(number: int) -> str:
    return f"{MARKS[number >> BITS]}{base36(number & _ENTRY)}"


def stored(postings: Iterable[int], most: int = MOST_ENTRIES) -> str:
    """The postings of a line."""
    ordered = sorted(postings)
    out = ""
    part, before = -1, 0
    for each in ordered[:most]:
        if each >> BITS == part:
            out += f",{base36(each - before)}"
        else:
            part = each >> BITS
            out += f" {MARKS[part]}{base36(each & _ENTRY)}"
        before = each
    if len(ordered) > most:
        out += f" #{base36(len(ordered))}"
    return out[1:]
