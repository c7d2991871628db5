"""Small projects on disk for tests: a copy of `tests/base`, a sound handbook of a few files, with single changes."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handbook.translated import record

if TYPE_CHECKING:
    from collections.abc import Callable

BASE = Path(__file__).parent / "base"


def make(folder: Path, case: dict[str, Any] | None = None) -> Path:
    """A project in `folder`, or the one that is there, changed as `case` says.

    Each key of a case is one of `_STEPS`; they are done in that order. Digests of translations are recorded afterwards;
    `stale` names translations whose source is changed after that.
    """
    case = case or {}
    if not folder.exists() or not any(folder.iterdir()):
        shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for name, step in _STEPS.items():
        changes = case.get(name, {})
        for path, detail in changes.items() if isinstance(changes, dict) else ((path, None) for path in changes):
            step(folder / path, detail)
    record_digests(folder)
    for path in case.get("stale", []):
        with (folder / path.replace(".en.md", ".md")).open("a", encoding="utf-8") as file:
            file.write("\n新的一句。\n")
    return folder


def _copy(file: Path, name: str) -> None:
    target = _root(file) / name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(file, target)


def _change(file: Path, changes: list[list[str]]) -> None:
    """Replace the first occurrence of each first text by its second."""
    text = file.read_text(encoding="utf-8")
    for find, put in changes:
        assert find in text, f"{file.name} has no {find!r}"
        text = text.replace(find, put, 1)
    file.write_text(text, encoding="utf-8")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _write_bytes(file: Path, hexadecimal: str) -> None:
    file.write_bytes(bytes.fromhex(hexadecimal))


def _link(file: Path, target: str) -> None:
    file.symlink_to(target if Path(target).is_absolute() else _root(file) / target)


def _fill(file: Path, size: int) -> None:
    """Append lines up to about `size` bytes; the file may be new."""
    with file.open("a", encoding="utf-8") as stream:
        stream.write("\nx\n" * (size // 3))


def _crlf(file: Path, _: None) -> None:
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))


def _remove(path: Path, _: None) -> None:
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def _root(file: Path) -> Path:
    return next(folder for folder in file.parents if (folder / "mkdocs.yml").exists())


def record_digests(folder: Path) -> None:
    """Let every translation match its source."""
    for path in sorted(folder.rglob("*.en.md")):
        if not path.is_symlink() and path.with_name(path.name.replace(".en.md", ".md")).exists():
            record(path, folder)


_STEPS: dict[str, Callable[[Path, Any], None]] = {
    "copy": _copy,
    "change": _change,
    "write": _write,
    "bytes": _write_bytes,
    "link": _link,
    "fill": _fill,
    "crlf": _crlf,
    "remove": _remove,
}
