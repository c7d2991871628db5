"""Each finding with its line, a caret below the offending text, what to do and where to read on."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from handbook.diagnostics import Finding
    from handbook.text import Language


def render(findings: Sequence[Finding], language: Language, line_of: Callable[[str, int], str]) -> str:
    """`line_of(path, number)` gives a line of a source file."""
    return "\n".join(_one(finding, language, line_of(finding.span.path, finding.span.line)) for finding in findings)


def _one(finding: Finding, language: Language, line: str) -> str:
    span = finding.span
    number = str(span.line)
    margin = " " * len(number)
    end = span.end_column if span.end_line == span.line else len(line) + 1
    marked = line[span.column - 1 : end - 1]
    caret = " " * _width(line[: span.column - 1]) + "^" * max(1, _width(marked))
    rows = [
        f"{finding.rule.code} {finding.message[language]}",
        f"{margin}--> {span.path}:{span.line}:{span.column}",
        f"{margin} |",
        f"{number} | {line}",
        f"{margin} | {caret}",
    ]
    if finding.help:
        rows.append(f"{margin} = {finding.help[language]}")
    rows.append(f"{margin} = {finding.rule.url}")
    return "\n".join(row.rstrip() for row in rows) + "\n"


def _width(text: str) -> int:
    """Columns that a terminal gives the text: two for a Han character."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
