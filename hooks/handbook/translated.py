"""Records in a translation the digest of the source that it now matches."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handbook import source
from handbook.load import TRANSLATION_ENDING

if TYPE_CHECKING:
    from pathlib import Path

_FIELD = re.compile(r"^source_digest:.*$", re.MULTILINE)


def record(file: Path, root: Path) -> str | None:
    """Write the digest into `file`, a translation; its Chinese source may be named as well.

    Returns what is wrong with the file, or None when the digest was written.
    """
    stem = file.name.removesuffix(TRANSLATION_ENDING).removesuffix(".md")
    chinese, english = file.with_name(f"{stem}.md"), file.with_name(f"{stem}{TRANSLATION_ENDING}")
    for needed in (chinese, english):
        if not needed.is_file():
            return f"{needed.name} does not exist"
    text = english.read_text(encoding="utf-8")
    if not _FIELD.search(text):
        return f"{english.name} has no field 'source_digest' in its front matter"
    digest = source.read(chinese, chinese.relative_to(root).as_posix(), root).digest
    english.write_text(_FIELD.sub(f'source_digest: "{digest}"', text, count=1), encoding="utf-8", newline="\n")
    return None
