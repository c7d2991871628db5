"""Findings as workflow commands, so that GitHub shows them beside the changed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handbook.diagnostics import Finding
    from handbook.text import Language


def render(findings: Sequence[Finding], language: Language) -> str:
    return "".join(_one(finding, language) for finding in findings)


def _one(finding: Finding, language: Language) -> str:
    span, rule = finding.span, finding.rule
    message = finding.message[language] + (f" — {finding.help[language]}" if finding.help else "")
    places = {
        "file": span.path,
        "line": span.line,
        "endLine": span.end_line,
        "col": span.column,
        "endColumn": span.end_column,
        "title": f"{rule.code} {rule.name}",
    }
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in places.items())
    return f"::{rule.severity.value} {properties}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
