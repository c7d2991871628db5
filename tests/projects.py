"""Small projects on disk for tests: a copy of `tests/base`, a sound handbook of a few files, with single changes."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from handbook.translated import record

BASE = Path(__file__).parent / "base"


def make(folder: Path, case: dict[str, Any] | None = None) -> Path:
    """A project in `folder`, changed as `case` says.

    `copy` maps paths to new paths, `change` is a list of `{file, find, put}`, `write` maps paths to whole texts, `bytes` to
    hexadecimal content, `link` to what a symbolic link names, `append` and `big` to a number of bytes; `crlf` and `remove`
    list paths. Digests of translations are recorded afterwards, except for files in `stale`, whose source is changed.
    """
    case = case or {}
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for path, copy in case.get("copy", {}).items():
        (folder / copy).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(folder / path, folder / copy)
    for change in case.get("change", []):
        _replace(folder / change["file"], change["find"], change["put"])
    for path, text in case.get("write", {}).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    for path, digits in case.get("bytes", {}).items():
        (folder / path).write_bytes(bytes.fromhex(digits))
    for path, target in case.get("link", {}).items():
        (folder / path).symlink_to(target if Path(target).is_absolute() else folder / target)
    for path, size in case.get("big", {}).items():
        (folder / path).write_bytes(b"x" * size)
    for path, size in case.get("append", {}).items():
        with (folder / path).open("a", encoding="utf-8") as file:
            file.write("\nx\n" * (size // 3))
    for path in case.get("crlf", []):
        (folder / path).write_bytes((folder / path).read_bytes().replace(b"\n", b"\r\n"))
    for path in case.get("remove", []):
        target = folder / path
        shutil.rmtree(target) if target.is_dir() else target.unlink()
    _record_digests(folder)
    for path in case.get("stale", []):
        with (folder / path.replace(".en.md", ".md")).open("a", encoding="utf-8") as file:
            file.write("\n新的一句。\n")
    return folder


def _replace(file: Path, find: str, put: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert find in text, f"{file.name} has no {find!r}"
    file.write_text(text.replace(find, put, 1), encoding="utf-8")


def _record_digests(folder: Path) -> None:
    for path in sorted(folder.rglob("*.en.md")):
        if not path.is_symlink() and path.with_name(path.name.replace(".en.md", ".md")).exists():
            record(path, folder)
