"""What an author meant by a reference to something that does not exist, where that can be known for certain."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from msgspec.structs import replace

from handbook.model import Kind
from handbook.references import FACT, SCHEMES, Target, parse
from handbook.term_labels import by_label, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from handbook.library import Entity, Library


class Slip(StrEnum):
    LETTER_CASE = "letter-case"
    OTHER_KIND = "other-kind"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class Meant:
    """The slip, and the references that may have been meant: several where a label belongs to several terms."""

    slip: Slip
    references: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Intentions:
    """Knows a library under every name that an author may take for an id; nothing is gathered before it is asked."""

    library: Library

    @cached_property
    def _by_name(self) -> Mapping[str, list[Entity]]:
        """The entities by id without letter case, and by the path of their page."""
        found: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.library.entities.values():
            found[entity.id.casefold()].append(entity)
            if entity.kind is not Kind.PAGE:
                found[entity.site_path].append(entity)
        return found

    @cached_property
    def _renamed(self) -> frozenset[tuple[Kind, str]]:
        return frozenset(
            (entity.kind, earlier)
            for entity in self.library.entities.values()
            if entity.structure
            for earlier in entity.structure.renamed_from
        )

    @cached_property
    def _by_label(self) -> Mapping[str, list[str]]:
        """The terms that bear each label, as it would look in the place of an id."""
        ids: dict[str, list[str]] = defaultdict(list)
        for labels in by_label(self.library).values():
            for label in labels:
                known = ids[_as_id(label.text)]
                if label.id not in known:
                    known.append(label.id)
        return ids

    def of(self, target: Target) -> Meant | None:
        """What was meant by `target`; None where it exists, was renamed, or nothing can be said."""
        if self.library.find(target) or (target.kind, target.id) in self._renamed:
            return None
        alike = self._by_name.get(target.id.casefold(), [])
        if own := [each for each in alike if each.kind is target.kind]:
            return Meant(Slip.LETTER_CASE, tuple(str(replace(target, id=each.id)) for each in own))
        if alike and target.scheme != FACT:
            others = (replace(target, scheme=each.kind.value, id=each.id) for each in alike)
            return Meant(Slip.OTHER_KIND, tuple(map(str, others)))
        if target.kind is Kind.TERM and (ids := self._by_label.get(_as_id(unquote(target.id)))):
            return Meant(Slip.LABEL, tuple(str(replace(target, id=each)) for each in ids))
        return None


def _as_id(label: str) -> str:
    return same(label).replace(" ", "-").replace("_", "-")


def in_other_case(word: str, known: Iterable[str]) -> str | None:
    """The known word that differs from `word` in letter case alone."""
    if word in (known := tuple(known)):
        return None
    return next((each for each in known if each.casefold() == word.casefold()), None)


def in_lower_case(text: str) -> Target | None:
    """The target of a link whose kind is written with capitals, as in `Term:roll-rate`."""
    scheme, colon, rest = text.partition(":")
    if not colon or scheme in SCHEMES or scheme.lower() not in SCHEMES:
        return None
    return parse(f"{scheme.lower()}:{rest}")
