"""What the desk of a script page gets from the build: how a call branches, and where the page stands among its stage.

The form itself is in the template, so that nothing moves when its script arrives.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from handbook import references
from handbook.body import anchor
from handbook.contact_log import contact_log
from handbook.model import Kind, Script
from handbook.model.script import Channel
from handbook.review import reviewed_digest
from handbook.steps import HEAR, steps
from handbook.text import SOURCE
from handbook.urls import page_url, relative_url

if TYPE_CHECKING:
    from collections.abc import Mapping

    from handbook.body import Block
    from handbook.library import Document, Entity, Library
    from handbook.steps import Step
    from handbook.text import Language


@dataclass(frozen=True, slots=True)
class Desk:
    """`previous` and `next` are the ways to the neighbours of the script within its stage, or None at its ends.

    `branches` is JSON for the guided call, or None where there is nothing to walk: see `_branches`.
    """

    up: str
    digest: str
    previous: str | None
    next: str | None
    branches: Markup | None


def desk(library: Library, document: Document, script: Script, language: Language) -> Desk:
    entity = library.entities[document.kind, document.id]
    here = page_url(entity, language)
    source = entity.documents[SOURCE]
    before, after = _neighbours(library, entity, script)
    walked = steps(document) if script.channel is Channel.PHONE else None
    return Desk(
        up=relative_url(here, ""),
        digest=reviewed_digest(source.source, source.front),
        previous=relative_url(here, page_url(before, language)) if before else None,
        next=relative_url(here, page_url(after, language)) if after else None,
        branches=_json(_branches(library, document, script, walked, language)) if walked and len(walked) > 1 else None,
    )


def _neighbours(library: Library, entity: Entity, script: Script) -> tuple[Entity | None, Entity | None]:
    """The scripts before and behind this one in its stage, in order of id."""
    stage = [
        each
        for each in library.of_kind(Kind.SCRIPT)
        if isinstance(each.structure, Script) and each.structure.stage is script.stage
    ]
    place = stage.index(entity)
    return (stage[place - 1] if place else None), (stage[place + 1] if place + 1 < len(stage) else None)


def _branches(
    library: Library, document: Document, script: Script, walked: tuple[Step, ...], language: Language
) -> dict[str, Any]:
    """`{"steps": [{"id", "heard": [{"text", "to"}], "next": [id]}], "said_in": {must-say id: [step id]}, "log"}`.

    `to` is a step of this script, as `#id`, or the way to the page of another one; None where the answer leads to the
    step that follows. `next` are the steps to which the agent goes on without an answer of the customer's. `log` is the
    `ContactLog`, or None.
    """
    blocks = [block for block in document.body.blocks if block.name == HEAR]
    ends = [*(step.heading.start for step in walked[1:]), len(document.source.data)]
    owner = {
        heading.id: step.heading.id
        for step, end in zip(walked, ends, strict=True)
        for heading in document.body.headings
        if step.heading.start <= heading.start < end
    }
    found = []
    for step, end in zip(walked, ends, strict=True):
        heard = [
            {"text": block.argument, "to": _leads_to(library, document, block, owner, language)}
            for block in blocks
            if step.heading.start <= block.start < end
        ]
        answered = {f"#{step.heading.id}", *(each["to"] for each in heard)}
        following = [walked[each].heading.id for each in step.next]
        onward = [each for each in following if f"#{each}" not in answered]
        found.append({"id": step.heading.id, "heard": heard, "next": onward})
    log = contact_log(library, document.language)
    return {"steps": found, "said_in": script.said_in, "log": asdict(log) if log else None}


def _leads_to(
    library: Library, document: Document, block: Block, owner: Mapping[str, str], language: Language
) -> str | None:
    entity = library.entities[document.kind, document.id]
    for link in document.body.links:
        if not block.content.start <= link.start < block.content.end:
            continue
        if link.target.startswith("#"):
            name = anchor(link.target[1:])
            return f"#{owner.get(name, name)}"
        target = references.parse(link.target)
        other = library.find(target) if target and target.kind is Kind.SCRIPT else None
        if other:
            return relative_url(page_url(entity, language), page_url(other, language))
    return None


def _json(value: Any) -> Markup:  # noqa: ANN401 -- whatever can be written
    """JSON that may stand in a script element: `<` never occurs in it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return Markup(text)  # noqa: S704 -- escaped for its place
