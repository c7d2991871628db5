"""The visible running text of a Markdown body, paragraph by paragraph, and the language that it is written in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from handbook.body import Piece, stretches
from handbook.text import Language

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterable, Iterator

    from handbook.body import Body
    from handbook.library import Document

PARAGRAPHS_OF_A_PAGE = 3
"""Fewer paragraphs with words in them do not say which language a page is in."""
GAP = "\ufffc"
"""Stands where code, a mark or the target of a link was left out."""
LETTERS_PER_HAN = 3
"""About as many Latin letters take the place of one Chinese character in a translation."""
LEAST_LETTERS = 12
"""A shorter text, such as `M1` or a name, is in no language."""

BYTES_OF_HAN = 3
MUCH_HAN, LITTLE_HAN = 0.25, 0.1
"""A page whose bytes are Chinese to more than the one, or less than the other part, is in no other language."""

_HAN_LEADS = bytes(range(0xE4, 0xEA))
"""With which the characters from U+4000 to U+9FFF begin in UTF-8."""
_SLASHES = b"///"
_MARK = re.compile(rb"(?:[ ]*>)*[ ]*/{3,}")
_NO_WORDS = re.compile(r"\{\{[^{}\n]*\}\}|https?://[!-~]+")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|《[^》]*》|「[^」]*」|『[^』]*』|（[^（）]*）|\([^()]*\)|〔[^〕]*〕")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


class Paragraph(Struct, frozen=True):
    """The text of a paragraph, heading, list item or table cell. `starts` says for each part where it begins.

    A part is (index in `text`, byte offset in the file).
    """

    text: str
    starts: tuple[tuple[int, int], ...]

    def piece(self, start: int, end: int) -> Piece:
        """Where the characters from `start` to `end` of the text stand in the file."""
        return Piece(self._offset(start), self._offset(end - 1) + len(self.text[end - 1].encode()))

    def _offset(self, index: int) -> int:
        begin, offset = self.starts[bisect_right(self.starts, index, key=lambda part: part[0]) - 1]
        return offset + len(self.text[begin:index].encode())


def has_marks(data: bytes, paragraph: array[int]) -> bool:
    """Whether a stretch of text in a paragraph may be the opening or closing line of a marked block."""
    return data.find(_SLASHES, data.rfind(b"\n", 0, paragraph[0]) + 1, paragraph[-1]) >= 0


def is_mark(data: bytes, start: int) -> bool:
    """Whether what begins there is a part of such a line."""
    return _MARK.match(data, data.rfind(b"\n", 0, start) + 1) is not None


def paragraphs(data: bytes, body: Body) -> Iterator[Paragraph]:
    """All paragraphs of a body that was parsed from `data`, without the opening and closing lines of marked blocks."""
    for paragraph in body.paragraphs:
        if not has_marks(data, paragraph):
            yield _paragraph(data, stretches(paragraph))
            continue
        for marks, run in groupby(stretches(paragraph), lambda stretch: is_mark(data, stretch[0])):
            if not marks:
                yield _paragraph(data, run)


def _paragraph(data: bytes, texts: Iterable[tuple[int, int]]) -> Paragraph:
    """Join the texts: with nothing where they touch or a backslash parts them, else with `GAP` or a line end."""
    text, starts, behind = "", list[tuple[int, int]](), -1
    for start, end in texts:
        gap = data[behind:start]
        if starts and gap not in (b"", b"\\"):
            text += "\n" if b"\n" in gap else GAP
        starts.append((len(text), start))
        text += data[start:end].decode()
        behind = end
    return Paragraph(text, tuple(starts))


def han(text: str) -> int:
    """How many Chinese characters there are in a text."""
    return len(_HAN.findall(text))


def first_han(text: str) -> int:
    """The index of the first Chinese character, or 0."""
    match = _HAN.search(text)
    return match.start() if match else 0


def mostly_han(text: str, least: int) -> bool:
    """Whether a text has at least `least` Chinese characters, and more of them than Latin letters, outside quotes."""
    if han(text) < least:
        return False
    own = _own_words(text)
    return han(own) >= least and han(own) > len(_LATIN.findall(own))


def _own_words(text: str) -> str:
    """The text without placeholders, addresses and what it quotes in another language."""
    return _QUOTED.sub(" ", _NO_WORDS.sub(" ", text))


def roughly_han(document: Document) -> int:
    """How many Chinese characters the body of a file has, code and comments included; costs next to nothing."""
    data = document.source.data[document.front.body :]
    return len(data) - len(data.translate(None, _HAN_LEADS))


def language_of(text: str) -> Language | None:
    """The language that most of a text is in, or None where there is too little of it."""
    own = _own_words(text)
    chinese, latin = LETTERS_PER_HAN * han(own), len(_LATIN.findall(own))
    if chinese + latin < LEAST_LETTERS:
        return None
    return Language.ZH if chinese > latin else Language.EN


def in_other_language(document: Document) -> Language | None:
    """The language of most paragraphs, where it is not that of the file."""
    share = roughly_han(document) * BYTES_OF_HAN / max(len(document.source.data) - document.front.body, 1)
    if share > MUCH_HAN if document.language is Language.ZH else share < LITTLE_HAN:
        return None  # without a look at each paragraph
    texts = (paragraph.text for paragraph in paragraphs(document.source.data, document.body))
    votes = Counter(language for text in texts if (language := language_of(text)))
    if votes.total() < PARAGRAPHS_OF_A_PAGE:
        return None
    language, count = votes.most_common(1)[0]
    return language if language is not document.language and 2 * count > votes.total() else None
