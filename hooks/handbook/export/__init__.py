"""The scripts out of the browser: JSON for diallers and CRMs, an espanso package, CSV and Markdown by stage.

Functions of the library alone: the same content gives the same bytes. `files` names them all.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from handbook.export import csv_format, espanso, json_format, markdown
from handbook.export.scripts import exported
from handbook.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.library import Library

FOLDER = "downloads"
"""Where the site offers them."""
FORMATS = {"json": json_format.files, "espanso": espanso.files, "csv": csv_format.files, "markdown": markdown.files}


@dataclass(frozen=True, slots=True)
class File:
    """A file to be written; `path` is relative to the folder of exports."""

    path: str
    data: bytes

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


@lru_cache(maxsize=1)
def all_files(library: Library) -> tuple[File, ...]:
    """All files of all formats. Kept, since pages in both languages list what is then written."""
    return tuple(files(library))


def files(library: Library, formats: tuple[str, ...] = tuple(FORMATS)) -> Iterator[File]:
    """All files of these formats, in both languages."""
    for language in Language:
        scripts = exported(library, language)
        for name in formats:
            for path, text in FORMATS[name](scripts, library, language):
                yield File(path, text.encode())
