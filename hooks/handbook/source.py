"""One source file as read from disk: its bytes, its text, and what made it unreadable, if anything did.

No Markdown and no YAML here. Offsets are in bytes of the UTF-8 text, since that is what the Markdown parser counts in;
`Source.span` turns them into lines and columns of characters.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from handbook.characters import unusual
from handbook.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_BYTES = 1_000_000
BOM = b"\xef\xbb\xbf"
LINE_ENDS = {b"\n": "LF", b"\r\n": "CRLF", b"\r": "CR"}

_STEP = 1024
_CONTINUATION = bytes(range(0x80, 0xC0))
"""The bytes of UTF-8 that begin no character."""
_LINE_FEED = re.compile(rb"\n")
_LINE_END = re.compile(rb"\r\n|\r|\n")


class DefectKind(StrEnum):
    """Facts about a file that make it, or a part of it, unusable. Each is reported by the rule of the same name."""

    UNREADABLE_FILE = "unreadable-file"
    OUTSIDE_TREE = "outside-tree"
    FILE_TOO_LARGE = "file-too-large"
    NOT_UTF8 = "not-utf8"
    NUL_BYTE = "nul-byte"
    EMPTY_FILE = "empty-file"
    MISSING_FOLDER = "missing-folder"
    NO_FRONT_MATTER = "no-front-matter"
    UNCLOSED_FRONT_MATTER = "unclosed-front-matter"
    INVALID_YAML = "invalid-yaml"
    NOT_A_MAPPING = "front-matter-not-a-mapping"
    DUPLICATE_KEY = "duplicate-key"
    MISSING_FIELD = "missing-field"
    UNKNOWN_FIELD = "unknown-field"
    INVALID_VALUE = "invalid-value"
    COLON = "colon-of-a-field"
    TAB = "tab-in-front-matter"
    FENCE = "front-matter-fence"
    EMPTY_VALUE = "empty-value"
    INVALID_DATE = "invalid-date"


@dataclass(frozen=True, slots=True)
class Defect:
    """One such fact. `detail` is the offending text or the parser's reason; `expected` what should stand there."""

    kind: DefectKind
    span: Span
    detail: str = ""
    expected: str = ""


class MarkKind(StrEnum):
    """What reading a file levels silently. Each is reported by the rule of the same name."""

    BYTE_ORDER_MARK = "byte-order-mark"
    MIXED_LINE_ENDS = "mixed-line-ends"


@dataclass(frozen=True, slots=True)
class Mark:
    """One such thing, on the line where it begins; `detail` names the line ends that do not fit."""

    kind: MarkKind
    line: int
    detail: str = ""


@dataclass(frozen=True)
class Source:
    """The content of `path` (relative to the project root, with `/`).

    `marks` is what `data` no longer shows; `unusual` which of the characters in `handbook.characters` it holds.
    """

    path: str
    data: bytes
    defects: tuple[Defect, ...] = ()
    marks: tuple[Mark, ...] = ()
    unusual: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        """Decoded anew each time: few ask, and kept it would double what a file takes."""
        return self.data.decode("utf-8")

    @property
    def digest(self) -> str:
        """By which a translation or a review names the text that it was made from."""
        return hashlib.sha256(self.data).hexdigest()[:16]

    @cached_property
    def _line_starts(self) -> array[int]:
        return array("I", (0, *(line_end.end() for line_end in _LINE_FEED.finditer(self.data))))

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of a byte offset."""
        line = bisect_right(self._line_starts, offset)
        start = self._line_starts[line - 1]
        if offset - start > _STEP:
            return line, self._characters_before(offset) - self._characters_before(start) + 1
        return line, len(self.data[start:offset].decode("utf-8", "replace")) + 1

    def _characters_before(self, offset: int) -> int:
        """How many characters there are before a byte offset, without counting a long line from its start each time."""
        step = offset // _STEP
        return self._characters[step] + _characters(self.data[step * _STEP : offset])

    @cached_property
    def _characters(self) -> array[int]:
        """For every `_STEP` bytes the number of characters before them."""
        counts = (_characters(self.data[start : start + _STEP]) for start in range(0, len(self.data), _STEP))
        return array("I", accumulate(counts, initial=0))

    def offset(self, line: int, column: int) -> int:
        """The byte offset of a place, as `position` gives it."""
        start = self._line_starts[min(line, len(self._line_starts)) - 1]
        end = self.data.find(b"\n", start)
        text = self.data[start : end if end >= 0 else len(self.data)].decode("utf-8")
        return start + len(text[: column - 1].encode())

    def span(self, start: int, end: int) -> Span:
        line, column = self.position(start)
        if end - start > _STEP or b"\n" in (stretch := self.data[start:end]):
            return Span(self.path, line, column, *self.position(end))
        return Span(self.path, line, column, line, column + len(stretch.decode("utf-8", "replace")))


def _characters(data: bytes) -> int:
    """The number of characters that begin in these bytes."""
    return len(data.translate(None, _CONTINUATION))


def read(file: Path, path: str, root: Path) -> Source:
    """Read one file. Never raises for what the file holds: a file that cannot be used has no data and says why."""
    real = _real(file)
    if not real.is_relative_to(_real_folder(root)):
        return _unusable(path, DefectKind.OUTSIDE_TREE, str(real))
    try:
        size = file.stat().st_size
        data = file.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        return _unusable(path, DefectKind.UNREADABLE_FILE, error.strerror or type(error).__name__)
    if size > MAX_BYTES:
        return _unusable(path, DefectKind.FILE_TOO_LARGE, f"{size:,}")
    return from_bytes(data, path)


def _real(file: Path) -> Path:
    """Where a file really lies, behind all symbolic links."""
    return file.resolve() if file.is_symlink() else _real_folder(file.parent) / file.name


@lru_cache(maxsize=256)
def _real_folder(folder: Path) -> Path:
    return folder.resolve()


def from_bytes(data: bytes, path: str) -> Source:
    """The source that these bytes make, with line feeds as line ends."""
    marks = tuple(_marks(data))
    data = data.removeprefix(BOM).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if b"\0" in data:
        return _unusable_at(path, data, data.index(b"\0"), DefectKind.NUL_BYTE)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _unusable_at(path, data, error.start, DefectKind.NOT_UTF8, f"0x{data[error.start]:02x}")
    if not text.strip():
        return _unusable(path, DefectKind.EMPTY_FILE)
    return Source(path, data, marks=marks, unusual=unusual(text))


def _marks(data: bytes) -> Iterator[Mark]:
    if data.startswith(BOM):
        yield Mark(MarkKind.BYTE_ORDER_MARK, 1)
    if b"\r" not in data or data.count(b"\r") == data.count(b"\r\n") == data.count(b"\n"):
        return
    ends = (match[0] for match in _LINE_END.finditer(data))
    first = next(ends)
    odd = ((line, end) for line, end in enumerate(ends, 2) if end != first)
    line, end = (1, first) if first == b"\r" else next(odd)
    yield Mark(MarkKind.MIXED_LINE_ENDS, line, LINE_ENDS[end])


def _unusable(path: str, kind: DefectKind, detail: str = "") -> Source:
    return Source(path, b"", (Defect(kind, Span(path), detail),))


def _unusable_at(path: str, data: bytes, offset: int, kind: DefectKind, detail: str = "") -> Source:
    """As `_unusable`, at the byte that is wrong: what stands before it could be read."""
    line, column = Source(path, data[:offset]).position(offset)
    return Source(path, b"", (Defect(kind, Span(path, line, column, line, column + 1), detail),))
