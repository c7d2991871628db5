"""Cases: a fictional account to work on, with its variables and a model strategy."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from handbook.model.common import Bucket, Entry, Line, Prose, Reference, Translated


class Level(StrEnum):
    BASIC = "basic"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class Product(StrEnum):
    CREDIT_CARD = "credit-card"
    CONSUMER_FINANCE = "consumer-finance"
    ONLINE_LOAN = "online-loan"
    CAR_LOAN = "car-loan"
    TELECOM = "telecom"
    PROPERTY_FEE = "property-fee"
    INSTALMENT_PURCHASE = "instalment-purchase"
    BUSINESS_LOAN = "business-loan"
    MORTGAGE = "mortgage"
    PRIVATE_LENDING = "private-lending"


class Grade(StrEnum):
    """What a reply in a branching case is worth."""

    BEST = "best"
    WORKABLE = "workable"
    MISTAKE = "mistake"


class Ending(StrEnum):
    """How a branching case ends."""

    GOOD = "good"
    MIXED = "mixed"
    BAD = "bad"


class CaseProse(Prose):
    profile: Annotated[dict[Line, Line], Field(min_length=1)]
    """The debtor: label to value."""
    variables: Annotated[dict[Line, Line], Field(min_length=1)]
    """The account: label to value."""


class Case(CaseProse, Entry):
    level: Level
    product: Product
    buckets: tuple[Bucket, ...] = ()
    scripts: tuple[Reference, ...] = ()
    legal_basis: tuple[Reference, ...] = ()


class CaseTranslation(CaseProse, Translated):
    pass
