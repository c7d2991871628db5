"""The words that reach a customer: what is spoken or sent, what must be said, and how a script is called.

Without mark-up, each stretch with its place in the file.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from handbook import branches
from handbook.body import Piece, stretches
from handbook.branches import REPLY
from handbook.model import Kind
from handbook.model.case import Grade
from handbook.spoken import SAY, SEND

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from handbook.body import Block
    from handbook.diagnostics import Span
    from handbook.front_matter import KeyPath
    from handbook.library import Document

BREAK = "\ue000"
"""Stands for what is filled in later: no phrase reaches across it."""

_CALLED = ("title", "summary", "must_say")
_CHARACTER = re.compile(r"&(?:#\w+|\w+);")
_BETWEEN_WORDS = re.compile(rb"[\s<`]")
_HIDDEN = re.compile(r"(?<=\])\([^)\s]*\)|`[^`]*`")
"""What a reader does not see as text in a line of Markdown: the targets of links, and code."""


class Stretch(Piece, frozen=True):
    """Text as a reader sees it; `placeholder` is the name of what is filled in here instead."""

    text: str
    placeholder: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that are read in one go, and where they stand: each of `stretches` from the same index of `starts` on."""

    document: Document
    text: str
    starts: tuple[int, ...]
    stretches: tuple[Stretch, ...]

    def span(self, start: int, end: int) -> Span:
        """Where the characters from `start` to `end` of the text stand."""
        return self.document.source.span(self._offset(start), self._offset(end - 1, behind=True))

    def _offset(self, index: int, *, behind: bool = False) -> int:
        number = bisect_right(self.starts, index) - 1
        stretch, within = self.stretches[number], index - self.starts[number] + behind
        if len(stretch.text.encode()) != stretch.end - stretch.start:  # written otherwise than it reads
            return stretch.end if behind else stretch.start
        return stretch.start + len(stretch.text[:within].encode())


def passages(document: Document) -> Iterator[Passage]:
    """All that this file has an agent say or send: in a script everything, elsewhere `say` blocks and replies."""
    script = document.kind is Kind.SCRIPT
    replied: set[Block] = set()
    for block, texts in in_blocks(document, (SAY, SEND) if script else (SAY, REPLY)):
        if block.name != REPLY or (block not in replied and _is_recommended(block)):
            yield _passage(document, texts, _spaces(document.source.data, texts))
        replied.add(block)
    for path in _called(document) if script else ():
        if words := _in_field(document, path):
            yield _passage(document, words, [" "] * len(words))


def _is_recommended(block: Block) -> bool:
    """Whether a reply may be given; its first paragraph is what is said, the rest explains it."""
    given = branches.reply(block.argument)
    return given is not None and given.grade is not Grade.MISTAKE


def in_blocks(document: Document, names: Collection[str]) -> Iterator[tuple[Block, tuple[Stretch, ...]]]:
    """The paragraphs, items and cells in the blocks of these names; what lies in a block within is that block's."""
    blocks = [block for block in document.body.blocks if block.closed]
    wanted = [block for block in blocks if block.name in names]
    if not wanted:
        return
    ends = list(accumulate((block.content.end for block in wanted), max))
    starts = [placeholder.start for placeholder in document.body.placeholders]
    around: list[Block] = []
    opened = 0
    for paragraph in document.body.paragraphs:
        number = bisect_right(ends, paragraph[0])
        if number == len(wanted) or paragraph[-1] <= wanted[number].content.start:
            continue
        found: dict[Block, list[Stretch]] = {}
        for start, end in stretches(paragraph):
            while opened < len(blocks) and blocks[opened].content.start <= start:
                around.append(blocks[opened])
                opened += 1
            while around and around[-1].content.end <= start:
                around.pop()
            if around and around[-1].name in names:
                found.setdefault(around[-1], []).extend(_cut(document, start, end, starts))
        for block, texts in found.items():
            yield block, tuple(texts)


def _cut(document: Document, start: int, end: int, starts: Sequence[int]) -> Iterator[Stretch]:
    """Text cut where a placeholder stands; `starts` are the places of all placeholders."""
    at = start
    for number in range(bisect_left(starts, start), bisect_left(starts, end)):
        placeholder = document.body.placeholders[number]
        if at < placeholder.start:
            yield _text(document.source.data, at, placeholder.start)
        yield Stretch(placeholder.start, placeholder.end, BREAK, placeholder.name)
        at = placeholder.end
    if at < end:
        yield _text(document.source.data, at, end)


def _text(data: bytes, start: int, end: int) -> Stretch:
    text = data[start:end].decode("utf-8")
    return Stretch(start, end, html.unescape(text) if _CHARACTER.fullmatch(text) else text)


def _passage(document: Document, stretches: Sequence[Stretch], spaces: Sequence[str]) -> Passage:
    """The stretches as one text, with what `spaces` holds for each before it."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for stretch, space in zip(stretches, spaces, strict=True):
        starts.append(length + len(space))
        length += len(space) + len(stretch.text)
        parts += [space, stretch.text]
    return Passage(document, "".join(parts), tuple(starts), tuple(stretches))


def _spaces(data: bytes, stretches: Sequence[Stretch]) -> list[str]:
    """A space before each stretch that more than emphasis parts from the one before."""
    apart = (_BETWEEN_WORDS.search(data, left.end, right.start) for left, right in pairwise(stretches))
    return ["", *(" " if found else "" for found in apart)]


def _called(document: Document) -> Iterator[KeyPath]:
    """The fields by which a script is called, and what it says must be said."""
    for name in _CALLED:
        value = document.front.data.get(name)
        yield from ((name, key) for key in value) if isinstance(value, dict) else ((name,),)


def _in_field(document: Document, path: KeyPath) -> tuple[Stretch, ...]:
    """A field of the front matter word by word; a word that is written otherwise than it reads is the whole field."""
    value: object = document.front.data
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    if not isinstance(value, str):
        return ()
    source, span = document.source, document.front.span(path)
    first, last = source.offset(span.line, span.column), source.offset(span.end_line, span.end_column)
    stretches: list[Stretch] = []
    at = first
    for word in _HIDDEN.sub(" ", value).split():
        start = source.data.find(word.encode(), at, last)
        at = start + len(word.encode()) if start >= 0 else at
        stretches.append(Stretch(start, at, word) if start >= 0 else Stretch(first, last, word))
    return tuple(stretches)
