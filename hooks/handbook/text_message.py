"""How long a text message is: what it reads like when filled, and how many characters two segments of it hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.model.placeholder import ValueType
from handbook.passages import Stretch, in_blocks
from handbook.phrases import title_of
from handbook.references import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.body import Block
    from handbook.library import Document, Library

SEGMENTS = 2
GSM_SEGMENT, UNICODE_SEGMENT = 153, 67
"""Characters in each segment of a message that takes several."""

_GSM_BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_EXTENDED = "\f^{}\\[~]|€"  # two characters each


def filled(library: Library, document: Document, block: Block) -> str:
    """The text of a block as it is sent: without mark-up, with the examples of its placeholders."""
    stretches = [each for its, each in _stretches(document, block) if its is block]
    stretches += _titles(library, document, block)
    text, end = "", None
    for stretch in sorted(stretches, key=lambda each: each.start):
        if end is not None and b"\n" in document.source.data[end : stretch.start]:
            text += "\n"
        text += _example(library, document, stretch) if stretch.placeholder else stretch.text
        end = stretch.end
    return text


def _stretches(document: Document, block: Block) -> Iterator[tuple[Block, Stretch]]:
    for its, stretches in in_blocks(document, (block.name,)):
        for stretch in stretches:
            yield its, stretch


def _titles(library: Library, document: Document, block: Block) -> Iterator[Stretch]:
    """What references without words print."""
    for link in document.body.links:
        if block.content.start <= link.start < block.content.end and not link.label and (target := parse(link.target)):
            yield Stretch(link.start, link.end, title_of(library, target, document.language) or "")


def _example(library: Library, document: Document, stretch: Stretch) -> str:
    entry = library.placeholders.get(stretch.placeholder or "")
    if entry is None:
        return document.source.data[stretch.start : stretch.end].decode()
    example = entry.example_in(document.language)
    if entry.type is ValueType.CHOICE:
        return next((each[document.language] for each in entry.choices if each.value == example), example)
    return example


def foreign_character(text: str) -> str | None:
    """The first character, if any, for which the whole message is sent in the longer encoding."""
    return next((each for each in text if each not in _GSM_BASIC and each not in _GSM_EXTENDED), None)


def length_and_limit(text: str) -> tuple[int, int]:
    """How many characters the networks count, and how many two segments hold."""
    if foreign_character(text):
        return len(text.encode("utf-16-be")) // 2, SEGMENTS * UNICODE_SEGMENT
    return len(text) + sum(map(text.count, _GSM_EXTENDED)), SEGMENTS * GSM_SEGMENT
