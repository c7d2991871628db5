"""An espanso package a language: type a trigger anywhere, fill in the form, and the words stand there.

The package format of espanso 2: `_manifest.yml`, `package.yml` and a README. A trigger is `:` and the script's id; a
phone script has one for each step (`:first-reminder-m1.opening`). https://espanso.org/docs/packages/creating-a-package/
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from handbook.model.placeholder import ValueType
from handbook.model.script import Channel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from handbook.export.scripts import ExportedScript
    from handbook.library import Library
    from handbook.text import Language

VERSION = "1.0.0"
_PLACEHOLDER = re.compile(r"\{\{\s*([a-z0-9_]+)\s*\}\}")
_README = """# Collections Handbook: scripts ({language})

Made by `handbook export` from the handbook's scripts. Do not edit: change the handbook and export again.
Nothing that you fill in leaves your machine. A script says in the handbook whether a person has reviewed it.
"""


def files(scripts: Sequence[ExportedScript], library: Library, language: Language) -> Iterator[tuple[str, str]]:
    folder = f"espanso/collections-handbook-{language}"
    manifest = {
        "name": f"collections-handbook-{language}",
        "title": f"Collections Handbook ({language})",
        "description": "Scripts of lawful debt collection, with forms to fill in",
        "version": VERSION,
        "author": "Collections Handbook",
    }
    yield f"{folder}/_manifest.yml", _yaml(manifest)
    yield f"{folder}/package.yml", _yaml({"matches": list(matches(scripts, library, language))})
    yield f"{folder}/README.md", _README.format(language=language)


def matches(scripts: Sequence[ExportedScript], library: Library, language: Language) -> Iterator[dict[str, Any]]:
    """What is said in each step, or sent as a whole, as matches with forms."""
    for each in scripts:
        by_step: dict[str, list[str]] = {}
        titles: dict[str, str] = {}
        for step, line in each.spoken():
            key = step.id if each.script.channel is Channel.PHONE else ""
            by_step.setdefault(key, []).append(line.text)
            titles[key] = f"{each.prose.title} · {step.title}" if key else each.prose.title
        for key, texts in by_step.items():
            trigger = f":{each.id}.{key}" if key else f":{each.id}"
            yield _match(trigger, titles[key], "\n\n".join(texts), library, language)


def _match(trigger: str, title: str, text: str, library: Library, language: Language) -> dict[str, Any]:
    names = list(dict.fromkeys(_PLACEHOLDER.findall(text)))
    match: dict[str, Any] = {"trigger": trigger, "label": title}
    if not names:
        return match | {"replace": text}
    fields = {name: field for name in names if (field := _field(name, library, language))}
    match["form"] = _PLACEHOLDER.sub(r"[[\1]]", text)
    return match | ({"form_fields": fields} if fields else {})


def _field(name: str, library: Library, language: Language) -> dict[str, Any]:
    entry = library.placeholders.get(name)
    if entry is None:
        return {}
    if entry.type is ValueType.CHOICE:
        return {"type": "choice", "values": [choice[language] for choice in entry.choices]}
    default = entry.default
    return {"default": default if isinstance(default, str) else default[language]} if default else {}


def _yaml(value: Any) -> str:  # noqa: ANN401 -- whatever can be written
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000)
