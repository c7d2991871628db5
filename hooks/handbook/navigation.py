"""What the site generator's configuration says about addresses: the navigation, and where the site lies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook import front_matter, source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from handbook.front_matter import FrontMatter, KeyPath
    from handbook.source import Source

FILE = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """One entry of `nav` and where it stands in `FILE`; `path` is relative to `docs/`, or an address elsewhere."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Settings:
    """`navigation` is empty where `nav` is not written: the site generator then lists every page."""

    navigation: tuple[NavigationEntry, ...] = ()
    site_url: str = ""
    source: Source | None = None


def load(root: Path) -> Settings:
    """Read the configuration. One that cannot be read says nothing: the site generator will report it."""
    text = source.read(root / FILE, FILE, root)
    front = front_matter.parse_yaml(text, tags=True)
    entries = tuple(_entries(front, front.data.get("nav"), ("nav",)))
    return Settings(entries, _site_url(front.data.get("site_url")), text)


def _entries(front: FrontMatter, value: object, path: KeyPath) -> Iterator[NavigationEntry]:
    if isinstance(value, str):
        span = front.spans[path]
        yield NavigationEntry(value, span.line, span.column)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _entries(front, inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _entries(front, inner, (*path, number))


def _site_url(value: object) -> str:
    """The address itself, or the default of `!ENV [NAME, address]`."""
    choices = value if isinstance(value, list) else [value]
    return next((each for each in choices if isinstance(each, str) and each.startswith("http")), "")
