"""Placeholders that look right to a reader and are none: escaped braces, or characters that cannot be seen."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from handbook.body import Piece
from handbook.characters import BIDIRECTIONAL, INVISIBLE, ODD_SPACE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.library import Document

_OPEN = r"(?:\\\{|&(?:#0*123|#[xX]0*7[bB]|lbrace|lcub);)"
_CLOSE = r"(?:\\\}|&(?:#0*125|#[xX]0*7[dD]|rbrace|rcub);)"
_ESCAPE = re.compile(f"{_OPEN}|{_CLOSE}".encode())
_SIGNS = (b"&", b"\\{", b"\\}")
"""With which an escaped brace begins."""
_ESCAPED = re.compile(
    rf"(?:\{{|{_OPEN})[ ]?(?:\{{|{_OPEN})[^{{}}\n&\\]{{0,80}}(?:(?:\}}|{_CLOSE})[ ]?(?:\}}|{_CLOSE}))?"
    rf"|{_OPEN}[ ]*[a-z][a-z0-9]*(?:_[a-z0-9]+)+[ ]*(?:\}}|{_CLOSE})"
    rf"|(?:\}}|{_CLOSE})(?:\}}|{_CLOSE})".encode()
)
_CLASS = f"[{BIDIRECTIONAL}{INVISIBLE}{ODD_SPACE}]"
_UNSEEN = re.compile(_CLASS)
_RIDDLED = re.compile(rf"\{{{_CLASS}*\{{[^{{}}\n]{{0,120}}\}}{_CLASS}*\}}")
_PERHAPS_RIDDLED = re.compile(rb"\{[^\x00-\x7f]*\{[^{}\n]{0,360}\}[^\x00-\x7f]*\}")


class Disguise(StrEnum):
    ESCAPED = "escaped"
    UNSEEN = "unseen"


class Disguised(Piece, frozen=True):
    """`name` is what stands between the braces, as a reader sees it; `characters` are the unseen ones."""

    disguise: Disguise
    name: str
    characters: str = ""


def disguised(document: Document) -> list[Disguised]:
    """All of them outside code, in order."""
    if not _found(document.source.data):
        return []  # `prose` is worked out anew each time
    return sorted(_found(document.body.prose), key=lambda piece: piece.start)


def _found(text: bytes) -> list[Disguised]:
    return [*_escaped(text), *_riddled(text)]


def _escaped(text: bytes) -> Iterator[Disguised]:
    if not any(sign in text for sign in _SIGNS):
        return
    for match in _ESCAPED.finditer(text):
        if _ESCAPE.search(match[0]):
            name = _ESCAPE.sub(b"", match[0]).decode("utf-8", "ignore").strip("{} \t")
            yield Disguised(match.start(), match.end(), Disguise.ESCAPED, name)


def _riddled(text: bytes) -> Iterator[Disguised]:
    start = text.find(b"{")
    while start >= 0:
        match = _PERHAPS_RIDDLED.match(text, start)
        braces = match[0].decode("utf-8", "replace") if match else ""
        found = _UNSEEN.findall(braces)
        if match and found and _RIDDLED.fullmatch(braces):
            name = _UNSEEN.sub("", braces).strip("{} \t")
            yield Disguised(match.start(), match.end(), Disguise.UNSEEN, name, "".join(found))
        start = text.find(b"{", match.end() if match else start + 1)
