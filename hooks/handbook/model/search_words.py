"""What search knows about words, beside the names that pages give themselves."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, RootModel

from handbook.model import Kind  # noqa: TC001 -- pydantic reads the annotations
from handbook.model.common import Line, Reference, Schema
from handbook.text import Language


class SearchWords(Schema):
    """Words of one meaning, and words of no weight."""

    stop: tuple[Line, ...] = ()
    """Asked around the matter, never the matter itself."""
    weak: str = ""
    """Characters of little weight."""
    kinds: dict[Kind, tuple[Line, ...]] = Field(default_factory=dict)
    """Words that ask for a kind of page."""
    same: tuple[Annotated[tuple[Line, ...], Field(min_length=2)], ...] = ()
    """Groups of words that mean the same, the first for all of them."""


class FloorTalk(RootModel[dict[Reference, dict[Language, tuple[Line, ...]]]]):
    """Reference of a page to language to what people say when they mean it."""

    root: dict[Reference, dict[Language, tuple[Line, ...]]] = Field(default_factory=dict)

    def of(self, page: str, language: Language) -> tuple[str, ...]:
        return self.root.get(page, {}).get(language, ())
