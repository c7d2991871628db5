"""Pages: everything in `docs/` that is not an entity of its own."""

from __future__ import annotations

from enum import StrEnum

from handbook.model.common import Prose, Structure, Translated
from handbook.model.term import TermGroup  # noqa: TC001 -- pydantic reads the annotations


class Listing(StrEnum):
    """What a section's index page lists below its introduction."""

    TERM = "term"
    SCRIPT = "script"
    REGULATION = "reg"
    CASE = "case"
    LESSON = "lesson"
    RULE = "rule"
    DOWNLOAD = "download"
    """The exported files, each with its digest."""


class Tool(StrEnum):
    """What a page works out for its reader, in the browser."""

    CALLING = "calling"
    INSTALMENTS = "instalments"
    BUCKETS = "buckets"
    RATES = "rates"
    RATE_CAP = "rate-cap"


class Page(Structure):
    lists: Listing | None = None
    term_group: TermGroup | None = None
    """Lists the terms of one group below the text."""
    tool: Tool | None = None
    offline: bool = False
    """Where a reader can have the handbook kept on the device."""
    form: bool = False
    """A form to print and fill in by hand: empty cells get room to write."""


class PageTranslation(Prose, Translated):
    pass
