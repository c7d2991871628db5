"""What the check reports: a rule, the place in a source file, a message and what to do.

Nothing here prints; `handbook.report` has one small renderer for each output format.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from handbook.text import Text


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


class Span(Struct, frozen=True, order=True):
    """A stretch of a source file. Lines and columns count from 1, in characters; the end is exclusive."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Rule:
    """What can be wrong, why it matters and how to mend it. `code` is stable and never reused."""

    code: str
    name: str
    finds: Text
    why: Text
    wrong: str
    right: str
    severity: Severity = Severity.ERROR

    @property
    def url(self) -> str:
        """Address of the rule's explanation, relative to the site."""
        return f"contributing/rules/#{self.code.lower()}"

    def at(self, span: Span, message: Text, help: Text | None = None) -> Finding:  # noqa: A002 -- the contract's word
        return Finding(self, span, message, help)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong at one place."""

    rule: Rule
    span: Span
    message: Text
    help: Text | None = None

    @property
    def sort_key(self) -> tuple[Span, str, str]:
        return self.span, self.rule.code, self.message.en
