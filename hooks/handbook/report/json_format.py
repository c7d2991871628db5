"""Findings as JSON, for programs. The shape is a contract; fields are added, never changed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from handbook.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handbook.diagnostics import Finding
    from handbook.text import Language


def diagnostic(finding: Finding, language: Language) -> dict[str, object]:
    return {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.rule.severity.value,
        "path": finding.span.path,
        "line": finding.span.line,
        "column": finding.span.column,
        "end_line": finding.span.end_line,
        "end_column": finding.span.end_column,
        "message": finding.message[language],
        "help": finding.help[language] if finding.help else None,
        "url": finding.rule.url,
    }


def render(findings: Sequence[Finding], language: Language, *, files: int, seconds: float) -> str:
    errors = sum(finding.rule.severity is Severity.ERROR for finding in findings)
    report = {
        "diagnostics": [diagnostic(finding, language) for finding in findings],
        "summary": {
            "errors": errors,
            "warnings": len(findings) - errors,
            "files": files,
            "seconds": round(seconds, 3),
        },
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
