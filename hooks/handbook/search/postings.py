"""The index in memory: from each key to the entries that have it.

Two kinds of keys share one sorted space. `=name` leads to entries by a whole name, its pinyin or initials; `+key` leads to
entries that have a pair of characters, a stem or a group in their names (`N`), questions (`A`), matter (`M`), or, skipping
one character, in their names (`S`). A line of the stored index is a key, a tab and its postings:

    =gundonglv<TAB>1bY0 2cY1      entry (base 36), role of the name, number of the name in its entry (base 36)
    +滚动<TAB>N1b,1 A2,5 #3g      distances between entry numbers (base 36); `#` how many there are where not all are stored
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from handbook.search import pinyin
from handbook.search.entries import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from handbook.search.analyzer import Analyzer
    from handbook.search.entries import Entry, Name

NAME, KEY = "=", "+"
NAMES, ASKS, MATTER, SKIPS = "NAMS"
MOST_ENTRIES = 400
"""Of more entries that share a key only so many are stored, those with it in their names first: such a key tells little."""
LEAST_WORD = 3
MOST_FORM = 60
"""Longer names are found by their parts."""
_SPELT = {Role.TITLE, Role.ALIAS, Role.ABBREVIATION, Role.SLANG, Role.PART, Role.FOREIGN}
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(value: int) -> str:
    out = _DIGITS[value % 36]
    while value := value // 36:
        out = _DIGITS[value % 36] + out
    return out


def lines(entries: Sequence[Entry], analyzer: Analyzer) -> list[tuple[str, str]]:
    """Each key with its postings, in the order of JavaScript's strings."""
    named: dict[str, dict[str, None]] = defaultdict(dict)
    having: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, entry in enumerate(entries):
        for key, posting in _by_name(number, entry, analyzer):
            named[key].setdefault(posting)
        for key, part in _parts_of(entry, analyzer).items():
            having[key][part].append(number)
    found = {f"{NAME}{key}": " ".join(postings) for key, postings in named.items()}
    found |= {f"{KEY}{key}": stored(parts) for key, parts in having.items()}
    return sorted(found.items(), key=lambda line: line[0].encode("utf-16-be"))


def _by_name(number: int, entry: Entry, analyzer: Analyzer) -> Iterator[tuple[str, str]]:
    """The forms that lead to an entry as a whole, each with its posting."""
    here = base36(number)
    for index, name in enumerate(entry.names):
        place = base36(index)
        for key in _forms(name, analyzer):
            yield key, f"{here}{name.role}{place}"
        if name.role in _SPELT:
            tokens = analyzer.tokens(name.text)
            for key in pinyin.spellings(tokens):
                yield key, f"{here}{Role.PINYIN}{place}"
            if key := pinyin.initials(tokens):
                yield key, f"{here}{Role.INITIALS}{place}"
    for citation in entry.citations:
        analysis = analyzer.analyze(citation)
        for key in dict.fromkeys((analysis.form, analysis.canonical)):
            yield key, f"{here}{Role.CITATION}0"


def _forms(name: Name, analyzer: Analyzer) -> Iterator[str]:
    analysis = analyzer.analyze(name.text)
    for key in dict.fromkeys((analysis.form, analysis.core, analysis.canonical)):
        if 0 < len(key) <= MOST_FORM:
            yield key


def _parts_of(entry: Entry, analyzer: Analyzer) -> Mapping[str, str]:
    """Each key of an entry with the best part of it that has the key."""
    found: dict[str, str] = {}
    names = [name.text for name in entry.names if name.role is not Role.ASK]
    for name in names:
        found |= dict.fromkeys(analyzer.skips(name), SKIPS)
    asks = (name.text for name in entry.names if name.role is Role.ASK)
    for part, texts in ((MATTER, (*entry.matter, entry.summary)), (ASKS, asks), (NAMES, names)):
        found |= dict.fromkeys(analyzer.keys("\n".join(texts)), part)
    return found


def vocabulary(lines: Iterable[tuple[str, str]]) -> list[str]:
    """The Latin stems among the keys, for words with a slip of the finger."""
    stems = (key.removeprefix(KEY) for key, _ in lines if key.startswith(KEY))
    return [stem for stem in stems if stem.isascii() and stem.isalpha() and len(stem) >= LEAST_WORD]


def stored(parts: Mapping[str, Sequence[int]], most: int = MOST_ENTRIES) -> str:
    """The postings of a key; `parts` maps `N`, `A`, `M` or `S` to entry numbers in order."""
    out, room = [], most
    for part in (NAMES, ASKS, MATTER, SKIPS):
        numbers = parts.get(part, ())[:room]
        room -= len(numbers)
        if numbers:
            out.append(part + ",".join(_distances(numbers)))
    total = sum(map(len, parts.values()))
    return " ".join([*out, f"#{base36(total)}"] if total > most else out)


def _distances(numbers: Iterable[int]) -> Iterator[str]:
    before = 0
    for number in numbers:
        yield base36(number - before)
        before = number
