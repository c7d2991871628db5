"""Markdown as plain text: what is said or sent, for use outside the site. Placeholders stay as they are written.

References without a text of their own become the title of what they refer to; emphasis leaves no trace; lists keep
their marks and paragraphs an empty line between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyromark

from handbook import references
from handbook.phrases import title_of
from handbook.text import Language

if TYPE_CHECKING:
    from handbook.library import Library

_parser = pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES)
CELL = " | "
"""Between the cells of a row."""


def plain_text(markdown: str, library: Library, language: Language) -> str:
    """The text of a passage of Markdown, without a line end at its end."""
    writer = _Writer(library, language)
    for event in _parser.events(markdown):
        writer.take(event)
    return writer.text


class _Writer:
    def __init__(self, library: Library, language: Language) -> None:
        self._library, self._language = library, language
        self._blocks: list[str] = []
        self._lists: list[int | None] = []
        self._link: str | None = None
        self._mark = ""
        self._line = ""
        self._cells = 0

    @property
    def text(self) -> str:
        self._end_block()
        return "".join(self._blocks).strip("\n")

    def take(self, event: Any) -> None:  # noqa: ANN401 -- the parser's
        if isinstance(event, str):
            self._write_break(event)
            return
        ((kind, value),) = event.items()
        if kind == "Start":
            self._start(value)
        elif kind == "End":
            self._end(value)
        elif kind in ("Text", "Code"):
            self._link = None
            self._line += value

    def _write_break(self, kind: str) -> None:
        if kind == "HardBreak":
            self._line += "\n"
        elif kind == "SoftBreak":
            self._line += "" if self._language is Language.ZH else " "

    def _start(self, value: Any) -> None:  # noqa: ANN401
        name, detail = (value, {}) if isinstance(value, str) else next(iter(value.items()))
        if name == "List":
            self._end_block()
            self._lists.append(detail)
        elif name == "Item":
            number = self._lists[-1]
            self._mark = "- " if number is None else f"{number}. "
            if number is not None:
                self._lists[-1] = number + 1
        elif name == "Link":
            self._link = detail["dest_url"]
        elif name in ("TableHead", "TableRow"):
            self._cells = 0
        elif name == "TableCell":
            self._line += CELL if self._cells else ""
            self._cells += 1

    def _end(self, value: Any) -> None:  # noqa: ANN401
        name = value if isinstance(value, str) else next(iter(value))
        if name == "Link" and self._link is not None:
            target = references.parse(self._link)
            self._line += (title_of(self._library, target, self._language) if target else None) or self._link
            self._link = None
        elif name == "List":
            self._end_block()
            self._lists.pop()
            if not self._lists:
                self._blocks.append("\n")
        elif name == "Table":
            self._blocks.append("\n")
        elif name in ("Paragraph", "Heading", "Item", "TableHead", "TableRow"):
            self._end_block(apart=name in ("Paragraph", "Heading") and not self._lists)

    def _end_block(self, *, apart: bool = False) -> None:
        if self._line:
            indent = "  " * max(len(self._lists) - 1, 0)
            self._blocks.append(f"{indent}{self._mark}{self._line}\n" + ("\n" if apart else ""))
        self._line, self._mark = "", ""
