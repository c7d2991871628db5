"""Where content rests on a rule: the legal basis of a script or case, and the rule behind a `never`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.model import Regulation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.library import Document, Library
    from handbook.references import Reference

FIELD = "legal_basis"
NEVER = "never"


def bases(library: Library) -> Iterator[tuple[Reference, Regulation]]:
    """Every such reference, with the regulation that it leads to."""
    for document in library.documents:
        for reference in _bases_of(document):
            entity = library.find(reference.target)
            if entity and isinstance(entity.structure, Regulation):
                yield reference, entity.structure


def _bases_of(document: Document) -> Iterator[Reference]:
    never = {document.source.position(block.start)[0] for block in document.body.blocks if block.name == NEVER}
    for reference in document.references:
        if reference.field == FIELD or (reference.field is None and reference.span.line in never):
            yield reference
