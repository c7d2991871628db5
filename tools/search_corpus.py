"""Pages that are like the handbook's and are none of them, by which search is measured as the site grows.

Names are put together from words of the general language, words of real names (in every other page) and kinds of
things that pages are about (`率`, `短信`, `letter`, `rule`); one in ten holds a whole real name (`知音回收率`).
Questions and text are those of real pages with half of their words exchanged, so that they share frames, words and
pairs of characters with what is looked for, and ask something else. The same seed makes the same pages.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from pydoc_data.topics import topics
from typing import TYPE_CHECKING

from pypinyin.phrases_dict import phrases_dict

from handbook.model import KINDS, Kind
from handbook.search.entries import Entry, Name, Role
from handbook.search.site import Content
from handbook.search.texts import Section
from handbook.text import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

SEED = 20261123
SHARE = {Kind.TERM: 30, Kind.SCRIPT: 20, Kind.REGULATION: 20, Kind.CASE: 10, Kind.LESSON: 8, Kind.PAGE: 12}
"""Of a hundred pages so many are of each kind."""
SENTENCES = 24
THINGS = {
    Language.ZH: (
        "率",
        "电话",
        "短信",
        "告知函",
        "方案",
        "流程",
        "记录表",
        "规定",
        "案例",
        "练习",
        "说明",
        "口径",
        "办法",
        "要点",
    ),
    Language.EN: (
        "rate",
        "call",
        "text",
        "letter",
        "plan",
        "process",
        "form",
        "rule",
        "case",
        "drill",
        "guide",
        "notice",
    ),
}
_HAN = re.compile("[\u4e00-\u9fff]{2,}")
_PAIR = re.compile("..")
_WORD = re.compile(r"[A-Za-z]{4,}")
_SENTENCE = re.compile(r"[^。！？.!?\n]{8,}[。！？.!?]?")


def grown(real: Content, pages: int) -> Content:
    """The real content with so many made pages more, kind by kind as on a real site."""
    maker = _Maker(real, random.Random(f"{SEED} {real.language}"))  # noqa: S311 -- no secrets
    number = 0
    entries: list[Entry] = []
    texts: dict[int, Sequence[Section]] = {}
    for kind in Kind:
        for old, entry in enumerate(real.entries):
            if entry.kind is kind:
                if old in real.texts:
                    texts[len(entries)] = real.texts[old]
                entries.append(entry)
        for _ in range(pages * SHARE[kind] // 100):
            number += 1
            texts[len(entries)] = maker.text()
            entries.append(maker.entry(kind, number))
    return Content(real.language, entries, texts, real.words)


@dataclass(frozen=True, slots=True)
class _Pool:
    names: list[str]
    parts: list[str]
    asks: list[str]
    summaries: list[str]
    sentences: list[str]
    labels: list[tuple[str, ...]]
    words: list[str]


class _Maker:
    def __init__(self, real: Content, dice: random.Random) -> None:
        self._language = real.language
        self._dice = dice
        pages = [entry for entry in real.entries if not entry.is_part]
        names = [name.text for entry in pages for name in entry.names if name.role in (Role.TITLE, Role.ALIAS)]
        chinese = real.language is Language.ZH
        self._pool = _Pool(
            [name for name in names if len(name) <= (6 if chinese else 24)],
            [part for name in names for part in (_pairs(name) if chinese else _WORD.findall(name.lower()))],
            [name.text for entry in pages for name in entry.names if name.role is Role.ASK],
            [entry.summary for entry in pages],
            [each for text in real.texts.values() for section in text for each in _SENTENCE.findall(section.text)],
            [entry.labels for entry in pages],
            _general_words(real.language),
        )

    def entry(self, kind: Kind, number: int) -> Entry:
        dice, pool = self._dice, self._pool
        title = self._name()
        names = [Name(title, Role.TITLE)]
        names += (Name(self._name(), Role.ALIAS) for _ in range(dice.randrange(3)))
        names += (Name(self._changed(dice.choice(pool.asks)), Role.ASK) for _ in range(dice.randrange(3, 7)))
        labels = dice.choice(pool.labels)
        folder = KINDS[kind].site_folder or "pages"
        prefix = "" if self._language is Language.ZH else f"{self._language}/"
        return Entry(
            kind,
            f"{prefix}{folder}/made-{number}/",
            title,
            tuple(names),
            self._changed(dice.choice(pool.summaries)),
            labels,
            (KINDS[kind].name[self._language], *labels),
        )

    def text(self) -> tuple[Section, ...]:
        sentences = [self._changed(each) for each in self._dice.choices(self._pool.sentences, k=SENTENCES)]
        return (Section("top", "", "\n".join(sentences), ""),)

    def _name(self) -> str:
        dice, pool = self._dice, self._pool
        words = dice.sample(pool.words, dice.randrange(1, 3))
        if dice.random() < 0.1:  # noqa: PLR2004 -- one in ten, see above
            words.append(dice.choice(pool.names))
        else:
            words += dice.sample(pool.parts, dice.randrange(2))
            dice.shuffle(words)
            words.append(dice.choice(THINGS[self._language]))
        return ("" if self._language is Language.ZH else " ").join(words)

    def _changed(self, text: str) -> str:
        """The text with half of its words exchanged, or one more where their number is odd."""
        if self._language is Language.EN:
            return self._exchanged(text, list(_WORD.finditer(text)))
        return self._exchanged(
            text, [match for run in _HAN.finditer(text) for match in _PAIR.finditer(text, *run.span())]
        )

    def _exchanged(self, text: str, words: Sequence[re.Match[str]]) -> str:
        changed = self._dice.sample(range(len(words)), (len(words) + 1) // 2)
        for number in sorted(changed, reverse=True):
            start, end = words[number].span()
            text = text[:start] + self._dice.choice(self._pool.words) + text[end:]
        return text


def _pairs(name: str) -> list[str]:
    return [run[start : start + 2] for run in _HAN.findall(name) for start in range(0, len(run) - 1, 2)]


def _general_words(language: Language) -> list[str]:
    if language is Language.ZH:
        return sorted(word for word in phrases_dict if len(word) == 2)  # noqa: PLR2004 -- most Chinese words
    return sorted({word.lower() for text in topics.values() for word in _WORD.findall(text)})
