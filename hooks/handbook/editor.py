"""What an editor is told about the handbook: settings, a task that shows findings in place, and snippets.

All of it is generated from the schemas, the table of blocks, the placeholder dictionary and the skeletons.
"""

from __future__ import annotations

import json
import re
from enum import StrEnum
from itertools import count
from string import Template
from typing import TYPE_CHECKING, Any

from handbook.blocks import BLOCKS, HOUSE_NORM, Argument
from handbook.model import KINDS, Kind
from handbook.model.script import Channel, Stage
from handbook.scaffold import PROMPTS, USUAL_BASIS, skeleton_of
from handbook.schema import FLOOR_TALK, PLACEHOLDERS, SEARCH_WORDS, WORDING, file_name, schemas

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from handbook.blocks import BlockType
    from handbook.library import Library

FOLDER = ".vscode"
SCHEMA_FOLDER = f"{FOLDER}/schemas"

_STOP = re.compile(rf"^(?P<field>\w+): (?P<value>[\w-]+)$|(?P<prompt>(?:{'|'.join(PROMPTS)})[^〔〕]*〕)", re.MULTILINE)
_FINDING = r"^(.+?):(\d+):(\d+): (HB\d+) (.*)$"
_QUIZ = ["${1:问题 Question}", "", "- [x] ${2:对 Right}", "- [ ] ${3:错 Wrong}", "", "${4:为什么 Why}"]


def schema_files() -> dict[str, str]:
    """File name to content, for any folder."""
    return {file_name(name): _json(schema) for name, schema in schemas().items()}


def vscode_files(library: Library, schema_folder: str = SCHEMA_FOLDER) -> dict[str, str]:
    """Path, relative to the project root, to content. `schema_folder` is relative to the root as well."""
    return {
        f"{FOLDER}/settings.json": _json(_settings(library, schema_folder)),
        f"{FOLDER}/tasks.json": _json(_tasks()),
        f"{FOLDER}/extensions.json": _json({"recommendations": ["redhat.vscode-yaml"]}),
        f"{FOLDER}/handbook.code-snippets": _json(dict(_snippets(library))),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _settings(library: Library, schema_folder: str) -> dict[str, Any]:
    """Front matter has no schema here: no extension applies one within Markdown, so the task and snippets stand in."""
    dictionaries = {
        PLACEHOLDERS: library.placeholder_dictionary.path,
        WORDING: library.wording.path,
        SEARCH_WORDS: library.search_words.path,
        FLOOR_TALK: library.floor_talk.path,
    }
    return {
        "yaml.schemas": {f"./{schema_folder}/{file_name(name)}": path for name, path in dictionaries.items() if path},
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "editor.unicodeHighlight.allowedLocales": {"zh-hans": True},
        "[markdown]": {
            "editor.wordWrap": "on",
            "editor.snippetSuggestions": "top",
            "editor.quickSuggestions": {"comments": "on", "strings": "on", "other": "on"},
        },
    }


def _tasks() -> dict[str, Any]:
    matcher = {
        "owner": "handbook",
        "fileLocation": ["relative", "${workspaceFolder}"],
        "pattern": {"regexp": _FINDING, "file": 1, "line": 2, "column": 3, "code": 4, "message": 5},
    }
    task = {
        "label": "handbook check",
        "type": "shell",
        "command": ".venv/bin/handbook check",
        "group": {"kind": "test", "isDefault": True},
        "presentation": {"reveal": "silent"},
        "problemMatcher": matcher,
    }
    return {"version": "2.0.0", "tasks": [task]}


def _snippets(library: Library) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, entry in library.placeholders.items():
        yield (
            f"placeholder {name}",
            _snippet([name, entry.label.zh], [f"{{{{ {name} }}}}"], f"{entry.help.zh} · {entry.help.en}"),
        )
    for name, block in BLOCKS.items():
        yield (
            f"block {name}",
            _snippet(
                [f"block-{name}", block.label.zh],
                [f"/// {name}{_argument(block)}", *(_QUIZ if name == "quiz" else ["$0"]), "///"],
                f"{block.label.zh} · {block.label.en}",
            ),
        )
    for kind, of in KINDS.items():
        for channel in (Channel.PHONE, Channel.SMS) if kind is Kind.SCRIPT else (Channel.PHONE,):
            skeleton = skeleton_of(kind, channel)
            name = of.name.en + ("-message" if channel is Channel.SMS else "")
            title = f"{of.name.zh}骨架" + ("（文字）" if channel is Channel.SMS else "")
            yield (
                f"skeleton {name}",
                _snippet([f"new-{name}", title], _body(skeleton.zh, kind, channel), f"{title} · Skeleton of a {name}"),
            )
            yield (
                f"skeleton {name}.en",
                _snippet(
                    [f"new-{name}.en"],
                    _body(skeleton.en, kind, channel),
                    f"{title}的译文 · Skeleton of its translation",
                ),
            )


def _snippet(prefix: list[str], body: list[str], description: str) -> dict[str, Any]:
    return {"scope": "markdown", "prefix": prefix, "body": body, "description": description}


def _argument(block: BlockType) -> str:
    example = {
        Argument.NONE: "",
        Argument.TEXT: "客户：",
        Argument.BASIS: HOUSE_NORM,
        Argument.MINUTES: "8",
        Argument.REPLY: "#n-next best",
        Argument.ENDING: "good",
    }[block.argument]
    return f" | ${{1:{example}}}" if example else ""


def _body(skeleton: str, kind: Kind, channel: Channel) -> list[str]:
    """A skeleton as the lines of a snippet: a stop at each prompt, a choice where a field has set values."""
    stops = count(1)
    values = {
        "id": "${TM_FILENAME_BASE}",
        "title": "",
        "today": "${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}",
        "review_by": f"{PROMPTS[0]}：半年之后的日期〕",
        "stage": Stage.M1.value,
        "channel": channel.value,
        "basis": USUAL_BASIS,
        "digest": "",
    }
    choices = _choices(kind)
    text = Template(skeleton).substitute(values)
    return _STOP.sub(lambda match: _stop(match, choices, stops), text).splitlines()


def _stop(match: re.Match[str], choices: Mapping[str, list[str]], stops: Iterator[int]) -> str:
    if match["prompt"]:
        return f"${{{next(stops)}:{match['prompt']}}}"
    if match["field"] not in choices:
        return match[0]
    values = dict.fromkeys([match["value"], *choices[match["field"]]])
    return f"{match['field']}: ${{{next(stops)}|{','.join(values)}|}}"


def _choices(kind: Kind) -> Mapping[str, list[str]]:
    """The fields of a kind that take one of a set of values."""
    fields = KINDS[kind].structure.model_fields
    types = {name: field.annotation for name, field in fields.items()}
    return {name: list(of) for name, of in types.items() if isinstance(of, type) and issubclass(of, StrEnum)}
