"""Where in the file a part of a text of the front matter stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.diagnostics import Span

if TYPE_CHECKING:
    from handbook.source import Source


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
