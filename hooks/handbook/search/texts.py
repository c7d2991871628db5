"""The running text of a page by section, as its readers see it: for the full text, for excerpts and for previews."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook import phrases, references
from handbook.anchors import TOP
from handbook.blocks import BLOCKS, Argument
from handbook.spoken import spoken
from handbook.text import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handbook.body import Piece
    from handbook.library import Document, Library

_LINK = re.compile(r"!?\[([^\]\n]*)\]\(([^()\s]*)\)")
_PLACEHOLDER = re.compile(r"\{\{\s*([a-z0-9_]+)\s*\}\}")
_FENCE = re.compile(r"^[ ]*/{3,}[ ]*(?:([a-z]+)(?:[ ]*\|[ ]*(.*))?)?$", re.MULTILINE)
_TABLE_RULE = re.compile(r"^[ ]*\|[ :|-]+\|[ ]*$", re.MULTILINE)
_MARKS = re.compile(r"^[ >]*(?:[-+*]|[0-9]+\.|!!!.*|#+)[ ]+|\{[#:][^}\n]*\}|[*`|\\]|^[ ]+|[ ]+$", re.MULTILINE)
_LINES = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below one heading up to the next; `said` is what of it is to be said or sent.

    The first section of a page is what stands before its first heading; its own heading is empty.
    """

    anchor: str
    heading: str
    text: str
    said: str


def sections(library: Library, document: Document) -> tuple[Section, ...]:
    """The sections of a page that hold any text, in order."""
    body, prose = document.body, document.body.prose
    reader = _Reader(library, document.language)
    starts = [(TOP, "", body.start), *((each.id, each.text, each.end) for each in body.headings)]
    ends = [*(each.start for each in body.headings), len(prose)]
    said = spoken(body)
    found = []
    for (anchor, heading, start), end in zip(starts, ends, strict=True):
        if text := reader.plain(prose[start:end]):
            words = reader.plain(b"\n".join(prose[piece.start : piece.end] for piece in _within(said, start, end)))
            found.append(Section(anchor, heading, text, words))
    return tuple(found)


def _within(pieces: Sequence[Piece], start: int, end: int) -> list[Piece]:
    return [piece for piece in pieces if start <= piece.start < end]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns Markdown into the text that a reader sees."""

    library: Library
    language: Language

    def plain(self, markdown: bytes) -> str:
        text = markdown.decode("utf-8")
        for pattern, put in (
            (_FENCE, self._fence),
            (_LINK, self._link),
            (_PLACEHOLDER, self._placeholder),
            (_TABLE_RULE, ""),
            (_MARKS, ""),
            (_LINES, "\n"),
        ):
            text = pattern.sub(put, text)
        return text.strip()

    def _fence(self, match: re.Match[str]) -> str:
        """Of the line that opens a block only what it quotes, such as a customer's words."""
        block = BLOCKS.get(match[1] or "")
        return match[2] or "" if block and block.argument is Argument.TEXT else ""

    def _link(self, match: re.Match[str]) -> str:
        if match[1]:
            return match[1]
        target = references.parse(match[2])
        return (target and phrases.title_of(self.library, target, self.language)) or ""

    def _placeholder(self, match: re.Match[str]) -> str:
        entry = self.library.placeholders.get(match[1])
        left, right = "【】" if self.language is Language.ZH else "[]"
        return f"{left}{entry.label[self.language]}{right}" if entry else match[0]
