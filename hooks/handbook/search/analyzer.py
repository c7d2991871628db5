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
    from handbook.model.search_words import SearchWords

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
_APOSTROPHE = re.compile(r"['’](?<=[a-z].)(?:(?:ll|m|re|ve|d)(?![a-z])|(?=[a-z]))")
"""With a verb behind it: `I'll` is not ill, `we'll` not well."""
WORD = re.compile("[a-z0-9]+")
PAIR = re.compile(f"(?=([{HAN}]{{2}}))")
"""Pairs of neighbours in a run of Han characters; only looked at, since the next begins inside."""
_HAN = re.compile(f"[{HAN}]")
_ALONE = re.compile(f"(?<![{HAN}])[{HAN}](?![{HAN}])")
_TOKEN = re.compile(f"[{HAN}]+|{WORD.pattern}")
_BETWEEN_KINDS = re.compile(f" (?:(?<=[{HAN}] )(?={_LATIN})|(?<={_LATIN} )(?=[{HAN}]))")
_BETWEEN_NUMBERS = re.compile(r"(?<=[0-9]) +(?=[0-9])")
_FIRST, _LAST = re.compile(r"^(?:[a-z0-9]+ ?|.)"), re.compile(r"(?: ?[a-z0-9]+|.)$")
"""The first and the last word or Han character of a word of groups."""
_DIGITS = "〇零一二三四五六七八九"
_NUMBER = f"[{_DIGITS}十百千]+"
_ARTICLE = re.compile(f"(?:第|(?=[{_DIGITS}]?[十百千]))({_NUMBER})条|第?([0-9]+)条")
_SUBARTICLE = re.compile(f"之(?<=[0-9 ].)({_NUMBER})")
_UNITS = {"十": 10, "百": 100, "千": 1000}
_FEW = 16
"""Alternatives that a pattern tries one by one; of more it looks first in which half a character is."""


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

    def with_groups(self, used: Collection[int]) -> Tables:
        """Without the phrases of all other groups; the numbers of these stay."""
        return replace(self, groups=tuple(group if i in used else () for i, group in enumerate(self.groups)))

    def of_script(self, *, han: bool) -> dict[str, object]:
        """What the browser needs for texts in Han characters, or in Latin letters: each phrase, and each group's first.

        A group keeps its place. What both hold is the same in both.
        """

        def own(phrases: Iterable[str]) -> list[str]:
            return [phrase for phrase in phrases if bool(_HAN.search(phrase)) is han]

        return {
            "traditional": "".join(self.simplified) if han else "",
            "simplified": "".join(self.simplified.values()) if han else "",
            "weak": self.weak if han else "",
            "stop": own(self.stop),
            "groups": [[*group[:1], *own(group[1:])] for group in self.groups],
            "kinds": [(kind, own(asked)) for kind, asked in self.kinds],
        }


def tables(words: SearchWords, simplified: Mapping[str, str]) -> Tables:
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
        self._groups: dict[str, tuple[str, ...]] = {}
        self._first: dict[str, str] = {}
        for index, group in enumerate(tables.groups):
            for phrase in group:
                self._groups[phrase] = (*self._groups.get(phrase, ()), f"{GROUP}{index}")
                self._first.setdefault(phrase, group[0])
        self._inner: dict[str, tuple[str, ...]] = {}
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
        pieces = self.pieces(_spaced(map(stem, tokens)))
        form = _joined(" ".join(tokens))
        core = _joined("".join(pieces))
        canonical = _joined("".join([self._first.get(piece, piece) for piece in pieces]))
        return Analysis(tuple(tokens), form, core or form, canonical or form, frozenset(self._keys(pieces)))

    def keys(self, text: str) -> list[str]:
        """What the index is to know of a text; some more than once."""
        return self._keys(self.pieces(self.stemmed(text)))

    def pieces(self, text: str) -> list[str]:
        """A stemmed text cut into words of groups, and what stands between them, where question words are blank."""
        pieces = self._phrases.split(text)
        return [" " if piece in self._stop and piece not in self._groups else piece for piece in pieces]

    def _keys(self, pieces: Sequence[str]) -> list[str]:
        text = "".join(pieces)
        return [*WORD.findall(text), *PAIR.findall(text), *_ALONE.findall(text), *self._groups_of(pieces)]

    def _groups_of(self, pieces: Iterable[str]) -> list[str]:
        """The groups of the words among these pieces, and those of shorter words inside them."""
        words = [piece for piece in pieces if piece in self._groups]
        return [group for word in words for group in (*self._groups[word], *self._within(word))]

    def weights(self, text: str) -> Mapping[str, float]:
        """The keys of a text with what each of them counts for."""
        found: dict[str, float] = {}
        for key, weight in self._weights(self.pieces(self.stemmed(text))):
            found[key] = max(weight, found.get(key, 0))
        return found

    def _weights(self, pieces: Sequence[str]) -> Iterator[tuple[str, float]]:
        inside = [index if piece in self._groups else -1 for index, piece in enumerate(pieces) for _ in piece]
        for match in _TOKEN.finditer("".join(pieces)):
            token, start = match[0], match.start()
            if is_latin(token[0]):
                yield token, FULL if inside[start] < 0 else WITHIN
            elif len(token) == 1:
                yield token, FULL
            else:
                for place, pair in enumerate(map(add, token, token[1:]), start):
                    yield pair, self._weight(pair, inside[place], inside[place + 1])
        for word in [piece for piece in pieces if piece in self._groups]:
            size = sum(1 if is_latin(token[0]) else max(len(token) - 1, 1) for token in _TOKEN.findall(word))
            for group in self._within(word):
                yield group, WITHIN
            for group in self._groups[word]:
                yield group, GROUP_WEIGHT * size

    def _within(self, word: str) -> tuple[str, ...]:
        """The groups of shorter words inside a word of groups: of `judgment` and `debtor` in `judgment debtor list`."""
        if word not in self._inner:
            pieces = [piece for rest in (_FIRST.sub("", word), _LAST.sub("", word)) for piece in self.pieces(rest)]
            self._inner[word] = tuple(dict.fromkeys(self._groups_of(pieces)))
        return self._inner[word]

    def _weight(self, pair: str, left: int, right: int) -> float:
        if left == right >= 0:
            return WITHIN
        if pair[0] in self._weak or pair[1] in self._weak:
            return FAINT
        return FULL if left == right else ACROSS


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
    return _BETWEEN_KINDS.sub("", " ".join(tokens))


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
    return re.compile(
        f"(?=[{''.join(tree)}])(?<!{_LATIN}(?={_LATIN}))({_branches(tree)})(?:(?!{_LATIN})|(?<!{_LATIN}))"
    )


def _branches(node: Mapping[str, Any]) -> str:
    branches = [(character, character + _branches(after)) for character, after in node.items() if character]
    if not branches:
        return ""
    return f"(?:{_any_of(branches)}){'?' if '' in node else ''}"


def _any_of(branches: Sequence[tuple[str, str]]) -> str:
    """One of these patterns, each with the character that it begins with. They are tried in turn: many are halved."""
    if len(branches) <= _FEW:
        return "|".join(pattern for _, pattern in branches)
    half = len(branches) // 2
    first = "".join(character for character, _ in branches[:half])
    return f"(?=[{first}])(?:{_any_of(branches[:half])})|{_any_of(branches[half:])}"
