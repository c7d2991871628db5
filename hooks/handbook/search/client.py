"""Joins the modules of the client into one classic script.

Browsers refuse modules from `file://`, where search must work too, and one file arrives sooner than eighteen. This is
no bundler: each module becomes a function that returns what it exports, in the order in which they need each other.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = Path(__file__).parent / "client"
MAIN = "main"

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([a-z]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:class|function\*?|const) (\w+))", re.MULTILINE)
_COMMENTS = re.compile(r"^[ ]*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/)\n", re.MULTILINE)
_REST = re.compile(r"^\s*(?:import|export)\b.*", re.MULTILINE)


def script(folder: Path = FOLDER) -> str:
    modules = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.js")}
    return "(() => {\n" + "".join(_function(name, modules[name]) for name in _order(modules)) + "})();\n"


def _function(name: str, text: str) -> str:
    exported = [match[2] for match in _EXPORT.finditer(text)]
    body = _IMPORT.sub(lambda match: f"const {{{match[1]}}} = ${match[2]};\n", _EXPORT.sub(r"\1", text))
    if rest := _REST.search(body):
        raise ValueError(f"{name}.js: cannot join {rest[0]!r}")
    return f"const ${name} = (() => {{\n{_COMMENTS.sub('', body)}return {{ {', '.join(exported)} }};\n}})();\n"


def _order(modules: Mapping[str, str]) -> list[str]:
    """Each module behind those that it imports, beginning from the main one."""
    order: list[str] = []

    def add(name: str, path: tuple[str, ...]) -> None:
        if name in path:
            raise ValueError(f"modules need each other: {' → '.join((*path, name))}")
        if name in order:
            return
        for match in _IMPORT.finditer(modules[name]):
            add(match[2], (*path, name))
        order.append(name)

    add(MAIN, ())
    return order
