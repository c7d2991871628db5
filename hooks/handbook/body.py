"""The Markdown body of a file as the check sees it: headings, links, placeholders, marked blocks, each with its place.

Parsed with pulldown-cmark (through pyromark), which gives the byte range of everything it recognises. The site is
rendered by Python-Markdown; what differs between the two is levelled here, in `_level`.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, overload
from urllib.parse import unquote

import pyromark
from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_parser = pyromark.Markdown(
    options=pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_FOOTNOTES
)

_CONTAINER = re.compile(rb"^([ ]*)(!!!|\?\?\?\+?|===[+!]?)(?= )", re.MULTILINE)
_BLOCK_FENCE = re.compile(rb"^(?:[ ]*>)*[ ]*(/{3,})[ ]*(?:([a-z][a-z-]*)[ ]*(?:\|[ ]*(.*?))?)?[ ]*$", re.MULTILINE)
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


class Pieces(Sequence[Piece]):
    """Pieces in order, kept as bare numbers: running text has too many of them to hold each as an object."""

    __slots__ = ("offsets",)

    def __init__(self, offsets: array[int]) -> None:
        self.offsets = offsets
        """Start, end, start, end …"""

    def __len__(self) -> int:
        return len(self.offsets) // 2

    def __iter__(self) -> Iterator[Piece]:
        offsets = iter(self.offsets)
        return map(Piece, offsets, offsets)

    @overload
    def __getitem__(self, index: int) -> Piece: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Piece]: ...

    def __getitem__(self, index: int | slice) -> Piece | Sequence[Piece]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        return Piece(self.offsets[2 * index], self.offsets[2 * index + 1])


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

    `paragraphs` holds the visible running text: for each paragraph, heading, list item or table cell the pieces of
    text in it, without code, HTML and the targets of links. `open_comment` begins a comment that nothing closes, so
    that the rest of the page is hidden. `prose` is the whole file with front matter, code and comments replaced by
    spaces, so that offsets stay.
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
    paragraphs: tuple[Pieces, ...] = ()
    open_comment: Piece | None = None
    data: bytes = b""
    start: int = 0

    @property
    def prose(self) -> bytes:
        return _blank(self.data, self.start, self.code)


def parse(data: bytes, start: int = 0) -> Body:
    """Read the Markdown in `data[start:]`. All offsets in the result count from the start of `data`."""
    scan = _Scan()
    scan.take(_parser.events_with_range(_level(data[start:]).decode("utf-8")), start)
    prose = _blank(data, start, scan.code)
    braces = list(_braces(prose, start))
    return Body(
        tuple(scan.headings),
        tuple(scan.links),
        tuple(piece for piece in braces if isinstance(piece, Placeholder)),
        tuple(piece for piece in braces if isinstance(piece, MalformedBraces)),
        tuple(_blocks(prose, start)),
        tuple(scan.indented),
        tuple(_definitions(prose, start)),
        tuple(scan.footnotes),
        tuple(scan.html),
        tuple(scan.fences),
        tuple(scan.code),
        tuple(Pieces(offsets) for offsets in scan.paragraphs if offsets),
        scan.open_comment,
        data,
        start,
    )


def links(text: str) -> tuple[Link, ...]:
    """The links of a short Markdown text, such as a field of the front matter. Offsets are bytes within `text`."""
    scan = _Scan()
    scan.take(_parser.events_with_range(text), 0)
    return tuple(scan.links)


def slug(text: str, separator: str = "-") -> str:
    """The anchor of a heading that has no explicit id: letters and digits of any script, lower case."""
    return re.sub(r"[\s-]+", separator, re.sub(r"[^\w\s-]", "", text).strip().lower())


def _level(data: bytes) -> bytes:
    """Show admonitions and tabs (`!!!`, `???`, `===`) to CommonMark as list items of the same length.

    Their content is indented by four columns, which CommonMark would otherwise take for code.
    """
    return _CONTAINER.sub(lambda match: match[1] + b"-".ljust(len(match[2])), data)


class _Scan:
    """Collects what the parser's events show."""

    def __init__(self) -> None:
        self.headings: list[Heading] = []
        self.links: list[Link] = []
        self.code: list[Piece] = []
        self.indented: list[Piece] = []
        self.footnotes: list[Footnote] = []
        self.html: list[Html] = []
        self.fences: list[Fence] = []
        self.paragraphs: list[array[int]] = [array("I")]
        self._fence: tuple[str, list[str]] | None = None
        self._open_links: list[tuple[int, list[str]]] = []
        self._heading: list[str] | None = None
        self._ids: set[str] = set()
        self.open_comment: Piece | None = None

    def take(self, events: Iterable[tuple[object, Any]], offset: int) -> None:
        """Go through the events; `offset` is where in the file the parsed text begins."""
        for event, place in events:
            if not isinstance(event, dict):
                continue  # a break or a ruler
            ((kind, value),) = event.items()
            start, end = place["start"] + offset, place["end"] + offset
            if kind == "Text":
                if self._fence is None:
                    self.paragraphs[-1].extend((start, end))
                if self._is_collecting:
                    self._text(value)
            elif kind == "Start":
                self._start_of(value, start, end)
            elif kind == "End":
                self._end_of(value, start, end)
            else:
                self._other(kind, value, start, end)

    def _other(self, kind: str, value: Any, start: int, end: int) -> None:  # noqa: ANN401 -- the parser's
        if kind == "Code":
            self.code.append(Piece(start, end))
            self._text(value)
        elif kind in ("Html", "InlineHtml"):
            self._html(value, start, end)
        elif kind == "FootnoteReference":
            self.footnotes.append(Footnote(start, end, value, definition=False))

    @property
    def _is_collecting(self) -> bool:
        """Whether the text is that of a link, a heading or a fence."""
        return bool(self._open_links) or self._heading is not None or self._fence is not None

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

    def _text(self, value: str) -> None:
        if self._fence is not None:
            self._fence[1].append(value)
        for _, label in self._open_links:
            label.append(value)
        if self._heading is not None:
            self._heading.append(value)

    def _start_of(self, value: str | dict[str, Any], start: int, end: int) -> None:
        if isinstance(value, str):
            if value in _PARAGRAPHS:
                self.paragraphs.append(array("I"))
            return
        ((kind, detail),) = value.items()
        if kind in _PARAGRAPHS:
            self.paragraphs.append(array("I"))
        if kind in ("Link", "Image"):
            self._open_links.append((len(self.links), []))
            self.links.append(Link(start, end, detail["dest_url"], "", kind == "Image", detail["link_type"]))
        elif kind == "Heading":
            self._heading = []
            explicit = bool(detail["id"])
            self.headings.append(Heading(start, end, int(detail["level"][1:]), detail["id"] or "", "", explicit))
        elif kind == "CodeBlock":
            self.code.append(Piece(start, end))
            if detail == "Indented":
                self.indented.append(Piece(start, end))
            info = detail["Fenced"] if isinstance(detail, dict) else ""
            self._fence = (info.split(maxsplit=1)[0] if info.strip() else "", [])
        elif kind == "FootnoteDefinition":
            self.footnotes.append(Footnote(start, end, detail, definition=True))

    def _end_of(self, value: str | dict[str, Any], start: int, end: int) -> None:
        if value in ("Link", "Image"):
            index, label = self._open_links.pop()
            link = self.links[index]
            self.links[index] = replace(link, label="".join(label))
        elif value == "CodeBlock" and self._fence is not None:
            language, lines = self._fence
            self.fences.append(Fence(start, end, language, "".join(lines)))
            self._fence = None
        elif isinstance(value, dict) and "Heading" in value and self._heading is not None:
            text = "".join(self._heading).strip()
            heading = self.headings[-1]
            anchor = heading.id or self._unique(slug(text))
            self.headings[-1] = Heading(start, end, heading.level, anchor, text, heading.explicit)
            self._ids.add(anchor)
            self._heading = None

    def _unique(self, anchor: str) -> str:
        """Python-Markdown's way with a slug that is taken: `_1`, `_2` …"""
        candidate, number = anchor, 0
        while candidate in self._ids:
            number += 1
            candidate = f"{anchor}_{number}"
        return candidate


def _definitions(prose: bytes, start: int) -> Iterator[LinkDefinition]:
    for match in _DEFINITION.finditer(prose, start):
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
    for match in _BLOCK_FENCE.finditer(prose, start):
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
