"""One row for everything that is said or sent, for spreadsheets and diallers: UTF-8 with a mark, as Excel needs it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from handbook.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from handbook.export.scripts import ExportedScript
    from handbook.library import Library
    from handbook.text import Language

COLUMNS = (
    "script",
    "title",
    "stage",
    "channel",
    "audience",
    "step",
    "kind",
    "text",
    "placeholders",
    "review",
    "digest",
)
BYTE_ORDER_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for a formula when a cell begins with it."""


def files(scripts: Sequence[ExportedScript], library: Library, language: Language) -> Iterator[tuple[str, str]]:  # noqa: ARG001 -- the form of all formats
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for each in scripts:
        head = [each.id, each.prose.title, *(label(v, language) for v in _facets(each))]
        for step, line in each.spoken():
            reviewed = each.review.on.isoformat() if each.review and each.review.current else ""
            row = [*head, step.title, line.kind, line.text, " ".join(line.placeholders), reviewed, each.digest]
            writer.writerow([_cell(value) for value in row])
    yield f"scripts.{language}.csv", BYTE_ORDER_MARK + out.getvalue()


def _facets(each: ExportedScript) -> tuple:  # type: ignore[type-arg]
    return each.script.stage, each.script.channel, each.script.audience


def _cell(value: str) -> str:
    return f"'{value}" if value.startswith(_FORMULA) else value
