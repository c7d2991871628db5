"""A script as data: its steps, what is said, heard, done and never said in each, and where each answer leads.

Texts are plain, with `{{ placeholders }}`; references are written out as titles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook import references
from handbook.blocks import HOUSE_NORM
from handbook.labels import WORDS
from handbook.model import Kind, Regulation, Script
from handbook.model.script import ScriptProse
from handbook.phrases import citation, title_of
from handbook.plain_text import plain_text
from handbook.review import reviewed_digest
from handbook.sections import sections
from handbook.text import SOURCE, Language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from handbook.body import Block, Heading
    from handbook.library import Document, Entity, Library

SPOKEN = ("say", "send")
KINDS = (*SPOKEN, "hear", "do", "never")
STEP_LEVEL = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One block of a step. `kind` is the block's name.

    `text` is what is said, sent or done, or the customer's words; `leads_to` where an answer goes on: the id of a step,
    or `script:…`. `basis` is the rule behind a `never`, or `house-norm`.
    """

    kind: str
    text: str
    placeholders: tuple[str, ...] = ()
    leads_to: str | None = None
    basis: str | None = None

    def basis_in(self, language: Language) -> str | None:
        """The basis in words."""
        return WORDS["house_norm"][language] if self.basis == HOUSE_NORM else self.basis


@dataclass(frozen=True, slots=True)
class Step:
    id: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """A provision that the script rests on, with its state on the page of its regulation."""

    reference: str
    citation: str
    status: str
    verification: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A recorded review; `current` says whether the text is still the one that was read."""

    on: date
    by: str
    due: date | None
    current: bool


@dataclass(frozen=True, slots=True)
class ExportedScript:
    """`digest` names the Chinese file, with which a copy outside can be told from what the handbook says now."""

    entity: Entity
    script: Script
    prose: ScriptProse
    digest: str
    must_say: dict[str, str]
    basis: tuple[Basis, ...]
    review: Reviewed | None
    steps: tuple[Step, ...]

    @property
    def id(self) -> str:
        return self.entity.id

    @property
    def placeholders(self) -> tuple[str, ...]:
        """Names in order of speech."""
        lines = (line for step in self.steps for line in step.lines)
        return tuple(dict.fromkeys(name for line in lines for name in line.placeholders))

    def spoken(self) -> Iterator[tuple[Step, Line]]:
        """What is said or sent, step by step."""
        for step in self.steps:
            for line in step.lines:
                if line.kind in SPOKEN:
                    yield step, line


def exported(library: Library, language: Language) -> tuple[ExportedScript, ...]:
    """All scripts that exist in this language, by stage and id."""
    found = []
    for entity in library.of_kind(Kind.SCRIPT):
        script, document = entity.structure, entity.documents.get(language)
        if isinstance(script, Script) and document and isinstance(document.prose, ScriptProse):
            found.append(_exported(library, entity, script, document))
    order = list(type(found[0].script.stage)) if found else []
    return tuple(sorted(found, key=lambda each: (order.index(each.script.stage), each.id)))


def _exported(library: Library, entity: Entity, script: Script, document: Document) -> ExportedScript:
    prose = document.prose
    assert isinstance(prose, ScriptProse)
    source = entity.documents[SOURCE]
    digest = reviewed_digest(source.source, source.front)
    review = script.review
    return ExportedScript(
        entity,
        script,
        prose,
        digest,
        {name: plain_text(text, library, document.language) for name, text in prose.must_say.items()},
        tuple(_basis(library, each, document.language) for each in script.legal_basis),
        Reviewed(review.on, review.by, review.due, review.digest == digest) if review else None,
        tuple(_steps(library, document)),
    )


def _basis(library: Library, reference: str, language: Language) -> Basis:
    target = references.parse(reference)
    entity = library.find(target) if target else None
    if target is None or entity is None or not isinstance(entity.structure, Regulation):
        return Basis(reference, reference, "", "")
    regulation = entity.structure
    provision = regulation.provisions.get(library.anchor_of(target) or "")
    verification = provision.verification if provision else regulation.verification
    return Basis(reference, citation(entity, library.anchor_of(target), language), regulation.status, verification)


def _steps(library: Library, document: Document) -> Iterator[Step]:
    blocks = [block for block in document.body.blocks if block.name in KINDS and block.closed]
    headings = [each for each in sections(document.body) if each.heading.level == STEP_LEVEL]
    first = headings[0].start if headings else len(document.source.data)
    if before := [block for block in blocks if block.start < first]:
        yield Step("text", document.title, tuple(_line(library, document, block) for block in before))
    for section in headings:
        if lines := [_line(library, document, block) for block in blocks if section.holds(block)]:
            yield _step(section.heading, lines)


def _step(heading: Heading, lines: list[Line]) -> Step:
    return Step(heading.id, heading.text, tuple(lines))


def _line(library: Library, document: Document, block: Block) -> Line:
    content = block.content
    markdown = document.source.data[content.start : content.end].decode("utf-8")
    inside = [each.name for each in document.body.placeholders if content.start <= each.start < content.end]
    names = tuple(dict.fromkeys(inside))
    if block.name == "hear":
        return Line("hear", block.argument, names, _leads_to(document, block))
    text = plain_text(markdown, library, document.language)
    basis = _written_basis(library, block, document.language) if block.name == "never" else None
    return Line(block.name, text, names, basis=basis)


def _leads_to(document: Document, block: Block) -> str | None:
    content = block.content
    links = (link.target for link in document.body.links if content.start <= link.start < content.end)
    return next((target.removeprefix("#") for target in links if target.startswith(("#", f"{Kind.SCRIPT}:"))), None)


def _written_basis(library: Library, block: Block, language: Language) -> str:
    target = references.parse(block.argument)
    title = title_of(library, target, language) if target and block.argument != HOUSE_NORM else None
    return title or block.argument
