"""What stands in one language of an entity and lacks in the other, and where.

Chinese and English are written by people: sentences may be split and joined, but a section holds the same references,
blocks, code and images in both. So what differs is looked for section by section.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from handbook.text import SOURCE, TRANSLATION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from handbook.body import Piece
    from handbook.library import Document, Library

P = TypeVar("P", bound="Piece")
Item = tuple[str, P]
"""What is compared, and where it stands."""


def pairs(library: Library) -> Iterator[tuple[Document, Document]]:
    """Every Chinese document with its translation, as far as both could be read."""
    for entity in library.entities.values():
        source, translation = entity.documents.get(SOURCE), entity.documents.get(TRANSLATION)
        if source and translation and _is_read(source) and _is_read(translation):
            yield source, translation


def _is_read(document: Document) -> bool:
    return document.has_body and bool(document.front.data)


def surplus(here: Document, mine: Sequence[Item[P]], there: Document, theirs: Sequence[Item[P]]) -> list[Item[P]]:
    """Those items of `here` that are more than `there` has, taken from the sections in which they are more."""
    more = Counter(key for key, _ in mine) - Counter(key for key, _ in theirs)
    if not more:
        return []
    matched = Counter(_places(there, theirs))
    left = []
    for item, place in zip(mine, _places(here, mine), strict=True):
        if matched[place]:
            matched[place] -= 1
        elif more[item[0]]:
            more[item[0]] -= 1
            left.append(item)
    return left


def _places(document: Document, items: Sequence[Item[P]]) -> list[tuple[str, str]]:
    """For each item the id of the section that it stands in, and its key."""
    starts = [heading.start for heading in document.body.headings]
    ids = ["", *(heading.id for heading in document.body.headings)]
    return [(ids[bisect_right(starts, piece.start)], key) for key, piece in items]
