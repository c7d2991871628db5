"""Excuses: a finding that is right by the rule and wrong in its place may be excused there, with a reason.

In the text `<!-- handbook: ignore HB305 the reason -->`, in front matter and other YAML
`# handbook: ignore HB305 the reason`.
An excuse stands on the line that it excuses, or alone on the line above.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from handbook.diagnostics import Finding
    from handbook.library import Document, Library
    from handbook.source import Source

_IN_TEXT = re.compile(r"<!--\s*handbook:\s*ignore\s+(?P<code>\w+)(?P<reason>.*?)-->", re.DOTALL)
_IN_FRONT_MATTER = re.compile(r"#\s*handbook:\s*ignore\s+(?P<code>\w+)(?P<reason>.*)")


@dataclass(frozen=True, slots=True)
class Excuse:
    """Excuses findings with `code` on the line `covers` of the file."""

    span: Span
    code: str
    reason: str
    covers: int

    def fits(self, finding: Finding) -> bool:
        span = finding.span
        return (
            finding.rule.code == self.code
            and span.path == self.span.path
            and span.line in (self.covers, self.span.line)
        )


def all_excuses(library: Library) -> Iterator[Excuse]:
    """The excuses that any file makes: content, the two dictionaries, the configuration with the navigation."""
    for document in library.documents:
        yield from excuses_of(document)
    dictionaries = (source for source, _ in library.dictionaries())
    for source in (*dictionaries, library.settings_source):
        if source:
            yield from _excuses_in_yaml(source, len(source.data))


def excuses_of(document: Document) -> Iterator[Excuse]:
    """The excuses that a file makes."""
    source = document.source
    for html in document.body.html:
        if match := _IN_TEXT.search(html.text):
            yield _excuse(source, match, source.position(html.start)[0])
    yield from _excuses_in_yaml(source, document.front.body)


def _excuses_in_yaml(source: Source, end: int) -> Iterator[Excuse]:
    for number, line in enumerate(source.data[:end].decode("utf-8").splitlines(), 1):
        if "handbook:" in line and (match := _IN_FRONT_MATTER.search(line)):
            yield _excuse(source, match, number)


def _excuse(source: Source, match: re.Match[str], line: int) -> Excuse:
    text = source.text.splitlines()[line - 1]
    column = max(text.find(match[0].splitlines()[0]), 0) + 1
    alone = text.strip() == match[0].strip()
    last = line + match[0].count("\n")
    span = Span(source.path, line, column, last, column + len(match[0].splitlines()[-1]))
    return Excuse(span, match["code"], match["reason"].strip(), _next_line(source, last) if alone else line)


def _next_line(source: Source, line: int) -> int:
    """The next line that is not blank."""
    lines = source.text.splitlines()
    return next((number for number in range(line + 1, len(lines) + 1) if lines[number - 1].strip()), line)


def apply(library: Library, findings: Sequence[Finding]) -> tuple[list[Finding], list[Excuse]]:
    """The findings that are left, and the excuses that excused nothing."""
    excuses = list(all_excuses(library))
    if not excuses:
        return list(findings), []
    used = {excuse for excuse in excuses for finding in findings if excuse.fits(finding)}
    left = [finding for finding in findings if not any(excuse.fits(finding) for excuse in used)]
    return left, [excuse for excuse in excuses if excuse not in used]
