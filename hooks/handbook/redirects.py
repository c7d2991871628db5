"""Earlier ids (`renamed_from`) as addresses of the site: who claims which, and which lead in a circle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook.library import INDEX
from handbook.model import KINDS
from handbook.text import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from handbook.diagnostics import Span
    from handbook.library import Entity, Library


@dataclass(frozen=True, slots=True)
class Claim:
    """`entity` says that it was once called `earlier`; `address` is where its page was then."""

    entity: Entity
    earlier: str
    number: int

    @property
    def address(self) -> str:
        folder = KINDS[self.entity.kind].site_folder
        return _address(f"{folder}/{self.earlier}" if folder else self.earlier)

    @property
    def span(self) -> Span:
        return self.entity.documents[SOURCE].front.span(("renamed_from", self.number))


def claims(library: Library) -> Iterator[Claim]:
    for entity in library.entities.values():
        structure = entity.structure
        for number, earlier in enumerate(structure.renamed_from if structure else ()):
            yield Claim(entity, earlier, number)


def living(library: Library) -> Mapping[str, Entity]:
    """The entities that have a page now, by its address."""
    return {_address(entity.site_path): entity for entity in library.entities.values()}


def circular(library: Library) -> frozenset[str]:
    """The addresses from which redirects lead back to where they began."""
    onward: dict[str, str] = {}
    for claim in claims(library):
        onward.setdefault(claim.address, _address(claim.entity.site_path))
    seen: set[str] = set()
    found: set[str] = set()
    for start in onward:
        way: dict[str, int] = {}
        at = start
        while at in onward and at not in seen:
            seen.add(at)
            way[at] = len(way)
            at = onward[at]
        if at in way:
            found.update(list(way)[way[at] :])
    return frozenset(found)


def _address(path: str) -> str:
    return "" if path == INDEX else path.removesuffix(f"/{INDEX}")
