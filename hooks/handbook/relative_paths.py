"""Where relative links lead: to which page or file of the site, or why to none.

The site resolves them from the address of the page, which for what lies outside `docs/` is not the place of its file.
A link between pages is sound where both ways lead to the same.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from handbook.anchors import anchors_of
from handbook.raw_html import ids
from handbook.suggest import nearest
from handbook.text import SOURCE, TRANSLATION, Language, Text
from handbook.urls import page_url, source_uri

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from handbook.library import Document, Entity, Library
    from handbook.link_targets import WrittenLink


class Way(StrEnum):
    """How a relative link fares. Each but the first is reported by a rule of its own."""

    SOUND = "sound"
    OTHER_LANGUAGE = "other-language"
    UNSTEADY = "unsteady"
    """Right only in the repository, or only on the site."""
    LETTER_CASE = "letter-case"
    ADDRESS = "address"
    """An address of the built site, such as `process.html` or `../process/`."""
    DEPTH = "depth"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`page` or `asset` is what the link leads to, or most likely means; `path` is how to write it rightly."""

    way: Way
    page: Document | None = None
    asset: str | None = None
    path: str = ""


class SiteMap:
    """All pages and files of the site, found by their paths as the site generator knows them."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._pages = {source_uri(library, document): document for document in library.published()}
        self._files = {document.path: document for document in library.documents}

    def resolve(self, link: WrittenLink) -> Outcome:
        """What a relative link of Markdown leads to."""
        here = source_uri(self._library, link.document)
        at, on_disk = _join(here, link.path), _join(link.document.path, link.path)
        page, file = self._page(at, link.document.language), self._files.get(on_disk)
        if page:
            sound = file is not None and (file.kind, file.id) == (page.kind, page.id)
            return Outcome(Way.SOUND if sound else Way.UNSTEADY, page)
        if asset := self._asset(at, link.document.language):
            return Outcome(Way.SOUND, asset=asset)
        return self._only_there(link, at, on_disk) or self._meant(link, at) or self._guess(link, at)

    def _only_there(self, link: WrittenLink, at: str, on_disk: str) -> Outcome | None:
        """What exists, but not for the page: in the other language, or only in the repository."""
        if at in self._pages:
            return Outcome(Way.OTHER_LANGUAGE, self._pages[at])
        if file := self._files.get(on_disk):
            return Outcome(Way.UNSTEADY, file)
        asset = on_disk.removeprefix("docs/")
        is_there = asset != on_disk and asset in self._library.assets
        return self._outcome(Way.UNSTEADY, asset, link) if is_there else None

    def _meant(self, link: WrittenLink, at: str) -> Outcome | None:
        """What the link would lead to, were it written a little otherwise."""
        if right := self._by_lower_case.get(at.casefold()):
            return self._outcome(Way.LETTER_CASE, right, link)
        if entity := self._entity_meant(link, at):
            return Outcome(Way.ADDRESS, entity.document(link.document.language))
        elsewhere = self._same_tail(link.path)
        return self._outcome(Way.DEPTH, elsewhere, link) if elsewhere else None

    def entity_at(self, address: str) -> Entity | None:
        """The entity that an address within the site means: `/scripts/x/`, `en/scripts/x/index.html`, `/docs/a.md`."""
        name = address.strip("/").removeprefix(f"{TRANSLATION}/")
        for ending in (".html", ".md", f".{TRANSLATION}"):
            name = name.removesuffix(ending)
        choices = (name, name.removeprefix("docs/"))
        found = (self._entities.get("" if each == "index" else each.removesuffix("/index")) for each in choices)
        return next((entity for entity in found if entity), None)

    def page_of_html(self, link: WrittenLink) -> Entity | None:
        """The page that a relative link of raw HTML leads to; a browser resolves it from the address of its page."""
        return self._addresses.get(self._from_address(link))

    def asset_of_html(self, link: WrittenLink) -> str | None:
        at = self._from_address(link)
        return at if at in self._library.assets else None

    def way_to(self, link: WrittenLink, there: str) -> str:
        """How Markdown writes the way from the page of a link to another page or file of the site."""
        return posixpath.relpath(there, posixpath.dirname(source_uri(self._library, link.document)) or ".")

    def nav_target(self, path: str) -> bool:
        """Whether an entry of the navigation leads to something."""
        return path in self._library.assets or self._page(path, SOURCE) is not None

    def suggest(self, path: str, among: Iterable[str] | None = None) -> str | None:
        return nearest(path, self._pages.keys() | self._library.assets if among is None else among)

    def _from_address(self, link: WrittenLink) -> str:
        here = page_url(self._library.entities[link.document.kind, link.document.id], link.document.language)
        at = posixpath.normpath(posixpath.join(here, link.path))
        return "" if at == "." else at

    def _page(self, at: str, language: Language) -> Document | None:
        """The page at a path: that of the language, else the Chinese one; as `mkdocs-static-i18n` finds it."""
        own = self._pages.get(_in_language(at, language)) if at.endswith(".md") else None
        page = own or self._pages.get(at)
        return page if page and page.language in (language, SOURCE) else None

    def _asset(self, at: str, language: Language) -> str | None:
        return next((each for each in (_in_language(at, language), at) if each in self._library.assets), None)

    def _outcome(self, way: Way, found: str, link: WrittenLink) -> Outcome:
        path, page = self.way_to(link, found), self._pages.get(found)
        if page is None:
            return Outcome(way, asset=found, path=path)
        steady = _join(link.document.path, path) == page.path
        return Outcome(way, page, path=path if steady else reference_to(page, link.anchor))

    def _guess(self, link: WrittenLink, at: str) -> Outcome:
        """Nothing, with the file of a similar name, in the same folder if there is one."""
        folder, name = posixpath.split(at)
        inside = self._names_in.get(folder, {})
        if close := nearest(name, inside):
            return self._outcome(Way.NOTHING, posixpath.join(folder, close), link)
        found = self._by_name.get(nearest(name, self._by_name) or "", [])
        return self._outcome(Way.NOTHING, found[0], link) if len(found) == 1 else Outcome(Way.NOTHING)

    def _entity_meant(self, link: WrittenLink, at: str) -> Entity | None:
        """The entity that a path without `.md` means as an address, from the file's folder or the page's address."""
        name = posixpath.basename(link.path)
        if "." in name.removesuffix(".html").strip(".") or link.path in ("", ".", "./"):
            return None
        places = (each for each in (at, self._from_address(link)) if each != ".")
        return next((entity for each in places if (entity := self.entity_at(each))), None)

    def _same_tail(self, path: str) -> str | None:
        """The one file that ends like the path: with as many of its parts as any does."""
        parts = [part for part in path.split("/") if part not in ("", ".", "..")]
        found = self._by_name.get(parts[-1], []) if parts else []
        if len(found) > 1:
            lengths = {uri: _common_tail(parts, uri.split("/")) for uri in found}
            longest = max(lengths.values())
            found = [uri for uri in found if lengths[uri] == longest]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _entities(self) -> Mapping[str, Entity]:
        """By Chinese address without the last slash; the home page is the empty string."""
        return {page_url(entity, SOURCE).strip("/"): entity for entity in self._library.entities.values()}

    @cached_property
    def _addresses(self) -> Mapping[str, Entity]:
        entities = self._library.entities.values()
        return {page_url(entity, language).strip("/"): entity for entity in entities for language in Language}

    @cached_property
    def _by_lower_case(self) -> Mapping[str, str]:
        return {uri.casefold(): uri for uri in self._all()}

    @cached_property
    def _by_name(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for uri in self._all():
            found[posixpath.basename(uri)].append(uri)
        return dict(found)

    @cached_property
    def _names_in(self) -> Mapping[str, dict[str, None]]:
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for uri in self._all():
            folder, name = posixpath.split(uri)
            found[folder][name] = None
        return dict(found)

    def _all(self) -> Iterator[str]:
        yield from self._pages
        yield from sorted(self._library.assets)


def outcomes(library: Library, links: Iterable[WrittenLink]) -> Iterator[tuple[WrittenLink, Outcome]]:
    """Each relative link with what it leads to."""
    relative = [link for link in links if link.is_relative]
    if relative:
        site = SiteMap(library)
        for link in relative:
            yield link, site.resolve(link)


def anchors_of_page(library: Library, page: Document) -> frozenset[str]:
    """Everything on a page that a link may lead to, raw HTML included."""
    return frozenset(anchors_of(library.entities[page.kind, page.id], page.language)) | ids(page)


def reference_to(page: Document, anchor: str = "") -> str:
    """How the page is best referred to: `page:guide/process#assess`."""
    return f"{page.kind}:{page.id}" + (f"#{anchor}" if anchor else "")


def use_reference(page: Document, anchor: str = "") -> Text:
    reference = reference_to(page, anchor)
    return Text(f"改用引用：{reference}", f"use the reference {reference}")


def _join(here: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(here), path))


def _in_language(at: str, language: Language) -> str:
    stem, ending = posixpath.splitext(at)
    return f"{stem}.{language}{ending}"


def _common_tail(one: list[str], other: list[str]) -> int:
    length = 0
    for mine, theirs in zip(reversed(one), reversed(other), strict=False):
        if mine != theirs:
            break
        length += 1
    return length
