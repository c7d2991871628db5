"""The full text: which pages have a pair of characters or a stem in their text, stored like the index of names.

Names and text are never ranked in one list: a mention would push a name down.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from handbook.search.postings import ASKS, MATTER, NAMES, stored
from handbook.search.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from handbook.search.analyzer import Analyzer
    from handbook.search.texts import Section

OFTEN = 3
"""From so many occurrences on, a page speaks of a thing."""
MOST_ENTRIES = 200


def lines(pages: Mapping[int, Sequence[Section]], analyzer: Analyzer) -> list[tuple[str, str]]:
    """`pages` maps the number of an entry to its text. Headings are marked `N`, what occurs often `A`, the rest `M`."""
    having: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, sections in pages.items():
        headings = set(_keys(analyzer.tokens("\n".join(section.heading for section in sections))))
        counts = Counter(_keys(analyzer.tokens("\n".join(section.text for section in sections))))
        for key in headings:
            having[key][NAMES].append(number)
        for key, count in counts.items():
            if key not in headings:
                having[key][ASKS if count >= OFTEN else MATTER].append(number)
    found = ((key, stored(parts, MOST_ENTRIES)) for key, parts in having.items())
    return sorted(found, key=lambda line: line[0].encode("utf-16-be"))


def _keys(tokens: Iterable[str]) -> Iterable[str]:
    for token in tokens:
        if token <= "z" and not token.isdigit():
            yield stem(token)
        else:
            yield from map("".join, pairwise(token)) if len(token) > 1 and token > "z" else (token,)
