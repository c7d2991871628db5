"""The contact log as its page sets it out: what stands in the columns of a line, and the outcome codes to choose from.

The page is the one place where they are written; a guided call ends with a line in this form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from handbook.model import Kind
from handbook.plain_text import CELL, plain_text
from handbook.sections import sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.library import Document, Library
    from handbook.text import Language

PAGE = "toolkit/contact-log"
LOG, CODES = "log", "codes"
"""Anchors of the sections: the first table of one is the log, the tables of the other the codes."""
CODE = "code"
PARTS = {
    "time": re.compile(r"时刻|时间|\btime\b", re.IGNORECASE),
    "channel": re.compile(r"渠道|外呼|\bchannel\b|\bout\b", re.IGNORECASE),
    "case": re.compile(r"案件|\bcase\b", re.IGNORECASE),
    "answered": re.compile(r"谁接|\banswered\b", re.IGNORECASE),
    CODE: re.compile(r"结果码|\bcode\b", re.IGNORECASE),
    "words": re.compile(r"原话|\bwords\b", re.IGNORECASE),
    "next": re.compile(r"下一步|\bnext\b", re.IGNORECASE),
    "recording": re.compile(r"录音|\brecording\b", re.IGNORECASE),
}
"""What a line consists of, by the word that names it in the head of a column."""

_PIECE = re.compile(r"[^、；，,;]+[、；，,;]?\s*")
_OUTCOME = re.compile(r"[A-Z][0-9]{1,2}")


@dataclass(frozen=True, slots=True)
class Part:
    """`name` is a key of `PARTS`, `label` what the head of the column calls it."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class ContactLog:
    """The parts in each column, and code and name of each outcome, in order."""

    columns: tuple[tuple[Part, ...], ...]
    codes: tuple[tuple[str, str], ...]


@lru_cache(maxsize=2)
def contact_log(library: Library, language: Language) -> ContactLog | None:
    """None where there is no such page, or its tables hold no log or no codes."""
    entity = library.entities.get((Kind.PAGE, PAGE))
    if entity is None:
        return None
    document = entity.document(language)
    columns = tuple(_parts(head) for head in next(_rows(library, document, LOG), []))
    codes = tuple((row[0], row[1]) for row in _rows(library, document, CODES) if _OUTCOME.fullmatch(row[0]))
    if not codes or CODE not in {part.name for column in columns for part in column}:
        return None
    return ContactLog(columns, codes)


def _parts(head: str) -> tuple[Part, ...]:
    """`时刻、案件号` holds two parts; a piece that names none belongs to the one before it."""
    parts: list[Part] = []
    for piece in _PIECE.findall(head):
        name = next((name for name, word in PARTS.items() if word.search(piece)), None)
        if name:
            parts.append(Part(name, piece))
        elif parts:
            parts[-1] = Part(parts[-1].name, parts[-1].label + piece)
    return tuple(Part(part.name, part.label.strip("、；，,; ")) for part in parts)


def _rows(library: Library, document: Document, anchor: str) -> Iterator[list[str]]:
    """The rows of the tables of a section."""
    section = next((each for each in sections(document.body) if each.heading.id == anchor), None)
    if section is None:
        return
    markdown = document.source.data[section.start : section.end].decode("utf-8")
    for line in plain_text(markdown, library, document.language).splitlines():
        if CELL in line:
            yield line.split(CELL)
