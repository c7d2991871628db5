"""What a slip of the pen in the front matter does to the rest: the defects that it causes, replaced by the slip itself.

A full-width colon, a tab or a fence of four dashes makes YAML fail at another place, or in other words, than where the
author must look. No schemas here.
"""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from handbook.diagnostics import Span
from handbook.source import Defect, DefectKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from handbook.front_matter import FrontMatter, KeyPath
    from handbook.source import Source

OPENING, CLOSING, NOT_FIRST = "opening", "closing", "not-first"
"""What is wrong with a fence: it does not open or does not close the front matter, or it is not the first line."""
NULLABLE = "null"
"""Marks an empty value where `null` could stand."""

_DASHES = r"[ \t]*[-\u2010-\u2015\u2500\uff0d]{2,}[ \t]*"
_OPENING = re.compile(rf"(?P<blank>(?:[ \t]*\n)*)(?P<fence>{_DASHES})\n[ \t]*[A-Za-z_][\w-]*[ \t]*[:：]")
_CLOSING = re.compile(_DASHES)
_END_OF_YAML = re.compile(r"-{3,}[ \t]*|---[ \t].*|\.{3}(?:[ \t].*)?")
_FIELD = re.compile(r"(?P<key>[A-Za-z_][\w-]*)(?P<colon>：|:(?=\S))")
_INDENTED_FIELD = re.compile(
    r"(?P<indent>[ ]+)(?P<key>[^\s：:\"'\[\]{}#-][^\s：:\"'\[\]{}]{0,39})(?P<colon>：|:(?=[^\s/]))"
)
_FIRST_FIELD = re.compile(r"(?P<key>[^\s：:\"'\[\]{}#-][^\s：:\"'\[\]{}]{0,39})(?P<colon>：|:(?=[^\s/]))")
_FLOW_FIELD = re.compile(r"(?P<key>[^\s：]+)(?P<colon>：)")
_TAKEN_FOR_NAME = re.compile(r"(?P<key>[^\s：:]+)(?P<colon>：|:(?=\S))")
_SOUND_FIELD = re.compile(r"[^\s#-][^:]*:(?:\s|$)")
_NOTHING_BEFORE = re.compile(r"[ ]*(?:- )?")


def explained(source: Source, front: FrontMatter, defects: Sequence[Defect], *, fenced: bool) -> tuple[Defect, ...]:
    """The defects of a file, those that follow from a slip replaced by it.

    `fenced` where the YAML is a front matter and not a whole file.
    """
    if source.defects:
        return tuple(defects)
    lines = source.data[: front.body].decode("utf-8").split("\n")
    found = _with_fence(source, defects, lines) if fenced else list(defects)
    found = _with_tabs(source.path, found, lines)
    known = {defect.span for defect in found}
    found += [defect for defect in _accepted_empty_values(front) if defect.span not in known]
    return tuple(_with_colons(source.path, found, lines))


def _with_fence(source: Source, defects: Sequence[Defect], lines: Sequence[str]) -> list[Defect]:
    kinds = {defect.kind for defect in defects}
    if DefectKind.NO_FRONT_MATTER in kinds:
        cause, slip = DefectKind.NO_FRONT_MATTER, _opening_fence(source)
    elif DefectKind.UNCLOSED_FRONT_MATTER in kinds:
        cause, slip = DefectKind.UNCLOSED_FRONT_MATTER, _closing_fence(source.path, lines)
    else:
        cause, slip = DefectKind.INVALID_YAML, _end_of_yaml(source.path, lines)
    return [*(each for each in defects if each.kind is not cause), slip] if slip else list(defects)


def _opening_fence(source: Source) -> Defect | None:
    match = _OPENING.match(source.text)
    if match is None:
        return None
    wrong = NOT_FIRST if match["fence"] == "---" else OPENING
    return _fence(source.path, match["blank"].count("\n"), match["fence"], wrong)


def _closing_fence(path: str, lines: Sequence[str]) -> Defect | None:
    """A line of dashes before the first blank line of a front matter that does not end."""
    head = takewhile(str.strip, lines[1:])
    return next((_fence(path, at, line, CLOSING) for at, line in enumerate(head, 1) if _CLOSING.fullmatch(line)), None)


def _end_of_yaml(path: str, lines: Sequence[str]) -> Defect | None:
    """A line within the front matter at which YAML ends, so that what follows would be lost."""
    for at, line in enumerate(lines[1:-2], 1):
        if line[:1] in ("-", ".") and _END_OF_YAML.fullmatch(line):
            return _fence(path, at, line, CLOSING)
    return None


def _fence(path: str, at: int, line: str, wrong: str) -> Defect:
    return Defect(DefectKind.FENCE, Span(path, at + 1, 1, at + 1, len(line) + 1), line, wrong)


def _with_tabs(path: str, defects: list[Defect], lines: Sequence[str]) -> list[Defect]:
    tabs = [
        Defect(DefectKind.TAB, Span(path, number, line.index("\t") + 1, number, line.index("\t") + 2))
        for number, line in enumerate(lines, 1)
        if "\t" in line and not _CLOSING.fullmatch(line)
    ]
    at = {tab.span.line for tab in tabs}
    left = [each for each in defects if each.kind is not DefectKind.INVALID_YAML or each.span.line not in at]
    return [*left, *tabs]


def _accepted_empty_values(front: FrontMatter) -> Iterator[Defect]:
    """`adopted:` with nothing behind it, which the schema takes for null."""
    for path in _nulls(front.data, ()):
        span = front.spans[path]
        if (span.line, span.column) == (span.end_line, span.end_column):
            yield Defect(DefectKind.EMPTY_VALUE, front.keys.get(path, span), ".".join(map(str, path)), NULLABLE)


def _nulls(value: object, path: KeyPath) -> Iterator[KeyPath]:
    if value is None:
        yield path
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _nulls(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _nulls(inner, (*path, number))


def _with_colons(path: str, defects: Iterable[Defect], lines: Sequence[str]) -> Iterable[Defect]:
    found: dict[Defect, None] = {}
    for defect in defects:
        colons = [_colon(path, at, match, shift) for at, match, shift in _colons(defect, lines)]
        found.update(dict.fromkeys(colons or [defect]))
    written = {defect.expected for defect in found if defect.kind is DefectKind.COLON}
    return [each for each in found if each.kind is not DefectKind.MISSING_FIELD or each.detail not in written]


def _colons(defect: Defect, lines: Sequence[str]) -> Iterator[tuple[int, re.Match[str], int]]:
    """The colons that explain a defect: index of the line, match, and by how many characters it is shifted."""
    at, column = defect.span.line - 1, defect.span.column - 1
    match defect.kind:
        case DefectKind.INVALID_YAML | DefectKind.NOT_A_MAPPING:
            # A line that ends with a colon is a field, whatever colons its name has: `term:roll-rate:`.
            fields = ((number, line) for number, line in enumerate(lines) if not line.rstrip().endswith(":"))
            yield from ((number, match, 0) for number, line in fields if (match := _FIELD.match(line)))
            for number in range(max(at - 1, 1), min(at + 1, len(lines))):
                match = _INDENTED_FIELD.match(lines[number])
                if match and _continues_fields(match["indent"], lines[number - 1]):
                    yield number, match, 0
        case DefectKind.INVALID_VALUE if _NOTHING_BEFORE.fullmatch(lines[at][:column]):
            if match := _FIRST_FIELD.match(lines[at][column:]):
                yield at, match, column
        case DefectKind.EMPTY_VALUE:
            if match := _FLOW_FIELD.match(lines[at][column : defect.span.end_column - 1]):
                yield at, match, column
        case DefectKind.UNKNOWN_FIELD:
            if match := _TAKEN_FOR_NAME.match(lines[at][column : defect.span.end_column - 1]):
                yield at, match, column
        case _:
            pass


def _continues_fields(indent: str, above: str) -> bool:
    """Whether a line with this indentation is meant as a field, and not as more of the text above it."""
    is_first = above.rstrip().endswith(":")
    return is_first or (above.startswith(indent) and _SOUND_FIELD.match(above[len(indent) :]) is not None)


def _colon(path: str, at: int, match: re.Match[str], shift: int) -> Defect:
    column = match.start("colon") + shift + 1
    return Defect(DefectKind.COLON, Span(path, at + 1, column, at + 1, column + 1), match["colon"], match["key"])
