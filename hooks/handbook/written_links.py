"""All links of a file with their places: those of the body, and those in the lines of Markdown of the front matter."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from handbook import body
from handbook.front_text import place, strings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.body import Link
    from handbook.diagnostics import Span
    from handbook.library import Document


def written_links(document: Document) -> Iterator[tuple[Link, Span]]:
    """The offsets of a link of the front matter count from the start of its value; the span is always of the file."""
    for path, value in strings(document.front.data):
        if "](" in value:
            yield from _in_value(document, value, document.front.span(path))
    for link in document.body.links:
        yield link, document.span(link)


def _in_value(document: Document, value: str, span: Span) -> Iterator[tuple[Link, Span]]:
    earlier: Counter[str] = Counter()
    for link in body.links(value):
        written = value.encode()[link.start : link.end].decode()
        yield link, place(document.source, span, written, earlier[written])
        earlier[written] += 1
