"""The contact log as its page sets it out: the columns of a line, and the outcome codes to choose from.

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
"""Anchors of the sections: the first table of one is the log, the table of the other the codes."""
COLUMNS = ("time", "direction", "case", "answered", "code", "words", "next", "recording")
"""What stands in the columns, in their order."""

_CODE = re.compile(r"[A-Z][0-9]{1,2}")


@dataclass(frozen=True, slots=True)
class ContactLog:
    """`columns` are the heads of the log by what stands below them; `codes` code and name of each outcome, in order."""

    columns: dict[str, str]
    codes: tuple[tuple[str, str], ...]


@lru_cache(maxsize=2)
def contact_log(library: Library, language: Language) -> ContactLog | None:
    """None where there is no such page, or its tables are others."""
    entity = library.entities.get((Kind.PAGE, PAGE))
    if entity is None:
        return None
    document = entity.document(language)
    heads = next(_rows(library, document, LOG), [])
    codes = tuple((row[0], row[1]) for row in _rows(library, document, CODES) if _CODE.fullmatch(row[0]))
    if len(heads) != len(COLUMNS) or not codes:
        return None
    return ContactLog(dict(zip(COLUMNS, heads, strict=True)), codes)


def _rows(library: Library, document: Document, anchor: str) -> Iterator[list[str]]:
    """The rows of the tables of a section, without their empty cells."""
    section = next((each for each in sections(document.body) if each.heading.id == anchor), None)
    if section is None:
        return
    markdown = document.source.data[section.start : section.end].decode("utf-8")
    for line in plain_text(markdown, library, document.language).splitlines():
        if CELL in line:
            yield line.split(CELL)
