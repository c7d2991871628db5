"""Records a review in the front matter of a Chinese file: day, role, what was read and against which rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook import front_matter, source, translated
from handbook.load import TRANSLATION_ENDING
from handbook.model import Kind
from handbook.review import record_removed, reviewed_digest
from handbook.text import SOURCE

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from handbook.library import Document, Library

_ROLE = re.compile(r"[^\n\"\\]{1,300}")


@dataclass(frozen=True, slots=True)
class Given:
    """What a reviewer states: the role, the day, and when it is to be reviewed again."""

    by: str
    on: date
    due: date | None = None


def record(file: Path, root: Path, library: Library, given: Given) -> str | None:
    """Write the record into `file`, and let a translation that matched it match again.

    Returns what is wrong, or None when it was written.
    """
    path = file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
    document = next((each for each in library.documents if each.path == path), None)
    if document is None or document.language is not SOURCE:
        return "is no Chinese content file"
    if document.prose is None:
        return "has faulty front matter: see 'handbook check'"
    if not _ROLE.fullmatch(given.by):
        return f"role {given.by!r} must be one line without quotes"
    translation = file.with_name(f"{file.name.removesuffix('.md')}{TRANSLATION_ENDING}")
    was_current = translation.is_file() and _digest_in(translation, root) == document.source.digest
    text = record_removed(document.source, document.front).decode("utf-8")
    head, body = text[: -len(document.markdown) or None].removesuffix("---\n"), document.markdown
    review = _review(document, library, given)
    file.write_text(f"{head}{review}---\n{body}", encoding="utf-8", newline="\n")
    return translated.record(file, root) if was_current else None


def _digest_in(translation: Path, root: Path) -> object:
    text = source.read(translation, translation.relative_to(root).as_posix(), root)
    return front_matter.parse(text).data.get("source_digest")


def _review(document: Document, library: Library, given: Given) -> str:
    lines = ["review:", f"  on: {given.on}", f'  by: "{given.by}"']
    lines.append(f'  digest: "{reviewed_digest(document.source, document.front)}"')
    if given.due:
        lines.append(f"  due: {given.due}")
    if basis := _basis(document, library):
        lines += ["  basis:", *(f'    {reference}: "{digest}"' for reference, digest in basis.items())]
    return "".join(f"{line}\n" for line in lines)


def _basis(document: Document, library: Library) -> dict[str, str]:
    """The regulations that the page refers to, each with the digest of its Chinese file."""
    found = {}
    for reference in document.references:
        entity = library.find(reference.target)
        chinese = entity.documents.get(SOURCE) if entity and reference.target.kind is Kind.REGULATION else None
        if entity and chinese and chinese is not document:
            found[entity.reference] = reviewed_digest(chinese.source, chinese.front)
    return dict(sorted(found.items()))
