"""The two languages of the handbook, and a text that exists in both."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language of publication. Chinese is the source; English is its translation."""

    ZH = "zh"
    EN = "en"


SOURCE = Language.ZH
TRANSLATION = Language.EN


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in both languages: `Text(zh="术语", en="term")["en"] == "term"`."""

    zh: str
    en: str

    def __getitem__(self, language: str) -> str:
        return self.zh if language == Language.ZH else self.en
