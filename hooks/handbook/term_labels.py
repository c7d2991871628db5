"""What terms are called: every label of the glossary, whose it is, how it is meant, and where it is written."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from handbook.labels_in_text import Finder
from handbook.model import Kind
from handbook.model.term import TermProse
from handbook.text import Language, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from handbook.diagnostics import Span
    from handbook.front_matter import KeyPath
    from handbook.labels_in_text import Occurrence
    from handbook.library import Document, Library


class Role(StrEnum):
    """What a label is to its term, by the field that holds it; the first has the best claim to it."""

    PREFERRED = "title"
    ALIAS = "aliases"
    ABBREVIATION = "abbreviations"
    SLANG = "slang"
    DEPRECATED = "deprecated"

    @property
    def claim(self) -> int:
        return list(Role).index(self)


ROLES: dict[Role, Text] = {
    Role.PREFERRED: Text("名称", "title"),
    Role.ALIAS: Text("又称", "alias"),
    Role.ABBREVIATION: Text("缩写", "abbreviation"),
    Role.SLANG: Text("现场叫法", "slang"),
    Role.DEPRECATED: Text("不再使用的叫法", "deprecated label"),
}


@dataclass(frozen=True, slots=True)
class Label:
    """One label of the term that `document` describes; `path` leads to it in the front matter."""

    text: str
    role: Role
    document: Document
    path: KeyPath

    @property
    def id(self) -> str:
        return self.document.id

    @property
    def reference(self) -> str:
        return f"{Kind.TERM}:{self.id}"

    @property
    def span(self) -> Span:
        return self.document.front.span(self.path)


def labels_of(document: Document) -> Iterator[Label]:
    """The labels that one file gives its term; none where its front matter is not that of a term."""
    prose = document.prose
    if not isinstance(prose, TermProse):
        return
    yield Label(prose.title, Role.PREFERRED, document, (Role.PREFERRED.value,))
    for role in (Role.ALIAS, Role.ABBREVIATION, Role.SLANG):
        for number, text in enumerate(getattr(prose, role.value)):
            yield Label(text, role, document, (role.value, number))
    for number, each in enumerate(prose.deprecated):
        yield Label(each.label, Role.DEPRECATED, document, (Role.DEPRECATED.value, number, "label"))


def all_labels(library: Library) -> Iterator[Label]:
    """The labels of all terms, in order of id, Chinese before English."""
    for entity in library.of_kind(Kind.TERM):
        for document in entity.documents.values():
            yield from labels_of(document)


def labels_in(library: Library, language: Language) -> Iterator[Label]:
    return (label for label in all_labels(library) if label.document.language is language)


def finder_of(library: Library, language: Language) -> Finder[Label]:
    """Knows all labels of a language, of whatever role, so that a longer one is never taken for a shorter."""
    return Finder((label.text, label) for label in labels_in(library, language))


@lru_cache(maxsize=1)
def labels_in_texts(library: Library) -> Mapping[Document, tuple[Occurrence[Label], ...]]:
    """Where the running text of each file has labels of its language. Kept, since several rules ask."""
    finders = {language: finder_of(library, language) for language in Language}
    return {
        document: found
        for document in library.documents
        if (found := tuple(finders[document.language].in_body(document.source.data, document.body)))
    }


def same(text: str) -> str:
    """Two labels for which this is equal are the same to a reader."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def by_label(library: Library) -> Mapping[str, list[Label]]:
    """Who claims each label, those with the best claim first."""
    claims: dict[str, list[Label]] = defaultdict(list)
    for label in all_labels(library):
        claims[same(label.text)].append(label)
    for labels in claims.values():
        labels.sort(key=lambda label: label.role.claim)
    return claims
