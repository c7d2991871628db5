"""Addresses on the site: one permanent address for each entity and language, and how to get from one to another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handbook.library import INDEX
from handbook.text import SOURCE, Language

if TYPE_CHECKING:
    from handbook.library import Document, Entity, Library


def page_url(entity: Entity, language: Language) -> str:
    """`glossary/roll-rate/`, `en/glossary/roll-rate/`; the home page is the empty string."""
    path = entity.site_path
    if path == INDEX:
        path = ""
    path = path.removesuffix(f"/{INDEX}")
    path = f"{path}/" if path else ""
    return path if language is SOURCE else f"{language}/{path}"


def redirects(library: Library) -> dict[str, str]:
    """Addresses of earlier ids to where their pages are now, both as `page_url` gives them."""
    return {
        page_url(replace(entity, id=earlier), language): page_url(entity, language)
        for entity in library.entities.values()
        if entity.structure
        for earlier in entity.structure.renamed_from
        for language in Language
    }


def source_uri(library: Library, document: Document) -> str:
    """Where a site generator is to believe the file lies, so that the page gets its permanent address."""
    entity = library.entities[document.kind, document.id]
    ending = "" if document.language is SOURCE else f".{document.language}"
    return f"{entity.site_path}{ending}.md"


def relative_url(here: str, there: str) -> str:
    """The way from the page at `here` to the page at `there`, both as `page_url` gives them."""
    return "../" * here.count("/") + there or "./"
