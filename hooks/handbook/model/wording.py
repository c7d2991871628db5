"""The wording dictionary: what no script may say, what it had better say otherwise, and what it must not leave out."""

from __future__ import annotations

from enum import StrEnum
from itertools import product
from math import prod
from typing import Annotated

from pydantic import AfterValidator, Field

from handbook.blocks import HOUSE_NORM
from handbook.model.common import Id, Line, Schema
from handbook.model.placeholder import Bilingual  # noqa: TC001 -- pydantic reads the annotations
from handbook.model.script import Channel, Stage  # noqa: TC001
from handbook.text import Language  # noqa: TC001

REGULATION = "reg:"
MOST_ALTERNATIVES = 1000


class Category(StrEnum):
    """What is wrong with a wording."""

    THREAT = "threat"
    INSULT = "insult"
    FALSE_AUTHORITY = "false-authority"
    FALSE_CONSEQUENCE = "false-consequence"
    THIRD_PARTY_DISCLOSURE = "third-party-disclosure"
    PROMISE_WITHOUT_BASIS = "promise-without-basis"
    INDUCED_BORROWING = "induced-borrowing"
    PRIVATE_CHANNEL = "private-channel"
    COMPLAINT_OBSTRUCTION = "complaint-obstruction"
    BLAMING = "blaming"
    PRESSURE = "pressure"
    MISLEADING = "misleading"


def spellings(phrase: str) -> tuple[str, ...]:
    """The phrases that a phrase with alternatives stands for: `让(你|您)坐牢` is two, `坐(|了)牢` as well."""
    alternatives = _alternatives(phrase)
    return tuple("".join(parts) for parts in product(*alternatives))


def _alternatives(phrase: str) -> list[list[str]]:
    """What may stand at each place of a phrase; raises where the brackets are not in pairs."""
    places: list[list[str]] = []
    for number, part in enumerate(phrase.split("(")):
        inside, closed, rest = part.partition(")") if number else ("", ")", part)
        if not closed or ")" in rest or "|" in rest:
            raise ValueError("alternatives in pairs of brackets, such as 让(你|您)坐牢")
        places += [inside.split("|"), [rest]]
    return places


def _phrase(phrase: str) -> str:
    if prod(map(len, _alternatives(phrase))) > MOST_ALTERNATIVES:
        raise ValueError(f"a phrase with at most {MOST_ALTERNATIVES} alternatives")
    return phrase


def _basis(basis: str) -> str:
    if basis != HOUSE_NORM and not (basis.startswith(REGULATION) and "#" in basis):
        raise ValueError(f"a provision, such as reg:cn-pipl#art-25, or {HOUSE_NORM}")
    return basis


Phrase = Annotated[Line, AfterValidator(_phrase)]
Basis = Annotated[str, AfterValidator(_basis)]


class Grounded(Schema):
    """What every entry states: why, and the rule that it rests on."""

    id: Id
    why: Bilingual
    basis: Basis


class Wording(Grounded):
    """Phrases that are not to be spoken or sent.

    They are harmless within the longer phrases of `not_in`, and directly after the words of `not_after`.
    """

    language: Language
    """In which the phrases, and `instead`, are written."""
    phrases: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    not_in: tuple[Phrase, ...] = ()
    not_after: tuple[Line, ...] = ()
    category: Category
    instead: Line | None = None


class Banned(Wording):
    pass


class Discouraged(Wording):
    instead: Line


class MustSay(Grounded):
    """One of the ids `any_of` must stand in `must_say` of each script of these stages and channels; none means all."""

    stages: tuple[Stage, ...] = ()
    except_stages: tuple[Stage, ...] = ()
    channels: tuple[Channel, ...] = ()
    any_of: Annotated[tuple[Id, ...], Field(min_length=1)]

    def concerns(self, stage: Stage, channel: Channel) -> bool:
        return (
            (not self.stages or stage in self.stages)
            and stage not in self.except_stages
            and (not self.channels or channel in self.channels)
        )


class WordingDictionary(Schema):
    banned: tuple[Banned, ...] = ()
    discouraged: tuple[Discouraged, ...] = ()
    must_say: tuple[MustSay, ...] = ()
