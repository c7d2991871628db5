"""Scripts: what to say or send at one stage, through one channel, to one kind of listener."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from handbook.model.common import Bucket, Entry, Id, Line, Prose, Reference, Translated


class Stage(StrEnum):
    PRE_DUE = "pre-due"
    M1 = "m1"
    M2_M3 = "m2-m3"
    M4_PLUS = "m4-plus"
    PRE_LEGAL = "pre-legal"
    AFTER_JUDGMENT = "after-judgment"
    THIRD_PARTY = "third-party"
    PTP_FOLLOW_UP = "ptp-follow-up"
    BROKEN_PROMISE = "broken-promise"
    PLAN_AGREEMENT = "plan-agreement"
    SETTLEMENT = "settlement"
    COMPLAINT = "complaint"
    CEASE_CONTACT = "cease-contact"
    VULNERABLE = "vulnerable"
    DECEASED = "deceased"
    WRONG_NUMBER = "wrong-number"
    IDENTITY_CHECK = "identity-check"
    INBOUND = "inbound"
    VOICEMAIL = "voicemail"


class Channel(StrEnum):
    PHONE = "phone"
    SMS = "sms"
    IM = "im"
    EMAIL = "email"
    LETTER = "letter"


class Audience(StrEnum):
    DEBTOR = "debtor"
    GUARANTOR = "guarantor"
    THIRD_PARTY = "third-party"


class Objection(StrEnum):
    NO_MONEY = "no-money"
    DENIES_DEBT = "denies-debt"
    HOSTILE = "hostile"
    ASKS_WAIVER = "asks-waiver"
    SUE_ME = "sue-me"
    RECORDS_CALL = "records-call"
    INTERMEDIARY = "intermediary"
    THIRD_PARTY_ANSWERS = "third-party-answers"
    ALREADY_PAID = "already-paid"
    FRAUD_CLAIMED = "fraud-claimed"
    WANTS_PROOF = "wants-proof"
    DELAYS = "delays"
    FAMILY_HARDSHIP = "family-hardship"
    ILLNESS = "illness"
    JOB_LOSS = "job-loss"


class ScriptProse(Prose):
    must_say: Annotated[dict[Id, Line], Field(min_length=1)]
    """What may not be left out, by id; the text is Markdown and may hold references."""


class Script(ScriptProse, Entry):
    stage: Stage
    buckets: tuple[Bucket, ...] = ()
    channel: Channel
    audience: Audience
    objections: tuple[Objection, ...] = ()
    legal_basis: Annotated[tuple[Reference, ...], Field(min_length=1)]
    said_in: dict[Id, tuple[Id, ...]] = Field(default_factory=dict)
    """The steps, by the ids of their headings, in which a must-say item is said; a guided call ticks it there."""


class ScriptTranslation(ScriptProse, Translated):
    pass
