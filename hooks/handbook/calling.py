"""What “May I call now?” needs to know, as plain data: regimes, limits with their values and sources, house norms.

The answer is worked out in the browser, in `docs/assets/js/tools/calling.js`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from handbook.labels import label
from handbook.model import Regulation
from handbook.phrases import citation, written_fact
from handbook.references import parse
from handbook.urls import page_url, relative_url

if TYPE_CHECKING:
    from handbook.library import Entity, Library
    from handbook.model.calling import Limit
    from handbook.text import Language


def calling_data(library: Library, page: Entity, language: Language) -> dict[str, Any]:
    """The rules as the page `page` shows them, in `language`; links are relative to it."""
    norms = library.calling.entries.house_norms
    return {
        "regimes": [
            {
                "id": regime.id,
                "name": regime.name[language],
                "time_zones": list(regime.time_zones),
                "limits": [found for limit in regime.limits if (found := _limit(library, limit, page, language))],
            }
            for regime in library.calling.entries.regimes
        ],
        "house_norms": {
            "hours_between_calls": norms.hours_between_calls,
            "holidays": [day.isoformat() for day in norms.holidays],
            "earliest": norms.earliest,
            "latest": norms.latest,
        },
    }


def _limit(library: Library, limit: Limit, page: Entity, language: Language) -> dict[str, Any] | None:
    """A limit with its value; None where its fact does not exist, which the check reports."""
    target = parse(limit.fact)
    fact = library.fact(target) if target else None
    entity = library.find(target) if target else None
    if target is None or fact is None or entity is None or not isinstance(entity.structure, Regulation):
        return None
    regulation = entity.structure
    days = library.fact(found) if limit.days and (found := parse(limit.days)) else None
    way = relative_url(page_url(page, language), page_url(entity, language))
    return {
        "kind": limit.kind.value,
        "value": fact.value,
        "days": days.value if days else None,
        "lifted_by_consent": limit.lifted_by_consent,
        "written": written_fact(fact, language),
        "citation": citation(entity, fact.provision, language),
        "instrument": label(regulation.instrument, language),
        "verification": label(regulation.provisions[fact.provision].verification, language),
        "url": f"{way}#{fact.provision}",
    }
