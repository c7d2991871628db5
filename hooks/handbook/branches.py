"""The nodes of a branching case: what the customer says, the replies to choose from, where each leads, how it ends.

The section `{#play}` of a case holds them, one below each third-level heading; the first is where it begins. Data for a
role-play simulator; walking the graph is `handbook.steps`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook.model.case import Ending, Grade
from handbook.sections import sections
from handbook.steps import Step

if TYPE_CHECKING:
    from handbook.body import Block, Heading
    from handbook.library import Document

PLAY = "play"
REPLY = "reply"
OUTCOME = "outcome"
NODE_LEVEL = 3

_ARGUMENT = re.compile(rf"#([^\s#]+)\s+({'|'.join(Grade)})")


@dataclass(frozen=True, slots=True)
class Reply:
    """`node` is the anchor of the node to which it leads."""

    node: str
    grade: Grade


@dataclass(frozen=True, slots=True)
class Node:
    heading: Heading
    replies: tuple[tuple[Block, Reply], ...]
    outcomes: tuple[Block, ...]


def reply(argument: str) -> Reply | None:
    """What the argument of a `reply` block means, `#node best`; None where it cannot be read."""
    match = _ARGUMENT.fullmatch(argument)
    return Reply(match[1], Grade(match[2])) if match else None


def ending(argument: str) -> Ending | None:
    """What the argument of an `outcome` block means; None where it is no ending."""
    return Ending(argument) if argument in set(Ending) else None


def nodes(document: Document) -> tuple[Node, ...]:
    """The nodes in order; none where the case does not branch."""
    all_sections = sections(document.body)
    play = next((each for each in all_sections if each.heading.id == PLAY), None)
    if play is None:
        return ()
    found = []
    for section in all_sections:
        if section.heading.level == NODE_LEVEL and play.holds(section.heading):
            blocks = [block for block in document.body.blocks if section.holds(block)]
            replies = [(block, each) for block in blocks if block.name == REPLY and (each := reply(block.argument))]
            outcomes = [block for block in blocks if block.name == OUTCOME]
            found.append(Node(section.heading, tuple(replies), tuple(outcomes)))
    return tuple(found)


def as_steps(found: tuple[Node, ...]) -> tuple[Step, ...]:
    """The same as a graph that `handbook.steps` walks; replies that lead nowhere are left out."""
    number_of = {node.heading.id: number for number, node in enumerate(found)}
    return tuple(
        Step(
            node.heading,
            tuple(sorted({number_of[each.node] for _, each in node.replies if each.node in number_of})),
            bool(node.outcomes),
        )
        for node in found
    )
