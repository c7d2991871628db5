"""What a file puts on its page as HTML by other means than Markdown: raw tags, attribute lists, options of blocks.

Browsers and Python-Markdown take more for a tag than CommonMark does, so text that only looks like one counts too.
Patterns work on bytes and never look at a stretch twice: html.parser needs quadratic time for hostile text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import chain
from typing import TYPE_CHECKING

from handbook import front_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.diagnostics import Span
    from handbook.front_matter import FrontMatter
    from handbook.library import Document, Library
    from handbook.source import Source

DANGEROUS = frozenset(
    {"applet", "base", "button", "embed", "form", "frame", "frameset", "iframe", "input", "link", "meta", "object"}
    | {"script", "select", "style", "svg", "textarea"}
)
"""Tags that act: they run, embed, restyle, redirect or collect."""

_COMMENT = re.compile(rb"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
_TAG = re.compile(
    rb"""<(?P<end>/?)(?P<name>[A-Za-z][^\s/<>]*)(?P<rest>(?:"[^"]*"|'[^']*'|[^<>])*+)(?:>|(?=<)|\Z)"""
    rb"""|<(?P<other>[!?][A-Za-z\[][^<>]*)>?"""
)
_SEEMING_TAG = re.compile(rb"<(?P<end>/?)(?P<name>[A-Za-z][^\s/<>@]*)(?P<rest>(?:/[^\s<>@]*)?(?:\s[^<>]*)?)>")
_ATTRIBUTE = re.compile(rb"""(?P<name>[^\s"'<>/={}]+)\s*=\s*(?P<value>"[^"\n]*"|'[^'\n]*'|[^\s"'>}]*)""")
_LIST_SOMEWHERE = re.compile(rb"\{[^\n=]*+=")
_LIST = re.compile(rb"^[^\n{]*+(\{[^\n=]*+=[^\n]*)", re.MULTILINE)
_OPTIONS = re.compile(rb"(?:[ ]{4,}\S[^\n]*(?:\n|\Z))+")
_OPTION = re.compile(rb"""["']?(?P<name>[A-Za-z][\w:.-]*)["']?[ ]*:[ ]*(?P<value>"[^"\n]*"|'[^'\n]*'|[^\s"',}{]*)""")
_LINK_TAIL = re.compile(rb"\]\([^()\n]*\)")
_WEB = (b"http:", b"https:", b"ftp:")


@dataclass(frozen=True, slots=True)
class Attribute:
    name: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening or closing tag; the name of a declaration begins with `!` or `?`."""

    name: str
    closing: bool
    attributes: tuple[Attribute, ...]
    span: Span


def tags(document: Document) -> Iterator[Tag]:
    """All tags of a file, front matter included, outside code and comments."""
    source = document.source
    if b"<" not in source.data and b"\\" not in source.data[: document.front.body]:
        return
    yield from tags_in_values(source, document.front)
    for start, end in _stretches(document):
        html = _COMMENT.sub(_blank, source.data[start:end])
        yield from (_tag(source, match, start) for match in _TAG.finditer(html))
    yield from (_tag(source, match, 0) for match in _SEEMING_TAG.finditer(_running_text(document)))


def tags_in_values(source: Source, front: FrontMatter) -> Iterator[Tag]:
    """The tags in the values of YAML; their attributes stand where the tag stands."""
    for path, value in front.strings:
        for match in _SEEMING_TAG.finditer(value.encode()) if "<" in value else ():
            if not match["name"].lower().startswith(_WEB):
                span = front_text.place(source, front.span(path), _text(match[0]))
                found = (
                    Attribute(_text(each["name"]).lower(), _value(each), span)
                    for each in _ATTRIBUTE.finditer(match["rest"])
                )
                yield Tag(_text(match["name"]).lower(), bool(match["end"]), tuple(found), span)


def attributes(document: Document) -> Iterator[Attribute]:
    """The attributes of all tags, of attribute lists (`{…}`) and of the options of blocks."""
    yield from chain.from_iterable(tag.attributes for tag in tags(document))
    source = document.source
    if _LIST_SOMEWHERE.search(source.data):
        for line in _LIST.finditer(document.body.prose):
            yield from _attributes(source, _ATTRIBUTE.finditer(line[1]), line.start(1))
    for block in document.body.blocks:
        if options := _OPTIONS.match(source.data, block.content.start, block.content.end):
            yield from _attributes(source, _OPTION.finditer(options[0]), options.start())


@lru_cache(maxsize=1)
def all_tags(library: Library) -> tuple[Tag, ...]:
    """All tags of all files. Kept, since several rules ask; so are all attributes."""
    return (*chain.from_iterable(map(tags, library.documents)), *tags_in_dictionaries(library))


@lru_cache(maxsize=1)
def all_attributes(library: Library) -> tuple[Attribute, ...]:
    in_dictionaries = (tag.attributes for tag in tags_in_dictionaries(library))
    return (*chain.from_iterable(map(attributes, library.documents)), *chain.from_iterable(in_dictionaries))


def tags_in_dictionaries(library: Library) -> Iterator[Tag]:
    """The tags in the dictionaries of placeholders, wording and calling."""
    return chain.from_iterable(tags_in_values(source, front) for source, front in library.dictionaries())


def _stretches(document: Document) -> Iterator[tuple[int, int]]:
    """Raw HTML without interruption, as byte ranges."""
    start = end = -1
    for piece in document.body.html:
        if piece.start != end:
            if end > start:
                yield start, end
            start = piece.start
        end = piece.end
    if end > start:
        yield start, end


def _running_text(document: Document) -> bytes:
    """The body with everything replaced by spaces in which `<` has a meaning of its own."""
    text = bytearray(document.body.prose)
    addresses = (link for link in document.body.links if link.style == "Email" or "://" in link.target)
    autolinks = (link for link in addresses if text.startswith(b"<", link.start))
    for piece in chain(document.body.html, autolinks):
        text[piece.start : piece.end] = b" " * (piece.end - piece.start)
    return _LINK_TAIL.sub(_blank, bytes(text))


def _blank(match: re.Match[bytes]) -> bytes:
    return re.sub(rb"[^\n]", b" ", match[0])


def _tag(source: Source, match: re.Match[bytes], offset: int) -> Tag:
    """`offset` is where in the file the text begins that was matched."""
    span = source.span(offset + match.start(), offset + match.end())
    other = match.groupdict().get("other")
    if other:
        return Tag(_text(other).split()[0].lower(), closing=False, attributes=(), span=span)
    found = _attributes(source, _ATTRIBUTE.finditer(match["rest"]), offset + match.start("rest"))
    return Tag(_text(match["name"]).lower(), bool(match["end"]), tuple(found), span)


def _attributes(source: Source, matches: Iterator[re.Match[bytes]], offset: int) -> Iterator[Attribute]:
    for match in matches:
        span = source.span(offset + match.start(), offset + match.end())
        yield Attribute(_text(match["name"]).lower(), _value(match), span)


def _value(match: re.Match[bytes]) -> str:
    return unescape(_text(match["value"]).strip("\"'"))


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
