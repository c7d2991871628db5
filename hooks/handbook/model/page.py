"""Pages: everything in `docs/` that is not an entity of its own."""

from __future__ import annotations

from enum import StrEnum

from handbook.model.common import Prose, Structure, Translated


class Listing(StrEnum):
    """What a section's index page lists below its introduction."""

    TERM = "term"
    SCRIPT = "script"
    REGULATION = "reg"
    CASE = "case"
    LESSON = "lesson"
    RULE = "rule"


class Page(Structure):
    lists: Listing | None = None


class PageTranslation(Prose, Translated):
    pass
