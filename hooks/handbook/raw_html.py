"""The tags of raw HTML in Markdown, each attribute with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from handbook.library import Document

_VALUE = r"""(?<![\w-]){}\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'>]+))"""


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening tag, as written in `text`; `start` is the byte at which it begins."""

    name: str
    attributes: Mapping[str, str]
    text: str
    start: int

    def place(self, attribute: str) -> tuple[int, int]:
        """The bytes of an attribute's value, or of the whole tag where it has none."""
        match = re.search(_VALUE.format(re.escape(attribute)), self.text, re.IGNORECASE)
        if match is None or match.lastgroup is None:
            return self.start, self.start + len(self.text.encode())
        first, last = match.span(match.lastgroup)
        return self.start + len(self.text[:first].encode()), self.start + len(self.text[:last].encode())


def tags(document: Document) -> Iterator[Tag]:
    """The opening tags in a body, in order, without those in comments."""
    for start, text in _stretches(document):
        reader = _Reader(text)
        for name, attributes, written, offset in reader.found:
            yield Tag(name, attributes, written, start + len(text[:offset].encode()))


def ids(document: Document) -> frozenset[str]:
    """The anchors that raw HTML sets: `<a id="x">`."""
    return frozenset(tag.attributes["id"] for tag in tags(document) if tag.attributes.get("id"))


def _stretches(document: Document) -> Iterator[tuple[int, str]]:
    """Raw HTML without interruption, and the byte at which it begins; comments are blank."""
    comments = {piece.start for piece in document.body.code}
    start, end, data = 0, -1, b""
    for piece in document.body.html:
        written = document.source.data[piece.start : piece.end]
        if piece.start in comments:
            comment, closing, rest = written.rpartition(b"-->")
            written = b" " * len(comment + closing) + rest if closing else b" " * len(written)
        if piece.start != end:
            if data:
                yield start, data.decode("utf-8", "replace")
            start, data = piece.start, b""
        end, data = piece.end, data + written
    if data:
        yield start, data.decode("utf-8", "replace")


class _Reader(HTMLParser):
    """Collects opening tags: name, attributes, the text of the tag, and where it begins."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str], str, int]] = []
        self._lines = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))
        try:
            self.feed(text)
            self.close()
        except AssertionError:  # raised for `<![…` with a word that it does not know
            return

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        attributes = {name: value or "" for name, value in reversed(attrs)}
        self.found.append((tag, attributes, self.get_starttag_text() or "", self._lines[line - 1] + column))
