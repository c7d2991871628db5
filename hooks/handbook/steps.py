"""The steps of a phone script, and from which an agent gets to which."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook import body, references
from handbook.model import Kind
from handbook.spoken import SAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from handbook.body import Block, Heading, Link
    from handbook.library import Document

HEAR = "hear"
DO = "do"
STEP_LEVEL = 2

_GO_TO = re.compile(r"(?:^|[。；;.!！\n])\s*(?:[-*]\s+|\d+\.\s+)?(?:转|回|go to|return to)\s*$", re.IGNORECASE)
_END = re.compile(rb"(?:[.\s]|\xe3\x80\x82)*")


@dataclass(frozen=True, slots=True)
class Step:
    """A section with something to say, to hear or to do. `next` are the numbers of the steps that may follow.

    `leaves` says that the script can end here or goes on in another one.
    """

    heading: Heading
    next: tuple[int, ...]
    leaves: bool


def steps(document: Document) -> tuple[Step, ...] | None:
    """The steps in order; None where a link leads nowhere, since then it is not known what follows."""
    sections = _sections(document)
    number_of = {anchor: number for number, section in enumerate(sections) for anchor in section.anchors}
    found = []
    for number, section in enumerate(sections):
        inside = [body.anchor(link.target[1:]) for link in section.links if link.target.startswith("#")]
        if any(anchor not in document.anchors for anchor in inside):
            return None
        following = {number_of[anchor] for anchor in inside if anchor in number_of}
        last = number == len(sections) - 1
        if not last and not _is_left(document, section):
            following.add(number + 1)
        handed_over = any(_is_script(link) for link in section.links)
        found.append(Step(section.heading, tuple(sorted(following)), last or handed_over))
    return tuple(found)


def reached(steps: Sequence[Step], start: int) -> set[int]:
    """The numbers of the steps to which one gets from a step, itself among them."""
    seen, waiting = {start}, [start]
    while waiting:
        new = set(steps[waiting.pop()].next) - seen
        seen |= new
        waiting += new
    return seen


def trapped(steps: Sequence[Step]) -> set[int]:
    """The numbers of the steps from which one never gets to the end."""
    before: list[list[int]] = [[] for _ in steps]
    for number, step in enumerate(steps):
        for following in step.next:
            before[following].append(number)
    out = {number for number, step in enumerate(steps) if step.leaves}
    waiting = list(out)
    while waiting:
        new = set(before[waiting.pop()]) - out
        out |= new
        waiting += new
    return set(range(len(steps))) - out


@dataclass(slots=True)
class _Section:
    heading: Heading
    anchors: list[str]
    blocks: list[Block]
    links: list[Link]


def _sections(document: Document) -> list[_Section]:
    """The second-level sections that hold a `say`, `hear` or `do`; smaller headings belong to them."""
    sections: list[_Section] = []
    starts: list[int] = []
    for heading in document.body.headings:
        if heading.level <= STEP_LEVEL:
            sections.append(_Section(heading, [heading.id], [], []))
            starts.append(heading.start)
        elif sections:
            sections[-1].anchors.append(heading.id)
    for block in document.body.blocks:
        if block.name in (SAY, HEAR, DO) and (number := bisect_right(starts, block.start)):
            sections[number - 1].blocks.append(block)
    for link in document.body.links:
        if number := bisect_right(starts, link.start):
            sections[number - 1].links.append(link)
    return [section for section in sections if section.blocks]


def _is_left(document: Document, section: _Section) -> bool:
    """Whether the agent goes elsewhere than to the next step: by the customer's answer, or by a last `转[…](#…)`."""
    hears = [block for block in section.blocks if block.name == HEAR]
    if hears and all(_links_in(section, block) for block in hears):
        return True
    last = section.blocks[-1]
    links = _links_in(section, last)
    if last.name != DO or not links:
        return False
    data, link = document.source.data, links[-1]
    ends = _END.fullmatch(data, link.end, last.content.end) is not None
    return ends and _GO_TO.search(data[last.content.start : link.start].decode()) is not None


def _links_in(section: _Section, block: Block) -> list[Link]:
    return [
        link
        for link in section.links
        if block.content.start <= link.start < block.content.end and (link.target.startswith("#") or _is_script(link))
    ]


def _is_script(link: Link) -> bool:
    target = references.parse(link.target)
    return target is not None and target.kind is Kind.SCRIPT
