"""What the entries of a section's index can be filtered by: a few fields of each kind, with the values that occur."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

    from handbook.library import Entity

FIELDS: dict[Kind, tuple[str, ...]] = {
    Kind.TERM: ("group", "verification"),
    Kind.SCRIPT: ("stage", "channel", "objections"),
    Kind.REGULATION: ("jurisdiction", "instrument", "status"),
    Kind.CASE: ("product", "level"),
    Kind.LESSON: ("stage",),
    Kind.PAGE: (),
}

Tags = dict[str, tuple["StrEnum", ...]]


def tags_of(entity: Entity) -> Tags:
    """Field to values: `{"stage": (Stage.M1,), "objections": (…)}`."""
    values = {field: getattr(entity.structure, field, ()) for field in FIELDS[entity.kind]}
    return {field: value if isinstance(value, tuple) else (value,) for field, value in values.items() if value}


def filters_of(entities: Iterable[Entity]) -> Tags:
    """The fields that tell these entities apart, each with the values that occur, in the order of their definition."""
    found: dict[str, set[StrEnum]] = {}
    for entity in entities:
        for field, values in tags_of(entity).items():
            found.setdefault(field, set()).update(values)
    return {
        field: tuple(sorted(values, key=list(type(next(iter(values)))).index))
        for field, values in found.items()
        if values
    }
