"""Terms: one concept a file, with its labels in each language (the SKOS and TBX model)."""

from __future__ import annotations

from enum import StrEnum

from handbook.model.common import Entry, Line, Prose, Reference, Schema, Translated, Verification


class TermGroup(StrEnum):
    METRICS = "metrics"
    STAGES = "stages"
    CONTACT = "contact"
    NEGOTIATION = "negotiation"
    LEGAL = "legal"
    COMPLIANCE = "compliance"
    PSYCHOLOGY = "psychology"
    TRAINING = "training"


class DeprecatedLabel(Schema):
    """A label not to be used; the title of the term is what to write instead."""

    label: Line
    why: Line


class TermProse(Prose):
    """`title` is the preferred label."""

    aliases: tuple[Line, ...] = ()
    abbreviations: tuple[Line, ...] = ()
    slang: tuple[Line, ...] = ()
    deprecated: tuple[DeprecatedLabel, ...] = ()
    source: Line


class Term(TermProse, Entry):
    group: TermGroup
    verification: Verification
    """How the definition was checked."""
    confused_with: tuple[Reference, ...] = ()


class TermTranslation(TermProse, Translated):
    pass
