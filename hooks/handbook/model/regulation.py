"""Regulation summaries: an instrument's vital signs, its provisions, and the numbers that text must never retype."""

from __future__ import annotations

from datetime import date  # noqa: TC003 -- pydantic reads the annotations
from enum import StrEnum
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field

from handbook.model.common import Entry, Id, Line, Prose, Schema, Translated, Verification, WebAddress


class Jurisdiction(StrEnum):
    CN = "cn"
    US = "us"
    UK = "uk"
    EU = "eu"
    HK = "hk"
    SG = "sg"
    IN = "in"


class Instrument(StrEnum):
    """What kind of text it is, and so how far it binds."""

    LAW = "law"
    ADMINISTRATIVE_REGULATION = "administrative-regulation"
    JUDICIAL_INTERPRETATION = "judicial-interpretation"
    DEPARTMENT_RULE = "department-rule"
    DIRECTIVE = "directive"
    NORMATIVE_DOCUMENT = "normative-document"
    GUIDANCE = "guidance"
    RECOMMENDED_STANDARD = "recommended-standard"
    SELF_REGULATION = "self-regulation"


class Status(StrEnum):
    DRAFT = "draft"
    """Published for comment, or reported as such; binds nobody."""
    IN_FORCE = "in-force"
    UPCOMING = "upcoming"
    SUPERSEDED = "superseded"
    REPEALED = "repealed"
    EXPIRED = "expired"
    """Its own term is over."""


class Unit(StrEnum):
    CALL = "call"
    ATTEMPT = "attempt"
    REVIEW = "review"
    CONTACT = "contact"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    YUAN = "yuan"
    US_DOLLAR = "us-dollar"
    HK_DOLLAR = "hk-dollar"
    PERCENT = "percent"
    TIMES_LPR = "times-lpr"
    PERSON = "person"
    INSTALMENT = "instalment"
    ITEM = "item"
    LOAN = "loan"
    TIMES = "times"
    TIME_WINDOW = "time-window"


class Provision(Schema):
    """One provision that the summary speaks of; its id is the anchor of a heading of the body.

    `article` is the number as cited ("13", "5–7", "253之一"), `section` a citation that is the same in every language
    ("§ 1006.6(b)", "CONC 7.3.4R"); where no number was seen, `clause` names the matter instead.
    """

    article: Line | None = None
    section: Line | None = None
    clause: Line | None = None
    clause_en: Line | None = None
    verification: Verification


class Fact(Schema):
    """A number or a time, with the provision that sets it."""

    value: int | float | str
    unit: Unit
    provision: Id


class RegulationProse(Prose):
    full_title: Line
    short_title: Line
    """The name used in citations."""
    issuer: Line
    binds: Line
    checked_against: Line
    """What was read, and what was not."""
    fact_labels: dict[Id, Line] = Field(default_factory=dict)


class Regulation(RegulationProse, Entry):
    jurisdiction: Jurisdiction
    instrument: Instrument
    document_number: Line | None = None
    document_number_verification: Verification | None = None
    adopted: date | None = None
    promulgated: date | None = None
    effective: date | None
    status: Status
    official_source: WebAddress | None
    official_source_read: Annotated[bool, Field(strict=True)]
    checked_on: date
    review_by: date
    verification: Verification
    provisions: Annotated[dict[Id, Provision], Field(min_length=1)]
    facts: dict[Id, Fact] = Field(default_factory=dict)

    @property
    def official_host(self) -> str:
        """The host of the official source, in lower case; empty where none is known."""
        return urlsplit(self.official_source or "").hostname or ""


class RegulationTranslation(RegulationProse, Translated):
    pass
