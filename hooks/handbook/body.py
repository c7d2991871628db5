"""The Markdown body of a file as the check sees it: headings, links, placeholders, marked blocks, each with its place.

Parsed with pulldown-cmark (through pyromark), which gives the byte range of everything it recognises. The site is
rendered by Python-Markdown; what differs between the two is levelled here, in `_level`.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pyromark
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_parser = pyromark.Markdown(
    options=pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_FOOTNOTES
)

_CONTAINERS = (b"!!!", b"???", b"===")
_CONTAINER = re.compile(rb"^([ ]*)(!!!|\?\?\?\+?|===[+!]?)(?= )", re.MULTILINE)
_SLASHES = re.compile(rb"///[^\n]*")
_BLOCK_FENCE = re.compile(rb"(?:[ ]*>)*[ ]*(/{3,})[ ]*(?:([a-z][a-z-]*)[ ]*(?:\|[ ]*(.*?))?)?[ ]*$", re.MULTILINE)
_BRACES = re.compile(
    rb"(?P<good>(?<![{\\])\{\{[ \t]*(?P<name>[a-z][a-z0-9_]*)[ \t]*\}\}(?!\}))"
    rb"|(?P<escaped>\\\{(?:\{[^{}\n]*\}\})?)"
    rb"|(?P<nested>\{\{[^{}\n]*\{\{[^{}\n]*\}\}[^{}\n]*\}\})"
    rb"|(?P<open>\{\{+)(?P<rest>[^{}\n]{0,80})(?P<close>\}*)"
    rb"|(?P<single>\{[ \t]*[a-z][a-z0-9]*(?:_[a-z0-9]+)+[ \t]*\}+)"
    rb"|(?P<closing>\}\}+)"
)
_BRACE = re.compile(rb"[{}\\]")
_DEFINITION = re.compile(rb"^ {0,3}\[(?!\^)([^\]\n]+)\]:[ \t]*(\S+)", re.MULTILINE)
_COMMENT = "<!--"
_FULL_WIDTH = re.compile("｛\\s*｛[^\n]{0,80}?(?:｝\\s*｝|$)".encode(), re.MULTILINE)


_PARAGRAPHS = frozenset({"Paragraph", "Heading", "Item", "TableCell", "CodeBlock", "FootnoteDefinition"})
"""What begins a paragraph: text after it no longer belongs to the text before it."""
_COLLECTED = frozenset({"Link", "Image", "CodeBlock"})
"""What has a text of its own, and an end that is a bare word."""


class BraceFault(StrEnum):
    """How something that was meant as a placeholder is misspelt."""

    UNCLOSED = "unclosed"
    CLOSING_ONLY = "closing-only"
    SINGLE = "single"
    NESTED = "nested"
    FULL_WIDTH = "full-width"
    BAD_NAME = "bad-name"


class Piece(Struct, frozen=True):
    """A byte range of the source file."""

    start: int
    end: int


class Heading(Piece, frozen=True):
    """`id` is the anchor on the site; `explicit` when the author wrote it (`{#id}`)."""

    level: int
    id: str
    text: str
    explicit: bool


class Link(Piece, frozen=True):
    """`label` is the visible text, empty where the target's title is to be printed.

    `style` is the parser's word: `Inline`, `Reference`, `Collapsed`, `Shortcut`, `Autolink`, `Email`.
    """

    target: str
    label: str
    image: bool
    style: str = "Inline"


class LinkDefinition(Piece, frozen=True):
    """`[name]: target`, to which reference-style links (`[text][name]`) lead."""

    name: str
    target: str


class Footnote(Piece, frozen=True):
    """A footnote's text (`definition`) or the mark that leads to it."""

    name: str
    definition: bool


class Html(Piece, frozen=True):
    """Raw HTML: a tag in running text, or a line of an HTML block. Comments count."""

    text: str


class Fence(Piece, frozen=True):
    """A fenced code block; `language` is the first word behind its backticks."""

    language: str
    text: str


class Placeholder(Piece, frozen=True):
    name: str


class MalformedBraces(Piece, frozen=True):
    fault: BraceFault
    text: str


class Block(Piece, frozen=True):
    """A `/// name | argument` block, from its opening to its closing line; `closed` is False where the latter lacks."""

    name: str
    argument: str
    content: Piece
    closed: bool


@dataclass(frozen=True, slots=True)
class Body:
    """Everything that the checks look at.

    `texts` is where each stretch of visible running text stands, without code, HTML and the targets of links: start,
    end, start, end … as bare numbers, since there are too many to hold each as an object. `breaks` are the indexes in
    it at which a new paragraph begins. `open_comment` begins a comment that nothing closes, so that the rest of the
    page is hidden.
    """

    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    malformed: tuple[MalformedBraces, ...] = ()
    blocks: tuple[Block, ...] = ()
    indented_code: tuple[Piece, ...] = ()
    definitions: tuple[LinkDefinition, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    html: tuple[Html, ...] = ()
    fences: tuple[Fence, ...] = ()
    code: tuple[Piece, ...] = ()
    texts: array[int] = field(default_factory=lambda: array("I"))
    breaks: array[int] = field(default_factory=lambda: array("I"))
    open_comment: Piece | None = None
    data: bytes = b""
    start: int = 0

    @property
    def paragraphs(self) -> Iterator[array[int]]:
        """For each paragraph, heading, list item or table cell its part of `texts`, which `stretches` takes."""
        for begin, end in pairwise((*self.breaks, len(self.texts))):
            if begin < end:
                yield self.texts[begin:end]

    @property
    def prose(self) -> bytes:
        """The whole file with front matter, code and comments replaced by spaces, so that offsets stay."""
        return _blank(self.data, self.start, self.code)


def stretches(paragraph: array[int]) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch of text in a paragraph."""
    offsets = iter(paragraph)
    return zip(offsets, offsets, strict=True)


def parse(data: bytes, start: int = 0) -> Body:
    """Read the Markdown in `data[start:]`. All offsets in the result count from the start of `data`."""
    scan = _Scan()
    scan.take(_parser.events_with_range(_level(data[start:]).decode("utf-8")), start)
    prose = _blank(data, start, scan.code)
    braces = list(_braces(prose, start))
    return Body(
        tuple(scan.headings),
        scan.links_in_order(),
        tuple(piece for piece in braces if isinstance(piece, Placeholder)),
        tuple(piece for piece in braces if isinstance(piece, MalformedBraces)),
        tuple(_blocks(prose, start)),
        tuple(scan.indented),
        tuple(_definitions(prose, start)),
        tuple(scan.footnotes),
        tuple(scan.html),
        tuple(scan.fences),
        tuple(scan.code),
        scan.texts,
        scan.breaks,
        scan.open_comment,
        data,
        start,
    )


def links(text: str) -> tuple[Link, ...]:
    """The links of a short Markdown text, such as a field of the front matter. Offsets are bytes within `text`."""
    scan = _Scan()
    scan.take(_parser.events_with_range(text), 0)
    return scan.links_in_order()


def slug(text: str, separator: str = "-") -> str:
    """The anchor of a heading that has no explicit id: letters and digits of any script, lower case."""
    return re.sub(r"[\s-]+", separator, re.sub(r"[^\w\s-]", "", text).strip().lower())


def _level(data: bytes) -> bytes:
    """Show admonitions and tabs (`!!!`, `???`, `===`) to CommonMark as list items of the same length.

    Their content is indented by four columns, which CommonMark would otherwise take for code.
    """
    if not any(sign in data for sign in _CONTAINERS):
        return data
    return _CONTAINER.sub(lambda match: match[1] + b"-".ljust(len(match[2])), data)


class _Scan:
    """Collects what the parser's events show."""

    def __init__(self) -> None:
        self.headings: list[Heading] = []
        self._links: list[Link] = []
        self.code: list[Piece] = []
        self.indented: list[Piece] = []
        self.footnotes: list[Footnote] = []
        self.html: list[Html] = []
        self.fences: list[Fence] = []
        self.texts = array("I")
        self.breaks = array("I", [0])
        self._open: list[tuple[Any, list[str]]] = []
        """The links, headings and fences around: how the parser describes each, and its text so far."""
        self._in_code = False
        self._ids: set[str] = set()
        self.open_comment: Piece | None = None

    def take(self, events: Iterable[tuple[object, Any]], offset: int) -> None:
        """Go through the events; `offset` is where in the file the parsed text begins."""
        texts = self.texts
        for event, place in events:
            if not isinstance(event, dict):
                continue  # a break or a ruler
            ((kind, value),) = event.items()
            if kind == "Text":
                if not self._in_code:
                    texts.append(place["start"] + offset)
                    texts.append(place["end"] + offset)
                for _, text in self._open:
                    text.append(value)
            elif kind == "Start" and isinstance(value, str):
                if value in _PARAGRAPHS:
                    self.breaks.append(len(texts))
            elif kind != "End" or isinstance(value, dict) or value in _COLLECTED:
                self._other(kind, value, place["start"] + offset, place["end"] + offset)

    def _other(self, kind: str, value: Any, start: int, end: int) -> None:  # noqa: ANN401 -- the parser's
        if kind == "Start":
            self._start_of(value, start, end)
        elif kind == "End":
            self._end_of(value, start, end)
        elif kind == "Code":
            self.code.append(Piece(start, end))
            for _, text in self._open:
                text.append(value)
        elif kind in ("Html", "InlineHtml"):
            self._html(value, start, end)
        elif kind == "FootnoteReference":
            self.footnotes.append(Footnote(start, end, value, definition=False))

    def _html(self, text: str, start: int, end: int) -> None:
        self.html.append(Html(start, end, text))
        if self.open_comment or text.lstrip().startswith(_COMMENT):
            self.code.append(Piece(start, end))
            before, opening, rest = text.rpartition(_COMMENT)
            if opening and "-->" not in rest:
                begin = start + len(before.encode())
                self.open_comment = self.open_comment or Piece(begin, begin + len(opening))
            elif "-->" in text:
                self.open_comment = None

    def _start_of(self, value: dict[str, Any], start: int, end: int) -> None:
        ((kind, detail),) = value.items()
        if kind in _PARAGRAPHS:
            self.breaks.append(len(self.texts))
        if kind in ("Link", "Image", "Heading"):
            self._open.append((detail, []))
        elif kind == "CodeBlock":
            self.code.append(Piece(start, end))
            if detail == "Indented":
                self.indented.append(Piece(start, end))
            self._open.append((detail, []))
            self._in_code = True
        elif kind == "FootnoteDefinition":
            self.footnotes.append(Footnote(start, end, detail, definition=True))

    def _end_of(self, value: str | dict[str, Any], start: int, end: int) -> None:
        if value in ("Link", "Image"):
            detail, text = self._open.pop()
            label, image = "".join(text), value == "Image"
            self._links.append(Link(start, end, detail["dest_url"], label, image, detail["link_type"]))
        elif value == "CodeBlock":
            detail, text = self._open.pop()
            info = detail["Fenced"] if isinstance(detail, dict) else ""
            self.fences.append(Fence(start, end, info.split(maxsplit=1)[0] if info.strip() else "", "".join(text)))
            self._in_code = False
        elif "Heading" in value:
            detail, text = self._open.pop()
            self._heading(detail, "".join(text).strip(), start, end)

    def links_in_order(self) -> tuple[Link, ...]:
        """A link stands before the image within it, though it ends after it."""
        return tuple(sorted(self._links, key=lambda link: link.start))

    def _heading(self, detail: dict[str, Any], text: str, start: int, end: int) -> None:
        anchor = detail["id"] or self._unique(slug(text))
        self._ids.add(anchor)
        self.headings.append(Heading(start, end, int(detail["level"][1:]), anchor, text, bool(detail["id"])))

    def _unique(self, anchor: str) -> str:
        """Python-Markdown's way with a slug that is taken: `_1`, `_2` …"""
        candidate, number = anchor, 0
        while candidate in self._ids:
            number += 1
            candidate = f"{anchor}_{number}"
        return candidate


def _definitions(prose: bytes, start: int) -> Iterator[LinkDefinition]:
    for match in _DEFINITION.finditer(prose, start) if b"]:" in prose else ():
        name, target = match[1].decode("utf-8", "replace"), match[2].decode("utf-8", "replace")
        yield LinkDefinition(match.start(), match.end(), name, target)


def _blank(data: bytes, start: int, code: Sequence[Piece]) -> bytes:
    """The text with code and comments replaced by spaces, line ends kept, so that offsets stay."""
    out = bytearray(data)
    out[:start] = b" " * start
    for piece in code:
        out[piece.start : piece.end] = re.sub(rb"[^\n]", b" ", data[piece.start : piece.end])
    return bytes(out)


def _braces(prose: bytes, start: int) -> Iterator[Placeholder | MalformedBraces]:
    end = start
    for brace in _BRACE.finditer(prose, start):
        match = _BRACES.match(prose, brace.start()) if brace.start() >= end else None
        if match:
            end = match.end()
            if match["good"]:
                yield Placeholder(match.start(), end, match["name"].decode())
            elif not match["escaped"]:
                yield _malformed(match, _fault(match))
    for match in _FULL_WIDTH.finditer(prose, start):
        yield _malformed(match, BraceFault.FULL_WIDTH)


def _malformed(match: re.Match[bytes], fault: BraceFault) -> MalformedBraces:
    return MalformedBraces(match.start(), match.end(), fault, match[0].decode("utf-8", "ignore"))


def _fault(match: re.Match[bytes]) -> BraceFault:
    for name, fault in (
        ("nested", BraceFault.NESTED),
        ("single", BraceFault.SINGLE),
        ("closing", BraceFault.CLOSING_ONLY),
    ):
        if match[name]:
            return fault
    if match["open"].startswith(b"{{{"):
        return BraceFault.NESTED
    return BraceFault.BAD_NAME if len(match["close"]) > 1 else BraceFault.UNCLOSED


def _blocks(prose: bytes, start: int) -> Iterator[Block]:
    """Blocks in order of their opening lines. A longer fence (`////`) holds shorter ones."""
    stack: list[tuple[int, re.Match[bytes]]] = []
    found: list[Block] = []
    for slashes in _SLASHES.finditer(prose, start):
        match = _BLOCK_FENCE.match(prose, max(start, prose.rfind(b"\n", start, slashes.start()) + 1))
        if match is None:
            continue
        if match[2]:
            stack.append((len(match[1]), match))
        elif stack and stack[-1][0] == len(match[1]):
            found.append(_block(stack.pop()[1], match.start(), match.end(), closed=True))
    found.extend(_block(opening, len(prose), len(prose), closed=False) for _, opening in stack)
    yield from sorted(found, key=lambda block: block.start)


def _block(opening: re.Match[bytes], end_of_content: int, end: int, *, closed: bool) -> Block:
    return Block(
        opening.start(),
        end if closed else opening.end(),
        opening[2].decode(),
        (opening[3] or b"").decode("utf-8"),
        Piece(min(opening.end() + 1, end_of_content), end_of_content),
        closed,
    )


def anchor(fragment: str) -> str:
    """The id that a link fragment means: `%E7%94%A8` and `用` are the same."""
    return unquote(fragment)
