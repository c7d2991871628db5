"""Where links lead that are no references, as authors write it: in Markdown, in raw HTML, in the front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote

from handbook import body, front_text, raw_html

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from handbook.body import Link
    from handbook.diagnostics import Span
    from handbook.library import Document, Library
    from handbook.raw_html import Tag

HTML_ATTRIBUTES = {"a": "href", "area": "href", "img": "src", "source": "src", "video": "src", "audio": "src"}

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_WEB = re.compile(r"(?i)\s*(?:https?\s*(?:[:：;；]|//|\\)|www\.|[/\\]{2}|mailto:)")
_PARTS = re.compile(r"([^?#]*)(?:\?[^#]*)?(?:#(.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """`target` is what it leads to, as written; `image` if it is shown, not followed."""

    document: Document
    target: str
    place: Callable[[], Span]
    image: bool = False

    @property
    def span(self) -> Span:
        """Where the target stands; worked out when asked for, since most links are sound."""
        return self.place()

    @property
    def path(self) -> str:
        """The target without its anchor; `%20` and a space are the same."""
        match = _PARTS.fullmatch(self.target)
        return unquote(match[1]) if match else self.target

    @property
    def anchor(self) -> str:
        """The anchor behind the `#`, or nothing."""
        match = _PARTS.fullmatch(self.target)
        return body.anchor(match[2] or "") if match else ""

    @property
    def is_of_the_web(self) -> bool:
        """Whether it is meant to lead to another site, however it is misspelt."""
        return _WEB.match(self.target) is not None

    @property
    def is_absolute(self) -> bool:
        return self.target.startswith("/") and not self.is_of_the_web

    @property
    def is_relative(self) -> bool:
        """Whether it leads to a file of the project, from the place of the one that it stands in."""
        return not (_SCHEME.match(self.target) or self.is_of_the_web or self.target.startswith(("/", "\\", "#", "?")))


def in_markdown(library: Library) -> Iterator[WrittenLink]:
    for document, link in library.plain_links:
        yield WrittenLink(document, link.target, partial(_place, document, link), link.image)


def in_html(library: Library) -> Iterator[WrittenLink]:
    """All links of raw HTML, references and links within the page among them."""
    for document in library.documents:
        if not document.body.html:
            continue
        for tag in raw_html.tags(document):
            attribute = HTML_ATTRIBUTES.get(tag.name, "")
            if target := tag.attributes.get(attribute, "").strip():
                place = partial(_place_in_tag, document, tag, attribute)
                yield WrittenLink(document, target, place, attribute == "src")


def in_front_matter(library: Library) -> Iterator[WrittenLink]:
    """Values that are an address on the web, and Markdown links within values."""
    for document in library.documents:
        if b"://" not in document.source.data[: document.front.body]:
            continue
        for path, value in document.front.strings:
            if "://" not in value:
                continue
            is_address = _SCHEME.match(value) and " " not in value
            for target in [value] if is_address else [link.target for link in body.links(value)]:
                place = partial(front_text.place, document.source, document.front.span(path), target)
                yield WrittenLink(document, target, place)


def everywhere(library: Library) -> Iterator[WrittenLink]:
    yield from in_markdown(library)
    yield from in_html(library)
    yield from in_front_matter(library)


def _place(document: Document, link: Link) -> Span:
    """Where the target stands; the whole link where it is named by a label, or written otherwise than it means."""
    source = document.source
    if link.style not in ("Inline", "Autolink"):
        return source.span(link.start, link.end)
    target = link.target.encode()
    inside = source.data.rfind(b"](", link.start, link.end) + 2 if link.style == "Inline" else link.start
    at = source.data.find(target, inside, link.end) if target else inside
    return source.span(at, at + len(target)) if at >= 0 else source.span(link.start, link.end)


def _place_in_tag(document: Document, tag: Tag, attribute: str) -> Span:
    return document.source.span(*tag.place(attribute))
