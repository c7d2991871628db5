"""What is indexed: each page, each provision of a regulation, and each section of a plain page, with all its names.

Nothing here knows how an index is stored.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from handbook import phrases
from handbook.labels import label
from handbook.model import KINDS, Kind, Page, Regulation, Script
from handbook.model.regulation import RegulationProse
from handbook.model.term import TermProse
from handbook.review_state import review_state
from handbook.term_labels import Role as TermRole
from handbook.term_labels import labels_of
from handbook.text import Language
from handbook.urls import page_url
from handbook.views.filters import tags_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from handbook.library import Document, Entity, Library
    from handbook.review_state import ReviewState


class Role(StrEnum):
    """What a name is to its page; the value is its mark in the index."""

    TITLE = "T"
    ABBREVIATION = "B"
    ALIAS = "A"
    SLANG = "G"
    DEPRECATED = "D"
    CITATION = "C"
    PART = "P"
    """Part of a longer title: `主动倾听` of `主动倾听：先听懂，再开口`."""
    FOREIGN = "F"
    """A name in the other language."""
    HEADING = "H"
    ASK = "Q"
    OBJECTION = "O"
    """The kind of thing a customer says, where a script is for that and little else."""
    HEARD = "S"
    """What a customer says in a script, word for word."""
    PINYIN = "Y"
    INITIALS = "I"


@dataclass(frozen=True, slots=True)
class Name:
    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class Entry:
    """A page or a part of one. `address` is as in `urls.page_url`, with `#anchor` for a part.

    `citations` are the ways to cite a provision; they stand for its first name.
    """

    kind: Kind
    address: str
    title: str
    names: tuple[Name, ...]
    summary: str = ""
    labels: tuple[str, ...] = ()
    """Shown with a result."""
    matter: tuple[str, ...] = ()
    """Searched with little weight: kind, labels, headings, objections."""
    citations: tuple[str, ...] = ()
    review: ReviewState | None = None
    """Of the page, also where the entry is a part of it."""
    is_part: bool = False


SHOWN: dict[Kind, tuple[str, ...]] = {
    Kind.TERM: ("group",),
    Kind.SCRIPT: ("stage", "channel"),
    Kind.REGULATION: ("status", "instrument", "jurisdiction"),
    Kind.CASE: ("product", "level"),
    Kind.LESSON: ("stage",),
    Kind.PAGE: (),
}
"""The fields of a kind whose values stand in a row of results."""

MOST_OBJECTIONS = 2
"""A script that answers more objections is not the script for any of them."""

_ROLES = {
    TermRole.ALIAS: Role.ALIAS,
    TermRole.ABBREVIATION: Role.ABBREVIATION,
    TermRole.SLANG: Role.SLANG,
    TermRole.DEPRECATED: Role.DEPRECATED,
}
_BRACKETS = re.compile(r"\s*[（(][^（）()]*[）)]")
_BRACKETED = re.compile(r"[（(]([^（）()]*)[）)]")
_PARTS = re.compile(r"[：，、:,;；]\s*")
_SPEAKER = re.compile(r"^[^：:“\"]{1,12}[：:]\s*")
HEAR = "hear"
_LEAST_PART, _MOST_PART = 2, 16
_YEAR = re.compile(r"-(?:19|20)\d\d$")
SECTION = 2
"""Level of the headings that make a section of their own."""
_RANGE = re.compile(r"([0-9]+)\s*[–—~-]\s*([0-9]+)")
_MOST_ARTICLES = 12


def entries(library: Library, language: Language) -> list[Entry]:
    """Kind by kind in order of `Kind`, each page before its parts."""
    return [
        entry for kind in Kind for entity in library.of_kind(kind) for entry in _entries_of(library, entity, language)
    ]


def _entries_of(library: Library, entity: Entity, language: Language) -> Iterator[Entry]:
    document = entity.document(language)
    structure, prose = entity.structure, document.prose
    if structure is None or prose is None:
        return
    tags = tags_of(entity)
    shown = tuple(label(value, language) for field in SHOWN[entity.kind] for value in tags.get(field, ()))
    searched = [label(value, language) for values in tags.values() for value in values]
    own: tuple[Name, ...] = ()
    if isinstance(structure, Script):
        searched.append(label(structure.audience, language))
        if len(structure.objections) <= MOST_OBJECTIONS:
            own = tuple(Name(label(each, language), Role.OBJECTION) for each in structure.objections)
        own += tuple(Name(line, Role.HEARD) for line in _heard(document))
    buckets = getattr(structure, "buckets", ())
    review = review_state(library, entity)
    yield Entry(
        entity.kind,
        page_url(entity, language),
        document.title,
        (*_names(entity, language, library.floor_talk.entries.of(entity.reference, language)), *own),
        prose.summary,
        shown,
        (KINDS[entity.kind].name[language], *searched, *buckets, *(heading.text for heading in document.body.headings)),
        review=review,
    )
    if isinstance(structure, Regulation):
        yield from _provisions(entity, structure, shown, review, language)
    elif isinstance(structure, Page):
        yield from _sections(entity, document, review, language)


def _heard(document: Document) -> Iterator[str]:
    """The customer's lines, without who says them."""
    lines = (block.argument for block in document.body.blocks if block.name == HEAR)
    yield from dict.fromkeys(_SPEAKER.sub("", line).strip('“”"') for line in lines if line)


def _names(entity: Entity, language: Language, said: Iterable[str]) -> Iterator[Name]:
    """Each name once, in the role that has the best claim to it."""
    seen: set[str] = set()
    for name in _all_names(entity, language, said):
        folded = name.text.casefold()
        if name.text and folded not in seen:
            seen.add(folded)
            yield name


def _all_names(entity: Entity, language: Language, said: Iterable[str]) -> Iterator[Name]:
    document = entity.document(language)
    yield Name(document.title, Role.TITLE)
    yield from _other_names(document)
    for ask in (*(document.prose.asks if document.prose else ()), *said):
        yield Name(ask, Role.ASK)
    for other, foreign in entity.documents.items():
        if other is not language:
            yield Name(foreign.title, Role.FOREIGN)
            for name in _other_names(foreign):
                yield name if name.role is Role.PART else Name(name.text, Role.FOREIGN)


def _other_names(document: Document) -> Iterator[Name]:
    prose = document.prose
    if isinstance(prose, TermProse):
        yield from (Name(each.text, _ROLES[each.role]) for each in labels_of(document) if each.role in _ROLES)
    if isinstance(prose, RegulationProse):
        yield Name(prose.short_title, Role.ALIAS)
        yield Name(prose.full_title, Role.ALIAS)
        for code in _codes(document.title):
            yield Name(code, Role.ABBREVIATION)
            yield Name(_YEAR.sub("", code), Role.ABBREVIATION)
    bare = _BRACKETS.sub("", document.title)
    yield Name(bare, Role.ALIAS)
    for part in (*_BRACKETED.findall(document.title), *_PARTS.split(bare)):
        if _LEAST_PART <= len(part) <= _most(document.language):
            yield Name(part.strip(), Role.PART)


def _most(language: Language) -> int:
    return _MOST_PART if language is Language.ZH else 3 * _MOST_PART


def _provisions(
    entity: Entity, regulation: Regulation, labels: tuple[str, ...], review: ReviewState | None, language: Language
) -> Iterator[Entry]:
    document = entity.document(language)
    headings = {heading.id: heading.text for heading in document.body.headings}
    instruments = _instrument_names(entity)
    for anchor, provision in regulation.provisions.items():
        citation = phrases.citation(entity, anchor, language)
        heading = headings.get(anchor, "")
        numbers = [] if not (provision.article or provision.section) else _numbers(provision.article or "")
        sections = [provision.section] if provision.section else []
        ways = [f"{name} {number}" for name in instruments for number in (*numbers, *sections)]
        yield Entry(
            Kind.REGULATION,
            f"{page_url(entity, language)}#{anchor}",
            citation,
            (Name(citation, Role.CITATION), *([Name(heading, Role.HEADING)] if heading else [])),
            labels=labels,
            matter=(KINDS[Kind.REGULATION].name[language], *_facts(entity, regulation, anchor, language)),
            citations=tuple(dict.fromkeys((*ways, *sections))),
            review=review,
            is_part=True,
        )


def _facts(entity: Entity, regulation: Regulation, anchor: str, language: Language) -> Iterator[str]:
    """The numbers that a provision sets, in words: `每日有效通话上限 3次`."""
    prose = entity.document(language).prose
    labels = prose.fact_labels if isinstance(prose, RegulationProse) else {}
    for name, fact in regulation.facts.items():
        if fact.provision == anchor:
            yield f"{labels.get(name, '')} {phrases.written_fact(fact, language)}"


def _instrument_names(entity: Entity) -> list[str]:
    """All that a regulation is called in a citation, in both languages, without brackets and 中华人民共和国."""
    names: list[str] = []
    for document in entity.documents.values():
        if isinstance(document.prose, RegulationProse):
            for name in (document.prose.short_title, document.title):
                bare = _BRACKETS.sub("", name).strip("《》 ").removeprefix("中华人民共和国")
                names += [bare, *_codes(name)]
    return list(dict.fromkeys(names))


def _codes(title: str) -> list[str]:
    """The short forms that stand in brackets in the title of a regulation: `TCPA`, `GB/T 45251-2025`."""
    return [each for each in _BRACKETED.findall(title) if each.isupper()]


def _numbers(article: str) -> list[str]:
    """The articles that `28–29` means, each as it would be cited; a number with a dash that is no range stays."""
    found = [article]
    for first, last in _RANGE.findall(article):
        if 0 < int(last) - int(first) <= _MOST_ARTICLES:
            found += map(str, range(int(first), int(last) + 1))
    return list(dict.fromkeys(found))


def _sections(entity: Entity, document: Document, review: ReviewState | None, language: Language) -> Iterator[Entry]:
    for heading in document.body.headings:
        if heading.explicit and heading.level == SECTION:
            yield Entry(
                Kind.PAGE,
                f"{page_url(entity, language)}#{heading.id}",
                heading.text,
                (Name(heading.text, Role.HEADING),),
                labels=(document.title,),
                matter=(document.title,),
                review=review,
                is_part=True,
            )
