"""What a recorded review vouches for: the file as it was, without the record itself."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handbook.front_matter import FrontMatter
    from handbook.source import Source

FIELD = "review"


def reviewed_digest(source: Source, front: FrontMatter) -> str:
    """By which a review names a file: sha256, 16 digits, of the file without its `review:` field."""
    return hashlib.sha256(record_removed(source, front)).hexdigest()[:16]


def record_removed(source: Source, front: FrontMatter) -> bytes:
    """The file without its `review:` field."""
    lines = source.data.split(b"\n")
    if (FIELD,) in front.keys:
        del lines[slice(*_lines_of_record(source, front))]
    return b"\n".join(lines)


def _lines_of_record(source: Source, front: FrontMatter) -> tuple[int, int]:
    """Numbers, from 0, of the first line of the record and of the line behind its last."""
    first = front.keys[(FIELD,)].line
    fence = source.position(front.body)[0] - 1
    following = [span.line for path, span in front.keys.items() if len(path) == 1 and span.line > first]
    return first - 1, min([*following, fence]) - 1
