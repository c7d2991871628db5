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

from ahocorasick_rs import AhoCorasick, Implementation

from handbook.body import stretches
from handbook.running_text import Paragraph, has_marks, is_mark

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Iterator

    from handbook.body import Body, Piece

T = TypeVar("T")

HOLE = "\ufffc"
"""Stands for code, a link without text, HTML: no label reaches across it."""
_NOTHING = b"*_\\["
"""Emphasis, and the edge of a link."""
_LINE_BREAK = b"*_\\ >\t\n"
_SLASHES = b"///"
_ONE_STRETCH = 2
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
        filed.pop("", None)
        self._meanings = [tuple(meanings) for meanings in filed.values()]
        self._automaton = AhoCorasick(filed, implementation=Implementation.DFA, store_patterns=False)

    def in_text(self, text: str) -> Iterator[Match[T]]:
        """The labels in a text, in order, none overlapping another."""
        words = folded(text)
        found = self._automaton.find_matches_as_indexes(words, overlapping=True)
        done = 0
        for number, start, end in sorted(found, key=_leftmost_longest):
            if start >= done and _begins_word(words, start) and _ends_word(words, end):
                yield Match(start, end, self._meanings[number])
                done = end

    def in_body(self, data: bytes, body: Body) -> Iterator[Occurrence[T]]:
        """The labels in the running text of a body that was parsed from `data`."""
        paragraphs = list(joined(data, body))
        starts = list(accumulate((len(each.text) + 1 for each in paragraphs), initial=0))
        for match in self.in_text(HOLE.join(each.text for each in paragraphs)):
            number = bisect_right(starts, match.start) - 1
            first = starts[number]
            yield Occurrence(paragraphs[number], Match(match.start - first, match.end - first, match.meanings))


def _leftmost_longest(found: tuple[int, int, int]) -> tuple[int, int]:
    _, start, end = found
    return start, -end


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
    for paragraph in body.paragraphs:
        start = paragraph[0]
        if len(paragraph) > _ONE_STRETCH or data.startswith(_SLASHES, start):
            yield _joined(data, paragraph)
        else:
            yield Paragraph(data[start : paragraph[1]].decode(), ((0, start),))


def _joined(data: bytes, paragraph: array[int]) -> Paragraph:
    text, part, behind = "", "", -1
    starts: list[tuple[int, int]] = []
    marks = has_marks(data, paragraph)
    for start, end in stretches(paragraph):
        if marks and is_mark(data, start):
            continue
        before, part, gap = part, data[start:end].decode(), data[behind:start]
        if text and gap.strip(_NOTHING):
            text += _between(gap, before, part)
        starts.append((len(text), start))
        text += part
        behind = end
    return Paragraph(text, tuple(starts))


def _between(gap: bytes, before: str, after: str) -> str:
    """What a reader sees between two stretches of text that have `gap` between them in the file."""
    if gap.strip(_LINE_BREAK):
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
