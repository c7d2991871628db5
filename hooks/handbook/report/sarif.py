"""Findings as SARIF 2.1.0 (OASIS), for code-scanning dashboards. Columns count characters (unicodeCodePoints)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handbook.diagnostics import Finding, Rule
    from handbook.text import Language

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(findings: Sequence[Finding], language: Language, rules: Sequence[Rule]) -> str:
    places = {rule.code: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "handbook", "rules": [_rule(rule, language) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, language, places[finding.rule.code]) for finding in findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule, language: Language) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.finds[language]},
        "fullDescription": {"text": rule.why[language]},
        "help": {"text": rule.right},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(finding: Finding, language: Language, rule_index: int) -> dict[str, object]:
    span = finding.span
    message = finding.message[language] + (f" — {finding.help[language]}" if finding.help else "")
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {
        "ruleId": finding.rule.code,
        "ruleIndex": rule_index,
        "level": finding.rule.severity.value,
        "message": {"text": message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": quote(span.path)}, "region": region}}],
    }
