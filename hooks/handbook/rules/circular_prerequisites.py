from collections.abc import Iterator
from datetime import date
from graphlib import CycleError, TopologicalSorter

from handbook.diagnostics import Finding, Rule
from handbook.library import Document, Entity, Library
from handbook.model import Kind
from handbook.references import Reference
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB246",
    name="circular-prerequisites",
    finds=Text("课程互为先修。", "Lessons that require each other."),
    why=Text("没有一门课可以先上。", "None of them could be held first."),
    wrong="""prerequisites: [lesson:hardship-negotiation]   # which requires this lesson""",
    right="""prerequisites: []""",
)

_FIELD = "prerequisites"


def check(library: Library, today: date) -> Iterator[Finding]:
    needs = {entity.id: _needed(entity.documents[SOURCE]) for entity in _lessons(library)}
    while circle := _circle(needs):
        first, second = circle[:2]
        way = " → ".join(circle)
        yield RULE.at(
            needs[first].pop(second).span,
            Text(f"先修课程成环：{way}", f"prerequisites in a circle: {way}"),
            Text("去掉其中一个先修", "take one of them out"),
        )


def _lessons(library: Library) -> Iterator[Entity]:
    return (entity for entity in library.of_kind(Kind.LESSON) if SOURCE in entity.documents)


def _needed(document: Document) -> dict[str, Reference]:
    """The lessons that a lesson requires, other than itself, each with the reference that says so."""
    return {
        each.target.id: each
        for each in reversed(document.references)
        if each.field == _FIELD and each.target.kind is Kind.LESSON and each.target.id != document.id
    }


def _circle(needs: dict[str, dict[str, Reference]]) -> list[str]:
    """A circle of lessons, each requiring the next, that begins and ends with the first by id; empty where none is."""
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        circle = error.args[1][:0:-1]
        start = circle.index(min(circle))
        return [*circle[start:], *circle[: start + 1]]
    return []
