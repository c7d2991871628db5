"""The schemas of the front matter, one module a kind, and the registry of kinds.

A schema describes one file: the Chinese file holds structure and prose, its translation prose alone. What several files
make together is an `Entity` (`handbook.library`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from handbook.model.case import Case, CaseTranslation
from handbook.model.common import Prose, Structure
from handbook.model.lesson import Lesson, LessonTranslation
from handbook.model.page import Page, PageTranslation
from handbook.model.regulation import Regulation, RegulationTranslation
from handbook.model.script import Script, ScriptTranslation
from handbook.model.term import Term, TermTranslation
from handbook.text import Text

__all__ = [
    "KINDS",
    "Case",
    "Kind",
    "KindOf",
    "Lesson",
    "Page",
    "Prose",
    "Regulation",
    "Script",
    "Structure",
    "Term",
]


class Kind(StrEnum):
    """What can be referred to; the value is the scheme of a reference."""

    TERM = "term"
    SCRIPT = "script"
    REGULATION = "reg"
    CASE = "case"
    LESSON = "lesson"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class KindOf:
    """How a kind is stored and published.

    `folder` is relative to the project root; `site_folder` is the first part of the URL, so that a file can move
    between subfolders and keep its permanent link.
    """

    kind: Kind
    name: Text
    folder: str
    site_folder: str
    structure: type[Structure]
    translation: type[Prose]


KINDS: dict[Kind, KindOf] = {
    of.kind: of
    for of in (
        KindOf(Kind.TERM, Text("术语", "term"), "glossary", "glossary", Term, TermTranslation),
        KindOf(Kind.SCRIPT, Text("话术", "script"), "scripts_templates", "scripts", Script, ScriptTranslation),
        KindOf(
            Kind.REGULATION,
            Text("法规", "regulation"),
            "docs/regulations",
            "regulations",
            Regulation,
            RegulationTranslation,
        ),
        KindOf(Kind.CASE, Text("案例", "case"), "docs/cases", "cases", Case, CaseTranslation),
        KindOf(Kind.LESSON, Text("课程", "lesson"), "docs/training", "training", Lesson, LessonTranslation),
        KindOf(Kind.PAGE, Text("页面", "page"), "docs", "", Page, PageTranslation),
    )
}
