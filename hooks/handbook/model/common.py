"""Fields that several kinds share, and the types that front matter is made of."""

from __future__ import annotations

from datetime import date  # noqa: TC003 -- pydantic reads the annotations
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
REFERENCE_PATTERN = r"^(?:term|script|reg|case|lesson|page|fact):[^\s#]+(?:#\S+)?$"

BRIEF_PATTERN = r"^S[1-6]\.[1-6][a-d]?$"
DIGEST_PATTERN = r"^(?:[0-9a-f]{16})?$"

WEB_PATTERN = r"^[Hh][Tt]{2}[Pp][Ss]?://[^\s/?#]+\S*$"

PATTERNS = {
    ID_PATTERN: "lower-case letters, digits and single hyphens, such as roll-rate",
    REFERENCE_PATTERN: "a reference with its kind, such as term:roll-rate or reg:cn-pipl#art-13",
    BRIEF_PATTERN: "a row of the source brief, such as S2.2a",
    DIGEST_PATTERN: "a digest; run 'handbook translated' on the file",
    WEB_PATTERN: "a web address, such as https://www.npc.gov.cn/",
}
"""What the patterns mean to an author."""

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=80)]
Reference = Annotated[str, StringConstraints(pattern=REFERENCE_PATTERN)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]
BriefRow = Annotated[str, StringConstraints(pattern=BRIEF_PATTERN)]
Digest = Annotated[str, StringConstraints(pattern=DIGEST_PATTERN)]
WebAddress = Annotated[str, StringConstraints(pattern=WEB_PATTERN)]


class Bucket(StrEnum):
    """Delinquency buckets, convention A of `term:m-stage`."""

    M0 = "M0"
    M1 = "M1"
    M2 = "M2"
    M3 = "M3"
    M4 = "M4"
    M5 = "M5"
    M6 = "M6"
    M7 = "M7"


class Verification(StrEnum):
    """How a statement was checked, strongest first; explained to readers on `page:about/index`."""

    OFFICIAL = "official"
    FULL_TEXT = "full-text"
    MIRROR = "mirror"
    EXCERPT = "excerpt"
    MACHINE_TRANSLATION = "machine-translation"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


class Schema(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Review(Schema):
    """A review that a person recorded. Without one a page says that nobody has reviewed it."""

    on: date
    by: Line
    """The role of the reviewer, not a name."""
    digest: Digest
    """Digest of the file as it was reviewed."""
    due: date | None = None
    basis: dict[Reference, Digest] = Field(default_factory=dict)
    """Each regulation that the reviewer read the page against, with the digest of its Chinese file at that time."""


class Prose(Schema):
    """What is written once in each language."""

    title: Line
    asks: tuple[Line, ...] = ()
    """Questions, in the words of a reader, that the page answers."""
    summary: Line


class Translated(Schema):
    source_digest: Digest
    """Digest of the Chinese file that was translated; `handbook translated FILE` records it."""


class Structure(Prose):
    """What stands in the Chinese file alone."""

    related: tuple[Reference, ...] = ()
    brief: tuple[BriefRow, ...] = ()
    """Rows of the source brief that the page serves."""
    renamed_from: tuple[str, ...] = ()
    """Earlier ids; their addresses redirect here."""
    review: Review | None = None


class Entry(Structure):
    """Structure of everything that has an id of its own."""

    id: Annotated[Id, Field(description="Permanent; equal to the file name")]
