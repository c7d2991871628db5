"""References: an ordinary Markdown link, or a value of the front matter, whose scheme is a kind.

`term:roll-rate`, `reg:cn-pipl#art-13`, `page:guide/process#assess`, `fact:cn-gbt-45251-2025/calls-per-day`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from handbook.body import anchor
from handbook.model import Kind

if TYPE_CHECKING:
    from handbook.diagnostics import Span

FACT = "fact"
SCHEMES = (*(kind.value for kind in Kind), FACT)
WEB_SCHEMES = ("http", "https", "mailto", "tel")

_KINDS = {**{kind.value: kind for kind in Kind}, FACT: Kind.REGULATION}
_REFERENCE = re.compile(rf"({'|'.join(SCHEMES)}):([^\s#]*)(?:#(\S*))?")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


class Target(Struct, frozen=True):
    """What a reference points at. For a fact `id` is the regulation's id and `fact` the fact's."""

    scheme: str
    id: str
    anchor: str | None = None
    fact: str | None = None

    @property
    def kind(self) -> Kind:
        return _KINDS[self.scheme]

    def __str__(self) -> str:
        name = f"{self.id}/{self.fact}" if self.fact is not None else self.id
        return f"{self.scheme}:{name}" + (f"#{self.anchor}" if self.anchor is not None else "")


class Reference(Struct, frozen=True):
    """A target where it stands. `label` is the link text; `field` the front matter field, if it stands there."""

    target: Target
    span: Span
    label: str = ""
    field: str | None = None


@lru_cache(maxsize=65_536)
def parse(text: str) -> Target | None:
    """The target that `text` names, or None where it is no reference."""
    match = _REFERENCE.fullmatch(text)
    if not match:
        return None
    scheme, name, fragment = match.groups()
    if scheme == FACT:
        regulation, _, fact = name.partition("/")
        return Target(scheme, regulation, fact=fact)
    return Target(scheme, name.rstrip("/"), anchor(fragment) if fragment is not None else None)


def unknown_scheme(text: str) -> str | None:
    """The scheme of a link that is neither a kind nor of the web."""
    match = _SCHEME.match(text)
    if match and match[1].lower() not in (*SCHEMES, *WEB_SCHEMES):
        return match[1]
    return None
