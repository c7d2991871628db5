"""The anchors of a page: those of its headings, and those of the parts that its view adds."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from handbook.check import rule_modules
from handbook.model import Page
from handbook.model.page import Listing

if TYPE_CHECKING:
    from handbook.library import Entity
    from handbook.text import Language

TOP = "top"


def anchors_of(entity: Entity, language: Language) -> tuple[str, ...]:
    """Everything on the page that a reference may lead to."""
    written = entity.document(language).anchors
    if isinstance(entity.structure, Page) and entity.structure.lists is Listing.RULE:
        return (TOP, *written, *_anchors_of_rules())
    return (TOP, *written)


@cache
def _anchors_of_rules() -> tuple[str, ...]:
    return tuple(module.RULE.code.lower() for module in rule_modules())
