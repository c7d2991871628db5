"""Letters of another script where a reader sees Latin ones: in names, which then lead nowhere, and in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from handbook import front_text
from handbook.characters import ALIEN_LETTER, LATIN_FORM, LOOKALIKE, holds, matches, plain, without_code
from handbook.diagnostics import Span
from handbook.model import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from handbook.front_matter import KeyPath
    from handbook.library import Document

_LOOKALIKE = re.compile(f"[{LOOKALIKE}]")
_ALIEN = re.compile(f"[{ALIEN_LETTER}]")
_FOREIGN = re.compile(f"[{ALIEN_LETTER}{LATIN_FORM}]")
_ASCII = re.compile(r"[A-Za-z0-9]")
_NAME = re.compile(
    r"\{#([^}\s]+)"
    r"|\]\(\s*<?([^)>\s]+)"
    r"|^ {0,3}\[[^\]]+\]:\s*<?([^>\s]+)"
    r"|^ */{3,}\s*([^|\s]+)"
    r"|\{\{\s*([^{}]*?)\s*\}"
)
_ARGUMENT = re.compile(r"^ */{3,}[^|]*\|\s*([^\s:]+:\S+)")
_WEB = re.compile(r"https?://([^/?#\s]*)", re.IGNORECASE)
_WORD = re.compile(rf"[A-Za-z0-9\u0370-\u03ff\u0400-\u052f\u0531-\u058f{LOOKALIKE}]+")
_FIELD_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")

Place = tuple[str, Span]
"""A name or a word, and where it stands."""


def first(text: str) -> str:
    """The first look-alike letter in a text that has one."""
    found = _LOOKALIKE.search(text)
    assert found
    return found[0]


def at_first(place: Place) -> Span:
    """Where the first look-alike letter of a name or word stands."""
    text, span = place
    if span.end_line != span.line or span.end_column - span.column != len(text):
        return span
    column = span.column + text.index(first(text))
    return replace(span, column=column, end_column=column + 1)


def names(document: Document) -> Iterator[Place]:
    """Ids, keys, references, anchors, placeholders and blocks with such a letter."""
    file_name = document.path.rpartition("/")[2]
    if _LOOKALIKE.search(file_name):
        yield file_name, Span(document.path)
    if holds(document.source, _LOOKALIKE):
        yield from _in_front(document)
        yield from _in_text(document)


def _in_front(document: Document) -> Iterator[Place]:
    yield from keys(document.front.keys)
    prose = KINDS[document.kind].translation.model_fields
    for path, value in document.front.strings:
        if path[0] not in prose and _LOOKALIKE.search(value):
            yield value, front_text.place(document.source, document.front.spans[path], value)


def keys(spans: Mapping[KeyPath, Span]) -> Iterator[Place]:
    """Keys of YAML that would be names but for such a letter."""
    for path, span in spans.items():
        key = str(path[-1])
        if _LOOKALIKE.search(key) and _FIELD_NAME.fullmatch(plain(key)):
            yield key, span


def _in_text(document: Document) -> Iterator[Place]:
    for pattern in (_NAME, _ARGUMENT):
        for span, match in matches(document.source, pattern, without_code(document)):
            group = match.lastindex or 0
            web = _WEB.match(match[group])
            name, start = (web[1], match.start(group) + web.start(1)) if web else (match[group], match.start(group))
            if _LOOKALIKE.search(name):
                yield name, replace(span, column=start + 1, end_column=start + 1 + len(name))


def words(document: Document) -> Iterator[Place]:
    """Words outside names in which such letters stand among Latin ones, or that hold nothing else."""
    if not holds(document.source, _FOREIGN):
        return
    taken = {(span.line, column) for _, span in names(document) for column in range(span.column, span.end_column)}
    for span, match in matches(document.source, _WORD, without_code(document)):
        inside = any((span.line, column) in taken for column in range(span.column, span.end_column))
        if not inside and _is_mixed(match[0]):
            yield match[0], span


def _is_mixed(word: str) -> bool:
    if not _FOREIGN.search(word):
        return False
    return bool(_ASCII.search(word)) or bool(_ALIEN.search(word) and plain(word).isascii())
