"""What is known of a page's review: who read which text against which rules, and what has changed since.

Dates and digests only. Whether a review is due depends on the day on which a reader looks; that is decided then, in the
browser, so that a site built last month tells the truth today.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook.model import Kind, Regulation
from handbook.references import parse
from handbook.review import reviewed_digest
from handbook.text import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from handbook.library import Entity, Library
    from handbook.model.common import Review


@dataclass(frozen=True, slots=True)
class ReviewState:
    """A recorded review as it stands against the content of today.

    `digest` names the text that was read, `text_changed` says that it is no longer the one on the page. `rules_changed`
    are the regulations, as references, whose pages have changed since; `rules_begin` the days behind the review on
    which a rule that it rests on takes effect.
    """

    on: date
    by: str
    due: date | None
    digest: str
    text_changed: bool
    rules_changed: tuple[str, ...]
    rules_begin: tuple[date, ...]


def review_state(library: Library, entity: Entity) -> ReviewState | None:
    """None where no review is recorded."""
    review = entity.structure.review if entity.structure else None
    if review is None:
        return None
    source = entity.documents[SOURCE]
    return ReviewState(
        review.on,
        review.by,
        review.due,
        review.digest,
        review.digest != reviewed_digest(source.source, source.front),
        tuple(reference for reference, _ in changed_rules(library, review)),
        tuple(sorted(set(_begin_after(library, entity, review)))),
    )


def changed_rules(library: Library, review: Review) -> Iterator[tuple[str, bool]]:
    """The regulations that a review names and whose text is no longer the one that was read; and if each is known."""
    for written, digest in review.basis.items():
        target = parse(written)
        entity = library.find(target) if target and target.kind is Kind.REGULATION else None
        source = entity.documents.get(SOURCE) if entity else None
        now = reviewed_digest(source.source, source.front) if source else None
        if now != digest:
            yield written, now is not None


def _begin_after(library: Library, entity: Entity, review: Review) -> Iterator[date]:
    legal_basis: tuple[str, ...] = getattr(entity.structure, "legal_basis", ())
    for written in (*review.basis, *legal_basis):
        target = parse(written)
        rule = library.find(target) if target else None
        effective = rule.structure.effective if rule and isinstance(rule.structure, Regulation) else None
        if effective and effective > review.on:
            yield effective
