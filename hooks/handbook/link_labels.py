"""Reference-style links (`[text][name]`), their definitions (`[name]: target`), and footnote marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from handbook.body import Footnote, Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.body import LinkDefinition
    from handbook.library import Document

_TEXT = rb"""(?:[^\[\]\\\n]|\\.|\n(?![ \t]*\n)|\[[^\[\]\n]*+\])*+"""
_PAIR = re.compile(rb"(?<![\\\]\w])\[(" + _TEXT + rb")\]\[([^\[\]\n]*+)\](?![\[(])")
_MARK = re.compile(rb"(?<!\\)\[\^([^\[\]\s]+)\](?!\()")
_CHARACTER_CLASS = re.compile(r"(?:\w-\w)+")
_USED = re.compile(rb"\[([^\[\]]*)\](?:\[\])?\Z")
_NOT_LINE_END = re.compile(rb"[^\n]")
_BY_LABEL = ("Reference", "Collapsed", "Shortcut")


class LabelledLink(Piece, frozen=True):
    """`[text][label]` in running text; `[label][]` is short for twice the same."""

    text: str
    label: str


def normal(label: str) -> str:
    """Labels that differ only in letter case or space are the same."""
    return " ".join(label.split()).casefold()


@dataclass(frozen=True)
class Labels:
    """What one file defines and uses."""

    document: Document

    @cached_property
    def definitions(self) -> tuple[LinkDefinition, ...]:
        """Lines that are a definition to the last character: a target with words behind it is plain text."""
        return tuple(each for each in self.document.body.definitions if self._ends_its_line(each))

    def _ends_its_line(self, definition: LinkDefinition) -> bool:
        data = self.document.source.data
        start = definition.end
        if definition.target.startswith("<") and not definition.target.endswith(">"):
            start = data.find(b">", start, data.find(b"\n", start)) + 1 or start
        rest = data[start:].split(b"\n", 1)[0].strip()
        return not rest or (rest[:1], rest[-1:]) in ((b'"', b'"'), (b"'", b"'"), (b"(", b")"))

    @cached_property
    def undefined(self) -> tuple[LabelledLink, ...]:
        """Links whose label no line defines, and that therefore are shown with their brackets."""
        known = {normal(each.name) for each in self.definitions}
        return tuple(each for each in self._unread if normal(each.label) not in known)

    @cached_property
    def used(self) -> frozenset[str]:
        """The labels that links of the file name."""
        data = self.document.source.data
        found = {each.label for each in self._unread}
        for link in self.document.body.links:
            if link.style in _BY_LABEL and (match := _USED.search(data[link.start : link.end])):
                found.add(match[1].decode())
        return frozenset(map(normal, found))

    @cached_property
    def _unread(self) -> tuple[LabelledLink, ...]:
        """What is written as such a link and was not read as one."""
        if b"][" not in self.document.source.data:
            return ()
        return tuple(self._pairs())

    def _pairs(self) -> Iterator[LabelledLink]:
        data = self.document.source.data
        for match in _PAIR.finditer(bare_text(self.document)):
            text, label = (data[slice(*match.span(group))].decode().strip() for group in (1, 2))
            if "^" in (text[:1], label[:1]) or not text:
                continue
            if self.definitions or not _is_plain(text, label):
                yield LabelledLink(match.start(), match.end(), text, label or text)

    @cached_property
    def undefined_footnotes(self) -> tuple[Footnote, ...]:
        """Marks in running text without a footnote: they are shown as they are written."""
        if b"[^" not in self.document.source.data:
            return ()
        defined = {each.name for each in self.document.body.footnotes if each.definition}
        return tuple(each for each in self._marks() if each.name not in defined)

    def _marks(self) -> Iterator[Footnote]:
        text = bare_text(self.document)
        for match in _MARK.finditer(text):
            name = match[1].decode()
            opens_line = not text[text.rfind(b"\n", 0, match.start()) + 1 : match.start()].strip()
            defines = opens_line and text[match.end() : match.end() + 1] == b":"
            if not defines and not _CHARACTER_CLASS.fullmatch(name):
                yield Footnote(match.start(), match.end(), name, definition=False)


def bare_text(document: Document) -> bytes:
    """The text without code, comments, raw HTML and links, which are blank so that offsets stay."""
    out = bytearray(document.body.prose)
    for piece in (*document.body.html, *document.body.links):
        out[piece.start : piece.end] = _NOT_LINE_END.sub(b" ", out[piece.start : piece.end])
    return bytes(out)


def _is_plain(text: str, label: str) -> bool:
    """Whether brackets in a row are no more than that, in a file without definitions: `[姓名][电话]`, `[1][2]`."""
    return bool(label) and ((text.isdigit() and label.isdigit()) or not label.isascii())
