"""What a script has an agent say or send: the content of its `say` and `send` blocks."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, TypeVar

from handbook.body import Piece

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from handbook.body import Body

SAY = "say"
SEND = "send"

P = TypeVar("P", bound=Piece)


def spoken(body: Body, names: Collection[str] = (SAY, SEND)) -> list[Piece]:
    """The content of the blocks of these names, in order."""
    return [block.content for block in body.blocks if block.name in names]


def within(pieces: Iterable[P], containers: Sequence[Piece]) -> Iterator[P]:
    """The pieces that begin in one of the containers."""
    for piece in pieces:
        index = bisect_right(containers, piece.start, key=lambda container: container.start) - 1
        if index >= 0 and piece.start < containers[index].end:
            yield piece
