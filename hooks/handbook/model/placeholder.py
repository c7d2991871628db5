"""The placeholder dictionary: what may stand between `{{` and `}}`, and what a form must know to ask for it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, RootModel, StringConstraints

from handbook.model.common import Line, Schema

PlaceholderName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$", max_length=40)]


class ValueType(StrEnum):
    TEXT = "text"
    NAME = "name"
    DATE = "date"
    TIME = "time"
    MONEY = "money"
    PHONE = "phone"
    PERCENT = "percent"
    COUNT = "count"
    CHOICE = "choice"


class Privacy(StrEnum):
    """`sensitive` values are shown masked."""

    PUBLIC = "public"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"


class Bilingual(Schema):
    zh: Line
    en: Line

    def __getitem__(self, language: str) -> str:
        return self.zh if language == "zh" else self.en


class Choice(Bilingual):
    value: Line


class Length(Schema):
    min: Annotated[int, Field(ge=0)] = 0
    max: Annotated[int, Field(ge=1)]


class Range(Schema):
    min: float | None = None
    max: float | None = None


class PlaceholderEntry(Schema):
    """`example` and `default` are one plain value, or one in each language where they are words."""

    type: ValueType
    label: Bilingual
    help: Bilingual
    example: Bilingual | Line
    required: Annotated[bool, Field(strict=True)]
    privacy: Privacy
    default: Bilingual | Line | None = None
    length: Length | None = None
    range: Range | None = None
    choices: tuple[Choice, ...] = ()

    def example_in(self, language: str) -> str:
        return self.example if isinstance(self.example, str) else self.example[language]

    def default_in(self, language: str) -> str:
        """Empty where there is none."""
        return self.default[language] if isinstance(self.default, Bilingual) else self.default or ""


class PlaceholderDictionary(RootModel[dict[PlaceholderName, PlaceholderEntry]]):
    """Every placeholder that scripts may have, by its name."""

    root: dict[PlaceholderName, PlaceholderEntry] = Field(default_factory=dict)
