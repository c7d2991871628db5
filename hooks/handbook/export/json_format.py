"""All scripts as one JSON document a language, and the JSON Schema that it satisfies."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from handbook.labels import label
from handbook.text import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from handbook.export.scripts import ExportedScript
    from handbook.library import Library
    from handbook.text import Language

VERSION = 1
"""Goes up when a field changes its meaning or goes away; new fields may come at any time."""
SCHEMA_FILE = "scripts.schema.json"

_TEXT: dict[str, Any] = {"type": "string"}
_TEXTS: dict[str, Any] = {"type": "array", "items": _TEXT}
_LINE = {
    "type": "object",
    "required": ["kind", "text", "placeholders", "leads_to", "basis"],
    "additionalProperties": False,
    "properties": {
        "kind": {"enum": ["say", "send", "hear", "do", "never"]},
        "text": {
            "type": "string",
            "description": "Plain text with {{ placeholders }}; of 'hear' the customer's words.",
        },
        "placeholders": _TEXTS,
        "leads_to": {
            "type": ["string", "null"],
            "description": "Of 'hear': id of a step of this script, or script:ID.",
        },
        "basis": {"type": ["string", "null"], "description": "Of 'never': the rule, or house-norm."},
    },
}
_SCRIPT = {
    "type": "object",
    "required": [
        "id",
        "title",
        "summary",
        "stage",
        "channel",
        "audience",
        "must_say",
        "legal_basis",
        "steps",
        "digest",
    ],
    "properties": {
        "id": _TEXT,
        "title": _TEXT,
        "summary": _TEXT,
        "asks": _TEXTS,
        "stage": _TEXT,
        "buckets": _TEXTS,
        "channel": {"enum": ["phone", "sms", "im", "email", "letter"]},
        "audience": {"enum": ["debtor", "guarantor", "third-party"]},
        "objections": _TEXTS,
        "must_say": {"type": "object", "additionalProperties": _TEXT},
        "legal_basis": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["reference", "citation", "status", "verification"],
                "properties": {"reference": _TEXT, "citation": _TEXT, "status": _TEXT, "verification": _TEXT},
            },
        },
        "placeholders": _TEXTS,
        "steps": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "title", "lines"],
                "properties": {"id": _TEXT, "title": _TEXT, "lines": {"type": "array", "items": _LINE}},
            },
        },
        "review": {
            "type": ["object", "null"],
            "description": "Null: nobody has recorded a review. 'current': the text is still the one that was read.",
            "required": ["on", "by", "due", "current"],
        },
        "digest": {"type": "string", "pattern": "^[0-9a-f]{16}$"},
    },
}
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Scripts of the Collections Handbook",
    "type": "object",
    "required": ["version", "language", "stages", "placeholders", "scripts"],
    "properties": {
        "version": {"const": VERSION},
        "language": {"enum": ["zh", "en"]},
        "stages": {"type": "object", "additionalProperties": _TEXT},
        "placeholders": {"type": "object"},
        "scripts": {"type": "array", "items": _SCRIPT},
    },
}


def files(scripts: Sequence[ExportedScript], library: Library, language: Language) -> Iterator[tuple[str, str]]:
    yield f"scripts.{language}.json", _json(document(scripts, library, language))
    if language is SOURCE:
        yield SCHEMA_FILE, _json(SCHEMA)


def document(scripts: Sequence[ExportedScript], library: Library, language: Language) -> dict[str, Any]:
    """The content of the file, as `SCHEMA` describes it."""
    return {
        "version": VERSION,
        "language": language.value,
        "stages": {each.script.stage.value: label(each.script.stage, language) for each in scripts},
        "placeholders": {
            name: {
                "type": entry.type.value,
                "label": entry.label[language],
                "help": entry.help[language],
                "example": entry.example_in(language),
                "required": entry.required,
                "privacy": entry.privacy.value,
                "choices": {choice.value: choice[language] for choice in entry.choices},
            }
            for name, entry in sorted(library.placeholders.items())
        },
        "scripts": [_script(each) for each in scripts],
    }


def _script(each: ExportedScript) -> dict[str, Any]:
    script, review = each.script, each.review
    return {
        "id": each.id,
        "title": each.prose.title,
        "summary": each.prose.summary,
        "asks": list(each.prose.asks),
        "stage": script.stage.value,
        "buckets": [bucket.value for bucket in script.buckets],
        "channel": script.channel.value,
        "audience": script.audience.value,
        "objections": [objection.value for objection in script.objections],
        "must_say": each.must_say,
        "legal_basis": [asdict(basis) for basis in each.basis],
        "placeholders": list(each.placeholders),
        "steps": [asdict(step) for step in each.steps],
        "review": asdict(review) if review else None,
        "digest": each.digest,
    }


def _json(value: Any) -> str:  # noqa: ANN401 -- whatever can be written
    return json.dumps(value, ensure_ascii=False, indent=1, default=str) + "\n"
