"""All links of a file, in the body and in lines of Markdown of the front matter, and how to find where each stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from handbook import body
from handbook.front_text import place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.body import Link
    from handbook.diagnostics import Span
    from handbook.library import Document


Place = Callable[[], "Span"]
"""Works out where in the file a link stands; few are asked."""


def written_links(document: Document) -> Iterator[tuple[Link, Place]]:
    """The offsets of a link of the front matter count from the start of its value; its place is always of the file."""
    for path, value in document.front.strings:
        if "](" in value:
            yield from _in_value(document, value, document.front.span(path))
    for link in document.body.links:
        yield link, partial(document.span, link)


def _in_value(document: Document, value: str, span: Span) -> Iterator[tuple[Link, Place]]:
    earlier: Counter[str] = Counter()
    for link in body.links(value):
        written = value.encode()[link.start : link.end].decode()
        yield link, partial(place, document.source, span, written, earlier[written])
        earlier[written] += 1
