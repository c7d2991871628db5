"""Lessons: what a trainer holds, minute by minute."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from handbook.model.common import Entry, Id, Line, Prose, Reference, Translated


class TrainingStage(StrEnum):
    FOUNDATION = "foundation"
    ADVANCED = "advanced"
    PRACTICE = "practice"


class LessonProse(Prose):
    objectives: Annotated[tuple[Line, ...], Field(min_length=1)]
    materials: tuple[Line, ...] = ()


class Lesson(LessonProse, Entry):
    stage: TrainingStage
    minutes: Annotated[int, Field(gt=0, le=480)]
    segments: Annotated[dict[Id, Annotated[int, Field(gt=0)]], Field(min_length=1)]
    """Heading id of each part to its minutes; they add up to `minutes`."""
    prerequisites: tuple[Reference, ...] = ()


class LessonTranslation(LessonProse, Translated):
    pass
