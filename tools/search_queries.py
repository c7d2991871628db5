"""The queries that search is judged by (`tests/search/queries.yml`), and whether a result is the right one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from handbook import references
from handbook.text import Language
from handbook.urls import page_url

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handbook.library import Library

FILE = Path(__file__).parent.parent / "tests/search/queries.yml"


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader types, and the page that is right; with `#anchor` the result must lead there."""

    text: str
    page: str
    language: Language
    kind: str
    held_out: bool = False

    def address(self, library: Library) -> str | None:
        """The address that is right, or None where its page does not exist yet."""
        target = references.parse(self.page)
        entity = library.find(target) if target else None
        if target is None or entity is None:
            return None
        address = page_url(entity, self.language)
        return f"{address}#{target.anchor}" if target.anchor else address


def load() -> tuple[Query, ...]:
    data = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple(
        Query(each["query"], each["page"], Language(language), kind, each.get("held_out", False))
        for language, kinds in data.items()
        for kind, found in kinds.items()
        for each in found
    )


def rank(results: Sequence[str], right: str) -> int:
    """At which place the right address stands, from 1; 0 where it is not among the results."""
    for place, address in enumerate(results, 1):
        if (address if "#" in right else address.split("#")[0]) == right:
            return place
    return 0


@dataclass(frozen=True, slots=True)
class Score:
    """Shares of queries whose right page came first and among the first three, and the mean reciprocal rank."""

    count: int
    first: float
    third: float
    reciprocal: float


def score(ranks: Sequence[int]) -> Score:
    count = len(ranks)
    return Score(
        count,
        sum(each == 1 for each in ranks) / count,
        sum(1 <= each <= 3 for each in ranks) / count,  # noqa: PLR2004 -- three
        sum(1 / each for each in ranks if each) / count,
    )
