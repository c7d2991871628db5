"""The texts of a front matter, and where in the file a part of one stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.front_matter import KeyPath
    from handbook.source import Source


def strings(value: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every text among the values of a front matter, or of one of its fields, with the path that leads to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from strings(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from strings(inner, (*path, number))


def place(source: Source, span: Span, needle: str, earlier: int = 0) -> Span:
    """Where `needle` stands within the value at `span`, after so many `earlier` ones.

    The value itself, where its text in the file differs from what it means (a folded line, an escape).
    """
    lines = source.text.splitlines()[span.line - 1 : span.end_line]
    for number, line in enumerate(lines):
        column = line.find(needle, span.column - 1 if number == 0 else 0)
        while column >= 0:
            if earlier == 0:
                at = span.line + number
                return Span(source.path, at, column + 1, at, column + 1 + len(needle))
            earlier -= 1
            column = line.find(needle, column + len(needle))
    return span
