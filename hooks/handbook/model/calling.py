"""When a customer may be called: which rules speak for which cases, and what the house adds to them."""

from __future__ import annotations

from datetime import date  # noqa: TC003 -- pydantic reads the annotations
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from handbook.model.common import Id, Line, Schema
from handbook.model.placeholder import Bilingual  # noqa: TC001
from handbook.model.regulation import Jurisdiction  # noqa: TC001

FACT_PATTERN = r"^fact:[a-z0-9-]+/[a-z0-9-]+$"
FactReference = Annotated[str, StringConstraints(pattern=FACT_PATTERN)]


class LimitKind(StrEnum):
    """What a rule limits; the unit of its fact must fit."""

    QUIET_HOURS = "quiet-hours"
    """No call within the window."""
    PERMITTED_HOURS = "permitted-hours"
    """No call outside the window."""
    CALLS_A_DAY = "calls-a-day"
    """Calls that were answered."""
    ATTEMPTS_A_DAY = "attempts-a-day"
    """Calls that were not answered."""
    CALLS_IN_DAYS = "calls-in-days"
    """Calls of any kind, about one debt, within `days`."""
    DAYS_AFTER_CONVERSATION = "days-after-conversation"


class Limit(Schema):
    kind: LimitKind
    fact: FactReference
    days: FactReference | None = None
    lifted_by_consent: bool = False
    """Whether the customer's consent, or an agreement on another time, lifts it."""


class Regime(Schema):
    """The rules for one kind of case; none where no rule that was read sets a clock or a count."""

    id: Id
    jurisdiction: Jurisdiction
    name: Bilingual
    time_zones: Annotated[tuple[Line, ...], Field(min_length=1)]
    """Where its customers are, by the names of the tz database; the first is offered first."""
    limits: tuple[Limit, ...] = ()


class HouseNorms(Schema):
    """What the house asks for beyond the rules. None of it is law."""

    hours_between_calls: Annotated[float, Field(ge=0, le=72)] = 0
    holidays: tuple[date, ...] = ()
    """Days on which nobody is called."""
    earliest: Annotated[str, StringConstraints(pattern=r"^\d\d:\d\d$")] = "08:00"
    latest: Annotated[str, StringConstraints(pattern=r"^\d\d:\d\d$")] = "22:00"
    """Hours outside which a case without a clock of its own is first discussed with the team leader."""


class CallingRules(Schema):
    regimes: tuple[Regime, ...] = ()
    house_norms: HouseNorms = HouseNorms()
