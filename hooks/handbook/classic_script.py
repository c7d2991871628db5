"""Joins ES modules into one classic script.

Browsers refuse modules from `file://`, where the handbook must work too, and one file arrives sooner than twenty that
name each other. This is no bundler: each module becomes a function that returns what it exports, behind those that it
imports. Modules are written for it: `import { a, b } from "./x.js";` on one line, and `export` before `const`,
`function` or `class`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from handbook.minified import minified

if TYPE_CHECKING:
    from pathlib import Path

_EAGERLY = "//# allFunctionsCalledOnLoad\n"
"""Chromium compiles the whole script while it loads, beside the page, and not piece by piece at the first keystroke.

https://v8.dev/blog/explicit-compile-hints
"""
_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.{1,2}/[\w./-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:class|function\*?|const) (\w+))", re.MULTILINE)
_REST = re.compile(r"^\s*(?:import|export)\b.*", re.MULTILINE)


def classic_script(main: Path) -> str:
    """The script that does what the module `main` does. Raises ValueError for what cannot be joined."""
    order: list[Path] = []
    _add(main.resolve(), (), order)
    name_of = {path: f"${path.stem}" for path in order}
    if len(set(name_of.values())) < len(order):
        raise ValueError(f"{main.name}: two of its modules have the same name")
    joined = "".join(_function(path, name_of) for path in order)
    return _EAGERLY + minified(main.name, f"(() => {{\n{joined}}})();\n")


def _add(path: Path, on_the_way: tuple[Path, ...], order: list[Path]) -> None:
    """Add a module behind those that it imports."""
    if path in on_the_way:
        raise ValueError(f"modules need each other: {' → '.join(each.name for each in (*on_the_way, path))}")
    if path in order:
        return
    for match in _IMPORT.finditer(path.read_text(encoding="utf-8")):
        _add((path.parent / match[2]).resolve(), (*on_the_way, path), order)
    order.append(path)


def _function(path: Path, name_of: dict[Path, str]) -> str:
    text = path.read_text(encoding="utf-8")
    exported = [match[2] for match in _EXPORT.finditer(text)]
    imported = _IMPORT.sub(
        lambda match: f"const {{{match[1]}}} = {name_of[(path.parent / match[2]).resolve()]};\n", text
    )
    body = _EXPORT.sub(r"\1", imported)
    if rest := _REST.search(body):
        raise ValueError(f"{path.name}: cannot join {rest[0]!r}")
    return f"const {name_of[path]} = (() => {{\n{body}return {{ {', '.join(exported)} }};\n}})();\n"
