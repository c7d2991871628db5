"""Reads a text as search sees it. `docs/assets/js/search/analyzer.js` does the same; a test compares them.

There is no word segmentation: runs of Han characters become pairs of neighbours, Latin runs become stems. What the site
writes and what a reader types can therefore not be cut differently.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from operator import add
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from handbook.search.stems import stem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from handbook.model import Kind
    from handbook.search.words import Words

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
GROUP = "§"
"""Begins the key of a group of words that mean the same."""

FULL, WITHIN, ACROSS, FAINT = 1.0, 0.25, 0.4, 0.3
"""Weights of a pair: plain, inside a word that a group stands for as well, across its edge, with a weak character."""
GROUP_WEIGHT = 1.0
"""Weight of a group for each pair or word that it stands for."""

_LATIN = "[a-z0-9]"
_UMLAUT = "u\u0308"
_MARKS = re.compile("[\u0300-\u036f]")
_APOSTROPHE = re.compile(r"['’](?<=[a-z].)(?=[a-z])")
RUN, WORD = re.compile(f"[{HAN}]+"), re.compile("[a-z0-9]+")
"""The two kinds of tokens of a folded text."""
_TOKEN = re.compile(f"{RUN.pattern}|{WORD.pattern}")
_BETWEEN_KINDS = re.compile(f" (?:(?<=[{HAN}] )(?={_LATIN})|(?<={_LATIN} )(?=[{HAN}]))")
_BETWEEN_NUMBERS = re.compile(r"(?<=[0-9]) (?=[0-9])")
_DIGITS = "〇零一二三四五六七八九"
_NUMBER = f"[{_DIGITS}十百千]+"
_ARTICLE = re.compile(f"(?:第|(?=[{_DIGITS}]?[十百千]))({_NUMBER})条|第?([0-9]+)条")
_SUBARTICLE = re.compile(f"之(?<=[0-9 ].)({_NUMBER})")
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


class Piece(Struct, frozen=True):
    """A part of a text: a word of groups (`groups` not empty), or what stands between such words."""

    text: str
    groups: tuple[int, ...] = ()


class Analysis(Struct, frozen=True):
    """What search sees in a text."""

    tokens: tuple[str, ...]
    """Runs of Han characters, and words of Latin letters and digits."""
    form: str
    """The text without spaces and marks."""
    core: str
    """The same without question words, and with stems."""
    canonical: str
    """The core with the first word of a group in place of each other."""
    keys: Collection[str]
    """Pairs, stems and groups: what the index knows of it."""


@dataclass(frozen=True, slots=True)
class Tables:
    """All that an analyzer knows; the browser gets the same. Phrases are in the form of `Analyzer.stemmed`."""

    simplified: Mapping[str, str]
    """Traditional characters to simplified ones; those are enough whose simplified form the site has at all."""
    weak: str
    stop: tuple[str, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()
    kinds: tuple[tuple[Kind, tuple[str, ...]], ...] = ()
    """Phrases that ask for a kind of page; used in the browser alone."""

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
            "kinds": self.kinds,
        }


def tables(words: Words, simplified: Mapping[str, str]) -> Tables:
    bare = Tables(simplified, words.weak)
    read = Analyzer(bare).stemmed
    groups = (tuple(dict.fromkeys(map(read, group))) for group in words.same)
    kinds = ((kind, tuple(map(read, asked))) for kind, asked in words.kinds.items())
    return replace(bare, stop=tuple(sorted({*map(read, words.stop)})), groups=tuple(groups), kinds=tuple(kinds))


class Analyzer:
    def __init__(self, tables: Tables) -> None:
        self._simplified = tables.simplified
        self._traditional = re.compile(f"[{''.join(tables.simplified)}]" if tables.simplified else "(?!)")
        self._weak = frozenset(tables.weak)
        self._first = [group[0] if group else "" for group in tables.groups]
        self._groups: dict[str, tuple[int, ...]] = {}
        for index, group in enumerate(tables.groups):
            for phrase in group:
                self._groups[phrase] = (*self._groups.get(phrase, ()), index)
        self._stop = frozenset(tables.stop)
        self._phrases = _pattern(sorted({*self._groups, *tables.stop}))

    def fold(self, text: str) -> str:
        """NFKC, lower case, ü as v, no accents, simplified characters, numbers of articles as digits."""
        text = unicodedata.normalize("NFKC", text).lower()
        if not unicodedata.is_normalized("NFD", text) or _MARKS.search(text):
            text = _MARKS.sub("", unicodedata.normalize("NFD", text).replace(_UMLAUT, "v"))
        text = _APOSTROPHE.sub("", text)
        if not text.isascii():
            text = self._traditional.sub(lambda match: self._simplified[match[0]], text)
        if "条" in text:
            text = _ARTICLE.sub(lambda match: f" {match[2] or number(match[1])} ", text)
        return _SUBARTICLE.sub(lambda match: f" {number(match[1])} ", text) if "之" in text else text

    def tokens(self, text: str) -> list[str]:
        """Runs of Han characters, and words of Latin letters and digits, in order."""
        return _TOKEN.findall(self.fold(text))

    def stemmed(self, text: str) -> str:
        """The tokens as one text, Latin ones as stems: what phrases are found in."""
        return _spaced([stem(token) for token in self.tokens(text)])

    def is_stop(self, stem: str) -> bool:
        """Whether a stem is a question word, or another of no weight."""
        return stem in self._stop

    def analyze(self, text: str) -> Analysis:
        tokens = self.tokens(text)
        stretches = list(self.stretches(_spaced(map(stem, tokens))))
        form = _joined(_spaced(tokens))
        core = _joined(_spaced("".join(piece.text for piece in stretch).strip() for stretch in stretches))
        canonical = _joined(_spaced("".join(map(self._standing, stretch)).strip() for stretch in stretches))
        return Analysis(tuple(tokens), form, core or form, canonical or form, frozenset(_keys(stretches)))

    def _standing(self, piece: Piece) -> str:
        """The first word of a piece's group, which stands for all of them."""
        return self._first[piece.groups[0]] if piece.groups else piece.text

    def stretches(self, text: str) -> Iterator[list[Piece]]:
        """What stands between question words of a stemmed text, each stretch cut into words of groups and the rest."""
        stretch: list[Piece] = []
        end = 0
        for match in self._phrases.finditer(text):
            if end < match.start():
                stretch.append(Piece(text[end : match.start()]))
            end = match.end()
            if groups := self._groups.get(match[0]):
                stretch.append(Piece(match[0], groups))
            elif stretch:
                yield stretch
                stretch = []
        if end < len(text):
            stretch.append(Piece(text[end:]))
        if stretch:
            yield stretch

    def keys(self, text: str) -> Iterator[str]:
        """What the index is to know of a text; some more than once."""
        return _keys(self.stretches(self.stemmed(text)))

    def weights(self, text: str) -> Mapping[str, float]:
        """The keys of a text with what each of them counts for."""
        found: dict[str, float] = {}
        for stretch in self.stretches(self.stemmed(text)):
            for key, weight in self._weights(stretch):
                found[key] = max(weight, found.get(key, 0))
        return found

    def _weights(self, stretch: Sequence[Piece]) -> Iterator[tuple[str, float]]:
        inside = [index if piece.groups else -1 for index, piece in enumerate(stretch) for _ in piece.text]
        for match in _TOKEN.finditer("".join(piece.text for piece in stretch)):
            token, start = match[0], match.start()
            if is_latin(token[0]):
                yield token, FULL if inside[start] < 0 else WITHIN
            elif len(token) == 1:
                yield token, FULL
            else:
                for place, pair in enumerate(_pairs(token), start):
                    yield pair, self._weight(pair, inside[place], inside[place + 1])
        for piece in stretch:
            size = sum(1 if is_latin(token[0]) else max(len(token) - 1, 1) for token in _TOKEN.findall(piece.text))
            for group in piece.groups:
                yield f"{GROUP}{group}", GROUP_WEIGHT * size

    def _weight(self, pair: str, left: int, right: int) -> float:
        if left == right >= 0:
            return WITHIN
        if pair[0] in self._weak or pair[1] in self._weak:
            return FAINT
        return FULL if left == right else ACROSS


def _keys(stretches: Iterable[Sequence[Piece]]) -> Iterator[str]:
    for stretch in stretches:
        for token in _TOKEN.findall("".join(piece.text for piece in stretch)):
            if is_latin(token[0]) or len(token) == 1:
                yield token
            else:
                yield from _pairs(token)
        for piece in stretch:
            yield from (f"{GROUP}{group}" for group in piece.groups)


def _pairs(token: str) -> Iterable[str]:
    return map(add, token, token[1:])


def skips(tokens: Iterable[str]) -> Iterator[str]:
    """Pairs of characters with one between them, by which a name is found that was typed with one wrong."""
    for token in tokens:
        if not is_latin(token[0]):
            yield from map(add, token, token[2:])


def is_latin(text: str) -> bool:
    """Whether a token, or the first character of a text, is Latin or a digit."""
    return "0" <= text <= "{"


def _spaced(tokens: Iterable[str]) -> str:
    """Tokens as one text, with a space between two Latin or two Han ones."""
    return _BETWEEN_KINDS.sub("", " ".join(filter(None, tokens)))


def _joined(text: str) -> str:
    """Without spaces; a full stop keeps two numbers apart."""
    return _BETWEEN_NUMBERS.sub(".", text).replace(" ", "")


def _pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds the longest of these phrases at each place, and no part of a Latin word."""
    tree: dict[str, Any] = {}
    for phrase in phrases:
        node = tree
        for character in phrase:
            node = node.setdefault(character, {})
        node[""] = {}
    if not tree:
        return re.compile("(?!)")
    return re.compile(f"(?=[{''.join(tree)}])(?<!{_LATIN}(?={_LATIN})){_branches(tree)}(?:(?!{_LATIN})|(?<!{_LATIN}))")


def _branches(node: Mapping[str, Any]) -> str:
    branches = [character + _branches(after) for character, after in node.items() if character]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'?' if '' in node else ''}"
