"""Finds the phrases of the wording dictionary in what is spoken or sent, however they are spelt and spaced."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ahocorasick_rs import AhoCorasick, Implementation

from handbook.blocks import HOUSE_NORM
from handbook.model.wording import Banned, spellings
from handbook.passages import BREAK, passages
from handbook.phrases import title_of
from handbook.references import parse
from handbook.text import Language, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from handbook.diagnostics import Span
    from handbook.library import Library
    from handbook.model.wording import Wording

_HOUSE_NORM = Text("机构规范", "house norm")
_APOSTROPHES = "'’‘ʼ"
_SAME = {"您": "你", "妳": "你", "她": "他"}
_LONE_APOSTROPHE = re.compile(r"(?<![a-z])'|'(?![a-z])")
_BESIDE_HAN = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")


class _Classes(dict[int, str]):
    """What becomes of a character: letters and digits stay, marks and invisible ones go, the rest is space."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        category = unicodedata.category(character)
        if character in _APOSTROPHES:
            kept = "'"
        elif category[0] in "LN" or character == BREAK:
            kept = _SAME.get(character, character)
        else:
            kept = "" if category[0] == "M" or category == "Cf" else " "
        self[code] = kept
        return kept


_classes = _Classes()


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKD", text).casefold().translate(_classes)


def fold(text: str) -> str:
    """The text as it is compared: one form for each letter, no punctuation, spaces between words in Latin letters."""
    plain = _plain(text)
    if "'" in plain:
        plain = _LONE_APOSTROPHE.sub(" ", plain)
    return _BESIDE_HAN.sub("", " ".join(plain.split()))


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """The same, slower, with the index in `text` of each character."""
    plain = [(each, index) for index, character in enumerate(text) for each in _plain(character)]
    joined = "".join(each for each, _ in plain)
    folded: list[str] = []
    places: list[int] = []
    apart = False
    for (each, index), shown in zip(plain, _LONE_APOSTROPHE.sub(" ", joined), strict=True):
        if shown == " ":
            apart = True
            continue
        if apart and folded and folded[-1].isascii() and each.isascii():
            folded.append(" ")
            places.append(index)
        apart = False
        folded.append(each)
        places.append(index)
    return "".join(folded), places


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry's phrase in a text, from index to index."""

    start: int
    end: int
    entry: Wording


class Phrases:
    """All phrases of some entries, to be looked for in one pass."""

    def __init__(self, entries: Iterable[Wording]) -> None:
        given = tuple(entries)
        meant: dict[str, list[tuple[Wording, bool]]] = {}
        for entry in given:
            for phrases, wanted in ((entry.phrases, True), (entry.not_in, False)):
                for folded in {fold(spelling) for phrase in phrases for spelling in spellings(phrase)} - {""}:
                    meant.setdefault(folded, []).append((entry, wanted))
        self._harmless_after = {entry.id: [fold(word) for word in entry.not_after] for entry in given}
        self._meant = tuple(meant.values())
        self._automaton = AhoCorasick(meant, implementation=Implementation.ContiguousNFA, store_patterns=False)

    def find(self, text: str) -> list[Hit]:
        """What is found, in order. Of phrases that overlap the banned one counts, then the first, then the longest."""
        if not self._automaton.find_matches_as_indexes(fold(text)):
            return []
        folded, places = fold_with_places(text)
        hits: list[Hit] = []
        harmless: list[Hit] = []
        for number, first, behind in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if not _within_word(folded, first, behind - 1):
                for entry, wanted in self._meant[number]:
                    hit = Hit(places[first], places[behind - 1] + 1, entry)
                    kept = wanted and not _follows(folded[:first], self._harmless_after[entry.id])
                    (hits if kept else harmless).append(hit)
        return sorted(_apart(hit for hit in hits if not _covered(hit, harmless)), key=lambda hit: hit.start)


def _within_word(text: str, first: int, last: int) -> bool:
    """Whether the phrase is part of a longer word in Latin letters."""
    begins, ends = text[max(first - 1, 0) : first + 1], text[last : last + 2]
    return (first > 0 and _is_latin(begins)) or (last + 1 < len(text) and _is_latin(ends))


def _is_latin(text: str) -> bool:
    return text.isascii() and text.isalnum()


def _follows(before: str, words: Iterable[str]) -> bool:
    """Whether what stands before a phrase ends with one of the words."""
    before = before.rstrip(" ")
    return any(
        word and before.endswith(word) and not _within_word(before, len(before) - len(word), len(before) - 1)
        for word in words
    )


def _covered(hit: Hit, harmless: Iterable[Hit]) -> bool:
    return any(each.entry is hit.entry and each.start <= hit.start and hit.end <= each.end for each in harmless)


def _apart(hits: Iterable[Hit]) -> Iterator[Hit]:
    taken: list[Hit] = []
    for hit in sorted(hits, key=lambda each: (not isinstance(each.entry, Banned), each.start, -each.end)):
        if all(hit.end <= other.start or other.end <= hit.start for other in taken):
            taken.append(hit)
            yield hit


@dataclass(frozen=True, slots=True)
class Found:
    """A wording of the dictionary in a file, as it is written there."""

    entry: Wording
    span: Span
    text: str


@lru_cache(maxsize=1)
def phrases_of(library: Library) -> Phrases:
    return Phrases((*library.wording.entries.banned, *library.wording.entries.discouraged))


@lru_cache(maxsize=1)
def found(library: Library) -> tuple[Found, ...]:
    """All banned and discouraged wording that would reach a customer."""
    phrases = phrases_of(library)
    return tuple(
        Found(hit.entry, passage.span(hit.start, hit.end), _shown(passage.text[hit.start : hit.end]))
        for document in library.documents
        for passage in passages(document)
        for hit in phrases.find(passage.text)
    )


def _shown(text: str) -> str:
    return " ".join("".join(each for each in text if unicodedata.category(each) != "Cf").split())


def written_basis(library: Library, basis: str) -> Text:
    """`《个人信息保护法》第25条`, `PIPL, Article 25`; 机构规范, a house norm; what does not exist stays as written."""
    target = parse(basis)
    if basis == HOUSE_NORM or target is None:
        return _HOUSE_NORM
    return Text(*(title_of(library, target, language) or basis for language in Language))
