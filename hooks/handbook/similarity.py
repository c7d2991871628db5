"""How much of their wording two pages share: pages of a kind are to be written, not stamped out.

Compared are the shingles of the prose, runs of eight letters or digits. What stands in many pages of a kind is a fixed
part of that kind, such as the bracket behind a rule, and does not count; nor do headings and code.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook.running_text import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from handbook.library import Document, Library

SHINGLE = 8
FIXED_SHARE = 0.05
"""What stands in more than this share of the pages of a kind is a fixed part."""
FIXED_LEAST = 4
"""And in more than so many pages, where there are few of them."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pages of a kind and language; `share` is what they have in common, of the one that has less."""

    share: float
    one: Document
    other: Document


def pairs(library: Library) -> list[Pair]:
    """All pairs that share anything, the most similar first."""
    groups: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for document in library.documents:
        groups[document.kind, document.language].append(document)
    found = [pair for group in groups.values() for pair in _pairs_of(group)]
    return sorted(found, key=lambda pair: (-pair.share, pair.one.path, pair.other.path))


def _pairs_of(documents: Sequence[Document]) -> Iterator[Pair]:
    shingles = [shingles_of(document) for document in documents]
    pages_with: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(shingles):
        for shingle in own:
            pages_with[shingle].append(number)
    most = max(FIXED_LEAST, int(FIXED_SHARE * len(documents)))
    counts = [sum(len(pages_with[shingle]) <= most for shingle in own) for own in shingles]
    shared: Counter[tuple[int, int]] = Counter()
    for pages in pages_with.values():
        if len(pages) <= most:
            shared.update((one, other) for place, one in enumerate(pages) for other in pages[place + 1 :])
    for (one, other), count in shared.items():
        yield Pair(count / min(counts[one], counts[other]), documents[one], documents[other])


def shingles_of(document: Document) -> frozenset[str]:
    """The shingles of the prose of a page, in small letters, without spaces and punctuation."""
    found: set[str] = set()
    for text in _prose(document):
        letters = "".join(filter(str.isalnum, text.casefold()))
        found.update(letters[start : start + SHINGLE] for start in range(len(letters) - SHINGLE + 1))
    return frozenset(found)


def _prose(document: Document) -> Iterator[str]:
    headings = document.body.headings
    starts = [heading.start for heading in headings]
    for paragraph in paragraphs(document.source.data, document.body):
        offset = paragraph.starts[0][1]
        number = bisect_right(starts, offset) - 1
        if number < 0 or offset >= headings[number].end:
            yield paragraph.text
