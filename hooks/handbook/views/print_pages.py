"""Pages for paper: a pocket card (A6) for each script, and a booklet (A4) of all scripts of a stage.

Made from the exported scripts, so that where an answer leads is a step's number and not a link.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from handbook.export.scripts import exported
from handbook.text import SOURCE, Language
from handbook.views import BOOKLETS, CARDS, environment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from handbook.export.scripts import ExportedScript, Step
    from handbook.library import Library


def pages(library: Library) -> Iterator[tuple[str, str]]:
    """Path on the site and HTML of each page, in both languages."""
    for language in Language:
        scripts = exported(library, language)
        prefix = "" if language is SOURCE else f"{language}/"
        for each in scripts:
            yield f"{prefix}{CARDS}/{each.id}/", _render("card", [each], library, language)
        for stage, those in groupby(scripts, lambda each: each.script.stage):
            yield f"{prefix}{BOOKLETS}/{stage}/", _render("booklet", list(those), library, language)


def _render(form: str, scripts: Sequence[ExportedScript], library: Library, language: Language) -> str:
    return (
        environment()
        .get_template("print.html")
        .render(
            form=form,
            scripts=scripts,
            placeholders=library.placeholders,
            language=language,
            up="../../" if language is SOURCE else "../../../",
            number_of=_numbers,
        )
    )


def _numbers(steps: Sequence[Step]) -> dict[str, int]:
    """The number of each step by its id, from 1."""
    return {step.id: number for number, step in enumerate(steps, 1)}
