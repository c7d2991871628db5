"""The whole handbook, loaded: immutable, typed, and able to answer who refers to what. No I/O and no clock here."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from handbook.front_matter import FrontMatter
from handbook.model import KINDS, Kind, Prose, Regulation, Structure
from handbook.model.calling import CallingRules
from handbook.model.placeholder import PlaceholderDictionary
from handbook.model.search_words import FloorTalk, SearchWords
from handbook.model.wording import WordingDictionary
from handbook.references import SCHEMES
from handbook.source import DefectKind
from handbook.text import SOURCE, Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from handbook.body import Body, Link, Piece
    from handbook.diagnostics import Span
    from handbook.model.placeholder import PlaceholderEntry
    from handbook.model.regulation import Fact
    from handbook.navigation import NavigationEntry
    from handbook.references import Reference, Target
    from handbook.source import Defect, Source

D = TypeVar("D")

INDEX = "index"


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """One content file. `prose` is None where the front matter does not fit its schema."""

    kind: Kind
    id: str
    language: Language
    source: Source
    front: FrontMatter
    body: Body
    prose: Prose | None
    references: tuple[Reference, ...]
    defects: tuple[Defect, ...]
    anchors: tuple[str, ...]
    """The ids of the headings, in order."""

    @property
    def path(self) -> str:
        return self.source.path

    @property
    def has_body(self) -> bool:
        """Whether it is known what the body holds; where it is not, another finding says why."""
        unclosed = any(defect.kind is DefectKind.UNCLOSED_FRONT_MATTER for defect in self.front.defects)
        return not self.source.defects and not unclosed and self.body.open_comment is None

    @property
    def markdown(self) -> str:
        """The body alone, as it is rendered."""
        return self.source.data[self.front.body :].decode("utf-8")

    def span(self, piece: Piece) -> Span:
        return self.source.span(piece.start, piece.end)

    @property
    def title(self) -> str:
        title = self.front.data.get("title")
        return title if isinstance(title, str) else self.id


@dataclass(frozen=True, slots=True, eq=False)
class Entity:
    """A thing of the handbook in all its languages; it exists as soon as one file claims its id."""

    kind: Kind
    id: str
    documents: Mapping[Language, Document]

    @property
    def reference(self) -> str:
        return f"{self.kind}:{self.id}"

    @property
    def site_path(self) -> str:
        """Path of its page on the site, without language and ending: `scripts/first-reminder-m1`."""
        folder = KINDS[self.kind].site_folder
        return f"{folder}/{self.id}" if folder else self.id

    @property
    def structure(self) -> Structure | None:
        source = self.documents.get(SOURCE)
        return source.prose if source and isinstance(source.prose, Structure) else None

    def document(self, language: Language) -> Document:
        """The file in that language, or in the other one where there is none."""
        return self.documents.get(language) or next(iter(self.documents.values()))

    def title(self, language: Language) -> str:
        return self.document(language).title


@dataclass(frozen=True, slots=True)
class Citation:
    """`by` refers to an entity, at one of its anchors or as a whole."""

    by: Entity
    anchor: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Dictionary(Generic[D]):
    """A YAML file of content that one model describes; without a source where there is no such file."""

    entries: D
    source: Source | None = None
    front: FrontMatter = field(default_factory=FrontMatter)
    """Where each value stands: `("banned", 0, "basis")`."""

    @property
    def path(self) -> str:
        return self.source.path if self.source else ""


@dataclass(frozen=True, eq=False)
class Library:
    """`documents` are in order of path; `entities` are found by kind and id."""

    documents: tuple[Document, ...]
    entities: Mapping[tuple[Kind, str], Entity]
    placeholder_dictionary: Dictionary[PlaceholderDictionary] = field(
        default_factory=lambda: Dictionary(PlaceholderDictionary())
    )
    defects: tuple[Defect, ...] = ()
    """Everything that loading found unusable, in any file."""
    navigation: tuple[NavigationEntry, ...] = ()
    site_url: str = ""
    settings_source: Source | None = None
    """The configuration of the site generator, which says where the navigation stands."""
    assets: frozenset[str] = frozenset()
    """What stands in `docs/` beside Markdown, by its path there; the site has it at the same path."""
    wording: Dictionary[WordingDictionary] = field(default_factory=lambda: Dictionary(WordingDictionary()))
    calling: Dictionary[CallingRules] = field(default_factory=lambda: Dictionary(CallingRules()))
    search_words: Dictionary[SearchWords] = field(default_factory=lambda: Dictionary(SearchWords()))
    floor_talk: Dictionary[FloorTalk] = field(default_factory=lambda: Dictionary(FloorTalk()))

    @property
    def placeholders(self) -> Mapping[str, PlaceholderEntry]:
        return self.placeholder_dictionary.entries.root

    def dictionaries(self) -> Iterator[tuple[Source, FrontMatter]]:
        """The YAML files of content."""
        for each in (self.placeholder_dictionary, self.wording, self.calling, self.search_words, self.floor_talk):
            if each.source:
                yield each.source, each.front

    def sources(self) -> Iterator[Source]:
        """All files of content, Markdown or not."""
        for document in self.documents:
            yield document.source
        yield from (source for source, _ in self.dictionaries())

    def published(self) -> Iterator[Document]:
        """The documents that have a page: those of entities whose Chinese source exists."""
        for entity in self.entities.values():
            if SOURCE in entity.documents:
                yield from entity.documents.values()

    def of_kind(self, kind: Kind) -> tuple[Entity, ...]:
        """All entities of a kind, in order of id."""
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> Mapping[Kind, tuple[Entity, ...]]:
        by_kind: dict[Kind, list[Entity]] = defaultdict(list)
        for entity in self.entities.values():
            by_kind[entity.kind].append(entity)
        return {kind: tuple(sorted(found, key=lambda each: each.id)) for kind, found in by_kind.items()}

    @cached_property
    def _defects_by_kind(self) -> Mapping[DefectKind, list[Defect]]:
        by_kind: dict[DefectKind, list[Defect]] = defaultdict(list)
        for defect in self.defects:
            by_kind[defect.kind].append(defect)
        return by_kind

    def defects_of(self, kind: DefectKind) -> list[Defect]:
        return self._defects_by_kind.get(kind, [])

    def find(self, target: Target) -> Entity | None:
        return self.entities.get((target.kind, target.id))

    def fact(self, target: Target) -> Fact | None:
        """The fact that a `fact:` reference names."""
        entity = self.find(target)
        regulation = entity.structure if entity else None
        return regulation.facts.get(target.fact or "") if isinstance(regulation, Regulation) else None

    def anchor_of(self, target: Target) -> str | None:
        """The anchor that a target leads to: its own, or the provision of its fact."""
        fact = self.fact(target) if target.fact is not None else None
        return fact.provision if fact else target.anchor

    def cited_by(self, entity: Entity) -> tuple[Citation, ...]:
        """Who refers to this entity, each once for each anchor, in order of kind and id."""
        return self._citations.get((entity.kind, entity.id), ())

    @cached_property
    def _citations(self) -> Mapping[tuple[Kind, str], tuple[Citation, ...]]:
        order = list(Kind)
        found: dict[tuple[Kind, str], dict[tuple[Kind, str, str], Citation]] = defaultdict(dict)
        for by, reference in self.all_references():
            target = reference.target
            cited = target.kind, target.id
            if cited in self.entities and cited != (by.kind, by.id):
                anchor = self.anchor_of(target)
                key = by.kind, by.id, anchor or ""
                if key not in found[cited]:
                    found[cited][key] = Citation(self.entities[by.kind, by.id], anchor)
        return {
            key: tuple(citations[each] for each in sorted(citations, key=lambda k: (order.index(k[0]), *k[1:])))
            for key, citations in found.items()
        }

    def line(self, path: str, number: int) -> str:
        """A line of a file; empty where the file could not be read."""
        source = self._by_path.get(path)
        lines = source.text.splitlines() if source else []
        return lines[number - 1] if number <= len(lines) else ""

    @cached_property
    def _by_path(self) -> Mapping[str, Source]:
        return {source.path: source for source in (*self.sources(), self.settings_source) if source}

    @cached_property
    def plain_links(self) -> tuple[tuple[Document, Link], ...]:
        """The Markdown links that are neither references nor mail addresses (`<a@b.cn>`) nor lead within the page."""
        prefixes = ("#", *(f"{scheme}:" for scheme in SCHEMES))
        return tuple(
            (document, link)
            for document in self.documents
            for link in document.body.links
            if link.style != "Email" and not link.target.startswith(prefixes)
        )

    def all_references(self) -> Iterator[tuple[Document, Reference]]:
        for document in self.documents:
            for reference in document.references:
                yield document, reference
