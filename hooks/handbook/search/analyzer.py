"""Reads a text as search sees it. `docs/assets/js/search/analyzer.js` does the same in the browser; a test compares them.

There is no word segmentation: runs of Han characters become pairs of neighbours, Latin runs become stems. What the site
writes and what a reader types can therefore not be cut differently.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from handbook.search.stems import stem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from handbook.search.words import Words

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
GROUP = "§"
"""Begins the key of a group of words that mean the same."""

FULL, WITHIN, ACROSS, FAINT = 1.0, 0.6, 0.4, 0.3
"""Weights of a pair: plain, inside a word that a group stands for as well, across its edge, with a weak character."""
GROUP_WEIGHT = 0.7
"""Weight of a group for each pair or word that it stands for."""

_UMLAUT = "u\u0308"
_MARKS = re.compile("[\u0300-\u036f]")
_APOSTROPHE = re.compile(r"(?<=[a-z])['’](?=[a-z])")
_TOKEN = re.compile(f"[{HAN}]+|[a-z0-9]+")
_BETWEEN_NUMBERS = re.compile(r"(?<=[0-9]) (?=[0-9])")
_DIGITS = "〇零一二三四五六七八九"
_NUMBER = f"[{_DIGITS}十百千]+"
_ARTICLE = re.compile(f"第({_NUMBER})条|第?([0-9]+)条")
_SUBARTICLE = re.compile(f"(?<=[0-9 ])之({_NUMBER})")
_UNITS = {"十": 10, "百": 100, "千": 1000}


def number(text: str) -> int:
    """The value of a Chinese numeral below ten thousand: 二百九十三 is 293."""
    total = digit = 0
    for character in text:
        if character in _UNITS:
            total += (digit or 1) * _UNITS[character]
            digit = 0
        else:
            digit = max(_DIGITS.index(character) - 1, 0)
    return total + digit


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text: a word of groups (`groups` not empty), or what stands between such words."""

    text: str
    groups: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """`form` is the text without spaces and marks; `core` is that without question words; `canonical` is the core with
    the first word of a group in place of each other. `keys` maps what the index knows of it to weights.
    """

    form: str
    core: str
    canonical: str
    keys: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Tables:
    """All that an analyzer knows; the browser gets the same. Phrases are in the form of `Analyzer.stemmed`."""

    simplified: Mapping[str, str]
    """Traditional characters to simplified ones; those are enough whose simplified form the site has at all."""
    weak: str
    stop: tuple[str, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()

    def without(self, unused: Collection[int]) -> Tables:
        """Without the phrases of these groups; the numbers of the others stay."""
        return replace(self, groups=tuple(() if i in unused else group for i, group in enumerate(self.groups)))

    def for_browser(self) -> dict[str, object]:
        return {
            "traditional": "".join(self.simplified),
            "simplified": "".join(self.simplified.values()),
            "weak": self.weak,
            "stop": self.stop,
            "groups": self.groups,
        }


def tables(words: Words, simplified: Mapping[str, str]) -> Tables:
    bare = Tables(simplified, words.weak)
    read = Analyzer(bare).stemmed
    groups = (tuple(dict.fromkeys(map(read, group))) for group in words.same)
    return replace(bare, stop=tuple(sorted({*map(read, words.stop)})), groups=tuple(groups))


class Analyzer:
    def __init__(self, tables: Tables) -> None:
        self._simplified = str.maketrans(dict(tables.simplified))
        self._weak = frozenset(tables.weak)
        self._stop = frozenset(tables.stop)
        self._first = [group[0] if group else "" for group in tables.groups]
        self._groups: dict[str, tuple[int, ...]] = {}
        for index, group in enumerate(tables.groups):
            for phrase in group:
                self._groups[phrase] = (*self._groups.get(phrase, ()), index)
        self._lengths = _lengths([*self._groups, *self._stop])

    def fold(self, text: str) -> str:
        """NFKC, lower case, ü as v, no accents, simplified characters, numbers of articles as digits."""
        text = unicodedata.normalize("NFKC", text).lower()
        text = _MARKS.sub("", unicodedata.normalize("NFD", text).replace(_UMLAUT, "v"))
        text = _APOSTROPHE.sub("", text).translate(self._simplified)
        if "条" in text:
            text = _ARTICLE.sub(lambda match: f" {match[2] or number(match[1])} ", text)
        return _SUBARTICLE.sub(lambda match: f" {number(match[1])} ", text) if "之" in text else text

    def tokens(self, text: str) -> list[str]:
        """Runs of Han characters, and words of Latin letters and digits, in order."""
        return _TOKEN.findall(self.fold(text))

    def form(self, text: str) -> str:
        return _joined(_spaced(self.tokens(text)))

    def stemmed(self, text: str) -> str:
        """The tokens as one text, Latin ones as stems: what phrases are found in."""
        return _spaced([stem(token) for token in self.tokens(text)])

    def analyze(self, text: str) -> Analysis:
        form, stretches = self.form(text), list(self.stretches(self.stemmed(text)))
        keys: dict[str, float] = {}
        for stretch in stretches:
            for key, weight in self._keys(stretch):
                keys[key] = max(weight, keys.get(key, 0))
        core = _joined(_spaced("".join(piece.text for piece in stretch).strip() for stretch in stretches))
        canonical = _joined(
            _spaced(
                "".join(self._first[piece.groups[0]] if piece.groups else piece.text for piece in stretch).strip()
                for stretch in stretches
            )
        )
        return Analysis(form, core or form, canonical or form, keys)

    def keys(self, text: str) -> Iterator[str]:
        """What the index is to know of a text; some more than once."""
        for stretch in self.stretches(self.stemmed(text)):
            yield from (key for key, _ in self._keys(stretch))

    def stretches(self, text: str) -> Iterator[list[Piece]]:
        """What stands between question words of a stemmed text, each stretch cut into words of groups and the rest."""
        stretch: list[Piece] = []
        rest = at = 0
        while at < len(text):
            phrase = self._phrase(text, at)
            if not phrase:
                at = _next(text, at)
                continue
            if rest < at:
                stretch.append(Piece(text[rest:at]))
            at = rest = at + len(phrase)
            if phrase in self._groups:
                stretch.append(Piece(phrase, self._groups[phrase]))
            elif stretch:
                yield stretch
                stretch = []
        if rest < at:
            stretch.append(Piece(text[rest:at]))
        if stretch:
            yield stretch

    def _phrase(self, text: str, at: int) -> str:
        """The longest known phrase that begins at a place; empty where there is none. Latin words are not cut."""
        for first in _beginnings(text, at):
            for length in self._lengths.get(first, ()):
                phrase, end = text[at : at + length], at + length
                if (phrase in self._groups or phrase in self._stop) and _parts_words(text, end):
                    return phrase
        return ""

    def _keys(self, stretch: Sequence[Piece]) -> Iterator[tuple[str, float]]:
        """Pairs, stems and groups of a stretch with their weights."""
        text = "".join(piece.text for piece in stretch)
        inside = [index if piece.groups else -1 for index, piece in enumerate(stretch) for _ in piece.text]
        for match in _TOKEN.finditer(text):
            token, start = match[0], match.start()
            if _is_latin(token[0]):
                yield token, FULL if inside[start] < 0 else WITHIN
            elif len(token) == 1:
                yield token, FULL
            else:
                for place, (left, right) in enumerate(pairwise(token), start):
                    yield left + right, self._weight(left + right, inside[place], inside[place + 1])
        for piece in stretch:
            for group in piece.groups:
                yield f"{GROUP}{group}", GROUP_WEIGHT * _size(piece.text)

    def _weight(self, pair: str, left: int, right: int) -> float:
        if left == right >= 0:
            return WITHIN
        if pair[0] in self._weak or pair[1] in self._weak:
            return FAINT
        return FULL if left == right else ACROSS

    def skips(self, text: str) -> Iterator[str]:
        """Pairs of characters with one between them, by which a name is found that was typed with one wrong."""
        for token in self.tokens(text):
            if not _is_latin(token[0]):
                yield from (left + right for left, right in zip(token, token[2:], strict=False))


def _size(phrase: str) -> int:
    """For how many pairs and words a phrase stands."""
    return sum(1 if _is_latin(token[0]) else max(len(token) - 1, 1) for token in _TOKEN.findall(phrase))


def _is_latin(character: str) -> bool:
    return "0" <= character <= "z"


def _spaced(tokens: Iterable[str]) -> str:
    """Tokens as one text, with a space between two Latin or two Han ones."""
    out = ""
    for token in tokens:
        out += f" {token}" if out and token and _is_latin(out[-1]) == _is_latin(token[0]) else token
    return out


def _joined(text: str) -> str:
    """Without spaces; a full stop keeps two numbers apart."""
    return _BETWEEN_NUMBERS.sub(".", text).replace(" ", "")


def _next(text: str, at: int) -> int:
    """Behind the Latin word that begins here and its space, or behind the one character."""
    end = at + 1
    if _is_latin(text[at]):
        while end < len(text) and _is_latin(text[end]):
            end += 1
    return end


def _parts_words(text: str, at: int) -> bool:
    return not (0 < at < len(text) and _is_latin(text[at]) and _is_latin(text[at - 1]))


def _beginnings(text: str, at: int) -> tuple[str, ...]:
    """By what a phrase that begins here may be known: its first Latin word, or its first two characters or one."""
    return (text[at : _next(text, at)],) if _is_latin(text[at]) else (text[at : at + 2], text[at])


def _lengths(phrases: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Beginning to the lengths of the phrases that have it, longest first."""
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        found.setdefault(_beginnings(phrase, 0)[0], set()).add(len(phrase))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}
