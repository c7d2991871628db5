"""The full text: which pages have a pair of characters or a stem in their text, stored like the index of names.

Names and text are never ranked in one list: a mention would push a name down. Texts are most of what search reads, so
what is done for each of their words is left to built-in functions.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from handbook.search.analyzer import PAIR, WORD
from handbook.search.postings import Having, Part
from handbook.search.stems import stem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from handbook.search.analyzer import Analyzer
    from handbook.search.texts import Section

OFTEN = 3
"""From so many occurrences on, a page speaks of a thing."""
MOST_ENTRIES = 200


def lines(pages: Mapping[int, Sequence[Section]], analyzer: Analyzer) -> list[str]:
    """`pages` maps the number of an entry to its text. Headings count as names, what occurs often as questions."""
    having, stems = Having(), _Stems(analyzer)
    for number, sections in pages.items():
        counts = _counted(analyzer, stems, "\n".join([section.text for section in sections]))
        headings = _counted(analyzer, stems, "\n".join([section.heading for section in sections]))
        for key in headings:
            counts.pop(key, None)
        often = [key for key, count in counts.items() if count >= OFTEN]
        for key in often:
            counts.pop(key)
        having.add(number, Part.NAMES, headings)
        having.add(number, Part.ASKS, often)
        having.add(number, Part.MATTER, counts)
    return having.lines(MOST_ENTRIES)


class _Stems(dict[str, str]):
    """Each Latin word to its stem; empty for words of no weight."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer

    def __missing__(self, word: str) -> str:
        found = stem(word)
        self[word] = "" if self._analyzer.is_stop(found) else found
        return self[word]


def _counted(analyzer: Analyzer, stems: Mapping[str, str], text: str) -> Counter[str]:
    """How often pairs of neighbours occur, of Han characters and of stems, and single stems; no question words."""
    folded = analyzer.fold(text)
    own = list(filter(None, map(stems.__getitem__, WORD.findall(folded))))
    return Counter(chain(PAIR.findall(folded), own, map(" ".join, pairwise(own))))
