"""The full text: which pages have a pair of characters or a stem in their text, stored like the index of names.

Names and text are never ranked in one list: a mention would push a name down.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import filterfalse, pairwise
from operator import add
from typing import TYPE_CHECKING

from handbook.search.analyzer import is_latin
from handbook.search.postings import Part, posting, stored
from handbook.search.stems import stem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from handbook.search.analyzer import Analyzer
    from handbook.search.postings import Having
    from handbook.search.texts import Section

OFTEN = 3
"""From so many occurrences on, a page speaks of a thing."""
MOST_ENTRIES = 200


def lines(pages: Mapping[int, Sequence[Section]], analyzer: Analyzer) -> list[tuple[str, str]]:
    """`pages` maps the number of an entry to its text. Headings count as names, what occurs often as questions."""
    having: Having = defaultdict(list)
    for number, sections in pages.items():
        named, often, once = (posting(number, part) for part in (Part.NAMES, Part.ASKS, Part.MATTER))
        headings = _counted(analyzer, "\n".join(section.heading for section in sections))
        for key in headings:
            having[key].append(named)
        for key, count in _counted(analyzer, "\n".join(section.text for section in sections)).items():
            if key not in headings:
                having[key].append(often if count >= OFTEN else once)
    return sorted((key, stored(numbers, MOST_ENTRIES)) for key, numbers in having.items())


def _counted(analyzer: Analyzer, text: str) -> Mapping[str, int]:
    """How often pairs of neighbours occur, of Han characters and of stems, and single stems; no question words."""
    tokens = analyzer.tokens(text)
    runs = " ".join(filterfalse(is_latin, tokens))
    stems = [each for each in map(stem, filter(is_latin, tokens)) if not analyzer.is_stop(each)]
    pairs = Counter(map(add, runs, runs[1:]))
    counts = Counter({pair: count for pair, count in pairs.items() if " " not in pair})
    counts.update(stems)
    counts.update(map(" ".join, pairwise(stems)))
    return counts
