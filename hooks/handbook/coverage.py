"""Which pages serve each row of the training brief, in which language. Index pages list others and serve no row."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook import brief
from handbook.library import INDEX
from handbook.text import Language, Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from handbook.library import Entity, Library

_NONE = Text("没有页面", "no page")
_UNCOVERED = Text("未覆盖", "NOT COVERED")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the brief; `pages` are the references of those that serve it, by language."""

    id: str
    name: Text
    pages: Mapping[Language, tuple[str, ...]]

    @property
    def is_covered(self) -> bool:
        """Whether a reader finds something in either language."""
        return all(self.pages[language] for language in Language)


def coverage(library: Library) -> tuple[Row, ...]:
    """All rows of the brief, in its order."""
    pages: dict[tuple[str, Language], list[str]] = defaultdict(list)
    for entity in library.entities.values():
        if entity.structure is None or _is_index(entity):
            continue
        for row in dict.fromkeys(entity.structure.brief):
            for language, document in entity.documents.items():
                if document.prose is not None:
                    pages[row, language].append(entity.reference)
    return tuple(
        Row(row, name, {language: tuple(sorted(pages[row, language])) for language in Language})
        for row, name in brief.rows().items()
    )


def _is_index(entity: Entity) -> bool:
    return entity.id.rpartition("/")[2] == INDEX


def table(rows: Sequence[Row], language: Language) -> str:
    """The rows as text: name, then the pages in each language; what is not covered is marked."""
    lines = []
    for row in rows:
        mark = "" if row.is_covered else f"  {_UNCOVERED[language]}"
        lines.append(f"{row.id:<6}{row.name[language]}{mark}")
        lines += [f"{'':6}{each}  {', '.join(row.pages[each]) or _NONE[language]}" for each in Language]
    return "".join(f"{line}\n" for line in lines)


def summary(rows: Sequence[Row], language: Language) -> str:
    covered = sum(row.is_covered for row in rows)
    if language is Language.ZH:
        return f"{len(rows)}行，已覆盖{covered}行，未覆盖{len(rows) - covered}行"
    return f"{len(rows)} rows, {covered} covered, {len(rows) - covered} not covered"
