"""The sections of a Markdown body: what stands below each heading, smaller headings with what is theirs included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.body import Piece

if TYPE_CHECKING:
    from handbook.body import Body, Heading


class Section(Piece, frozen=True):
    """From the end of its heading to the next heading of the same or a higher level."""

    heading: Heading

    def holds(self, piece: Piece) -> bool:
        return self.start <= piece.start < self.end


def sections(body: Body) -> tuple[Section, ...]:
    """All sections, in order of their headings."""
    ends = [len(body.data)] * len(body.headings)
    opened: list[int] = []
    for number, heading in enumerate(body.headings):
        while opened and body.headings[opened[-1]].level >= heading.level:
            ends[opened.pop()] = heading.start
        opened.append(number)
    return tuple(Section(heading.end, end, heading) for heading, end in zip(body.headings, ends, strict=True))
