"""Links that run a program or hide their content instead of leading somewhere, however they are disguised."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from handbook.markup import all_attributes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.diagnostics import Span
    from handbook.library import Document, Library

UNSAFE = ("javascript", "vbscript", "data")
LONGEST = 200
"""As many bytes of an address as are looked at: entities make a scheme long, but not longer."""

_NOT_SEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u180e\u2000-\u200f\u2028-\u202f\u2060-\u206f\u3000\ufeff]+")
_KNOWN = rb"(?!(?:term|script|reg|case|lesson|page|fact|https?|mailto|tel):|#)"
_WRITTEN = (
    (b"](", re.compile(rb"\]\([\s<]*%s([^)]{1,%d})" % (_KNOWN, LONGEST))),
    (b"]:", re.compile(rb"^ {0,3}\[(?!\^)[^\]\n]+\]:\s*<?%s([^>\n]{1,%d})" % (_KNOWN, LONGEST), re.MULTILINE)),
    (b"<", re.compile(rb"<%s([A-Za-z&][^<>\n]{1,%d})>" % (_KNOWN, LONGEST))),
)
"""How Markdown writes an address, in a link, a definition and by itself, each behind what it cannot do without."""
_ADDRESS_ATTRIBUTES = frozenset(
    ("href", "src", "srcset", "srcdoc", "action", "formaction", "xlink:href", "poster", "background", "data", "cite")
)


def unsafe_scheme(address: str) -> str | None:
    """`javascript` for `JaVa&#115;cript:…`: browsers read entities and drop white space before they look."""
    scheme, colon, _ = _NOT_SEEN.sub("", unescape(address)).lower().partition(":")
    return scheme if colon and scheme in UNSAFE else None


def unsafe(library: Library) -> Iterator[tuple[str, Span]]:
    """Every such scheme in a link, image, definition, autolink or attribute, and where the address stands."""
    for document in library.documents:
        yield from _in_markdown(document)
    for attribute in all_attributes(library):
        if attribute.name in _ADDRESS_ATTRIBUTES and (scheme := unsafe_scheme(attribute.value)):
            yield scheme, attribute.span


def _in_markdown(document: Document) -> Iterator[tuple[str, Span]]:
    """By pattern, since Python-Markdown takes addresses with white space for links and CommonMark does not."""
    source, front = document.source, document.front.body
    patterns = [pattern for part, pattern in _WRITTEN if part in source.data and pattern.search(source.data)]
    text = source.data[:front] + document.body.prose[front:] if patterns else b""
    for pattern in patterns:
        for match in pattern.finditer(text):
            if scheme := unsafe_scheme(match[1].decode("utf-8", "ignore")):
                yield scheme, source.span(*match.span(1))
