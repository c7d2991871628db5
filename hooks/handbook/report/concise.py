"""One line a finding, as editors and terminals understand it: `path:line:column: CODE message — help`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handbook.diagnostics import Finding
    from handbook.text import Language


def line(finding: Finding, language: Language) -> str:
    span = finding.span
    help_ = f" — {finding.help[language]}" if finding.help else ""
    return f"{span.path}:{span.line}:{span.column}: {finding.rule.code} {finding.message[language]}{help_}"


def render(findings: Sequence[Finding], language: Language) -> str:
    return "".join(f"{line(finding, language)}\n" for finding in findings)
