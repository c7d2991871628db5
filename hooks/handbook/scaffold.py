"""The files that a new entity begins with: both languages, in order by the schema, with prompts for what to write.

What they begin with stands in `data/skeletons`. Every prompt in it begins as `PROMPTS` says, by which the check finds
those that nobody has answered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from handbook import source
from handbook.load import TRANSLATION_ENDING
from handbook.model import KINDS, Kind
from handbook.model.common import ID_PATTERN
from handbook.model.script import Channel, Stage

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from handbook.library import Library

PROMPTS = ("〔待写", "〔to write")
LONGEST_ID = 80
NEW_KINDS: Mapping[str, Kind] = {
    KINDS[kind].name.en: kind for kind in (Kind.TERM, Kind.SCRIPT, Kind.REGULATION, Kind.CASE, Kind.LESSON)
}
HALF_A_YEAR = timedelta(days=182)
"""After which a regulation is to be checked again, by house norm."""
USUAL_BASIS = "reg:cn-pipl#art-13"

_FOLDER = Path(__file__).parent / "data/skeletons"
_NAMES: Mapping[Kind, str] = {
    Kind.TERM: "term",
    Kind.SCRIPT: "call",
    Kind.REGULATION: "regulation",
    Kind.CASE: "case",
    Kind.LESSON: "lesson",
    Kind.PAGE: "page",
}


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The Chinese and the English file, from `data/skeletons`; `$id` and the like are filled in."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be made. Stage and channel concern scripts alone."""

    kind: Kind
    id: str
    today: date
    stage: Stage = Stage.M1
    channel: Channel = Channel.PHONE


def problem(request: Request, library: Library, root: Path) -> str | None:
    """Why there can be no such entity, or None."""
    name = KINDS[request.kind].name.en
    if not re.fullmatch(ID_PATTERN, request.id) or len(request.id) > LONGEST_ID:
        return f"'{request.id}' is no id: lower-case letters, digits and single hyphens, at most {LONGEST_ID}"
    entity = library.entities.get((request.kind, request.id))
    if entity:
        return f"{name} '{request.id}' exists: {next(iter(entity.documents.values())).path}"
    for each in library.of_kind(request.kind):
        if each.structure and request.id in each.structure.renamed_from:
            return f"'{request.id}' is an earlier id of {each.reference}, whose addresses it keeps"
    taken = [path for path in _paths(request) if (root / path).exists()]
    return f"{taken[0]} exists" if taken else None


def files(request: Request, library: Library) -> dict[str, str]:
    """Path, relative to the project root, to content; the translation bears the digest of the Chinese file."""
    skeleton = skeleton_of(request.kind, request.channel)
    values = {
        "id": request.id,
        "title": request.id.replace("-", " "),
        "today": request.today.isoformat(),
        "review_by": (request.today + HALF_A_YEAR).isoformat(),
        "stage": request.stage.value,
        "channel": request.channel.value,
        "basis": _basis(library),
    }
    chinese, english = _paths(request)
    zh = Template(skeleton.zh).substitute(values)
    digest = source.from_bytes(zh.encode(), chinese).digest
    return {chinese: zh, english: Template(skeleton.en).substitute(values, digest=digest)}


def skeleton_of(kind: Kind, channel: Channel = Channel.PHONE) -> Skeleton:
    name = "message" if kind is Kind.SCRIPT and channel is not Channel.PHONE else _NAMES[kind]
    zh, en = (_FOLDER / f"{name}.md", _FOLDER / f"{name}{TRANSLATION_ENDING}")
    return Skeleton(zh.read_text(encoding="utf-8"), en.read_text(encoding="utf-8"))


def _paths(request: Request) -> tuple[str, str]:
    folder = KINDS[request.kind].folder
    if request.kind is Kind.SCRIPT:
        folder += f"/{request.stage.value}"
    return f"{folder}/{request.id}.md", f"{folder}/{request.id}{TRANSLATION_ENDING}"


def _basis(library: Library) -> str:
    """A provision that exists, for a script to begin with."""
    provisions = [
        f"{regulation.reference}#{anchor}"
        for regulation in library.of_kind(Kind.REGULATION)
        for anchor in getattr(regulation.structure, "provisions", ())
    ]
    return USUAL_BASIS if USUAL_BASIS in provisions or not provisions else provisions[0]
