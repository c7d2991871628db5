"""Finds labels, or any other words that are known beforehand, in the running text of a file: all in one pass.

However many labels there are, the time is that of reading the text. Of labels that overlap the leftmost is taken, and
of those that begin together the longest. Chinese has no word boundaries; a Latin letter or digit at the edge of a label
must be at the edge of a word in the text, but for a plural's `s`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, TypeVar

import ahocorasick

from handbook.running_text import Paragraph, is_fence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from handbook.body import Body, Piece

T = TypeVar("T")

HOLE = "\ufffc"
"""Stands for code, a link without text, HTML: no label reaches across it."""
_EMPHASIS = b"*_\\"
_EDGE_OF_LINK = b"["
_FENCE = b"///"
_SPACES = "-\u2010\u2011"
_PLURAL = "s"


_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)}


def folded(text: str) -> str:
    """The text as it is compared: without case, width and the difference between hyphen and space.

    It keeps its length, so that places stay.
    """
    if _WIDE.search(text):
        text = text.translate(_NARROW)
    for character in _SPACES:
        text = text.replace(character, " ")
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(map(_lower, text))


def _lower(character: str) -> str:
    """The small letter, where it is one character."""
    lower = character.lower()
    return lower if len(lower) == 1 else character


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A label from character `start` to `end` of a text; `meanings` is all that was filed under it."""

    start: int
    end: int
    meanings: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Occurrence(Generic[T]):
    """A label in a paragraph of a file."""

    paragraph: Paragraph
    match: Match[T]

    @property
    def piece(self) -> Piece:
        return self.paragraph.piece(self.match.start, self.match.end)

    @property
    def text(self) -> str:
        return self.paragraph.text[self.match.start : self.match.end]

    @property
    def meanings(self) -> tuple[T, ...]:
        return self.match.meanings


class Finder(Generic[T]):
    """Knows a set of labels, each with what it means."""

    def __init__(self, labels: Iterable[tuple[str, T]]) -> None:
        filed: dict[str, list[T]] = defaultdict(list)
        for label, meaning in labels:
            filed[" ".join(folded(label).split())].append(meaning)
        self._automaton = ahocorasick.Automaton()
        for label, meanings in filed.items():
            if label:
                self._automaton.add_word(label, (len(label), tuple(meanings)))
        self._automaton.make_automaton()

    def in_text(self, text: str) -> Iterator[Match[T]]:
        """The labels in a text, in order, none overlapping another."""
        if not len(self._automaton):
            return
        words = folded(text)
        found = [(last + 1 - length, -last, meanings) for last, (length, meanings) in self._automaton.iter(words)]
        found.sort(key=_leftmost_longest)
        done = 0
        for start, negative, meanings in found:
            end = 1 - negative
            if start >= done and _begins_word(words, start) and _ends_word(words, end):
                yield Match(start, end, meanings)
                done = end

    def in_body(self, data: bytes, body: Body) -> Iterator[Occurrence[T]]:
        """The labels in the running text of a body that was parsed from `data`."""
        paragraphs = list(joined(data, body))
        starts = list(accumulate((len(each.text) + 1 for each in paragraphs), initial=0))
        for match in self.in_text(HOLE.join(each.text for each in paragraphs)):
            number = bisect_right(starts, match.start) - 1
            first = starts[number]
            yield Occurrence(paragraphs[number], Match(match.start - first, match.end - first, match.meanings))


def _leftmost_longest(found: tuple[int, int, object]) -> tuple[int, int]:
    return found[:2]


def _is_latin(character: str) -> bool:
    return character.isalnum() and character < "\u2000"


def _begins_word(text: str, start: int) -> bool:
    return start == 0 or not (_is_latin(text[start]) and _is_latin(text[start - 1]))


def _ends_word(text: str, end: int) -> bool:
    if not _is_latin(text[end - 1]):
        return True
    behind = end + text.startswith(_PLURAL, end)
    return behind == len(text) or not _is_latin(text[behind])


def joined(data: bytes, body: Body) -> Iterator[Paragraph]:
    """The paragraphs of a body as they read: emphasis leaves no trace, and a line break none between Chinese."""
    for pieces in body.paragraphs:
        start, end, *more = pieces.offsets
        if not more and not data.startswith(_FENCE, start):
            yield Paragraph(data[start:end].decode("utf-8"), ((0, start),))
        else:
            yield _joined(data, [piece for piece in pieces if not is_fence(data, piece)])


def _joined(data: bytes, pieces: Sequence[Piece]) -> Paragraph:
    parts: list[str] = []
    starts: list[tuple[int, int]] = []
    length, end = 0, pieces[0].start if pieces else 0
    for piece in pieces:
        part = data[piece.start : piece.end].decode("utf-8")
        between = _between(data[end : piece.start], parts[-1] if parts else "", part)
        starts.append((length + len(between), piece.start))
        parts.append(between + part)
        length += len(between) + len(part)
        end = piece.end
    return Paragraph("".join(parts), tuple(starts))


def _between(gap: bytes, before: str, after: str) -> str:
    """What a reader sees between two pieces of text that have `gap` between them in the file."""
    if not gap.strip(_EMPHASIS + _EDGE_OF_LINK):
        return ""
    if gap.strip(_EMPHASIS + b" >\t\n"):
        return HOLE
    return " " if _is_latin(before[-1:] or " ") or _is_latin(after[:1] or " ") else ""


class Areas:
    """Stretches of a file, to ask whether a piece touches one of them."""

    def __init__(self, pieces: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(pieces):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touches(self, piece: Piece) -> bool:
        number = bisect_right(self._starts, piece.end - 1) - 1
        return number >= 0 and self._ends[number] > piece.start
