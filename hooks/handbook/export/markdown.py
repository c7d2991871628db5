"""The scripts of each stage as one Markdown file: for a wiki, a mail, or a printer."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from handbook.blocks import BLOCKS
from handbook.labels import WORDS, label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from handbook.export.scripts import ExportedScript, Line
    from handbook.library import Library
    from handbook.text import Language


def files(scripts: Sequence[ExportedScript], library: Library, language: Language) -> Iterator[tuple[str, str]]:  # noqa: ARG001 -- the form of all formats
    for stage, those in groupby(scripts, lambda each: each.script.stage):
        parts = [f"# {label(stage, language)}\n", *(_script(each, language) for each in those)]
        yield f"markdown/{stage}.{language}.md", "\n".join(parts)


def _script(each: ExportedScript, language: Language) -> str:
    titles = {step.id: step.title for step in each.steps}
    lines = [f"## {each.prose.title}\n", f"{each.prose.summary}\n"]
    lines += [f"**{WORDS['must_say'][language]}**\n", *(f"- {text}" for text in each.must_say.values()), ""]
    lines += [f"**{WORDS['legal_basis'][language]}**\n", *(f"- {basis.citation}" for basis in each.basis), ""]
    for step in each.steps:
        lines += [f"### {step.title}\n", *(_line(line, titles, language) for line in step.lines)]
    lines.append(f"`script:{each.id}` · {each.digest}\n")
    return "\n".join(lines)


def _line(line: Line, titles: dict[str, str], language: Language) -> str:
    name = BLOCKS[line.kind].label[language]
    if line.kind == "hear":
        return f"- {line.text} → {titles.get(line.leads_to or '', line.leads_to or '')}\n"
    behind = f" · {line.basis_in(language)}" if line.basis else ""
    quoted = "\n".join(f"> {each}".rstrip() for each in line.text.split("\n"))
    return f"**{name}{behind}**\n\n{quoted}\n"
