"""Where to add `asks`: searches that led nowhere, as readers exported them, each with the pages that are nearest.

The file is what the search dialog exports: CSV with the columns `query`, `language`, `kind`, `outcome`, `day`, `count`.
"""

from __future__ import annotations

import csv
import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook.search.analyzer import Analyzer
from handbook.search.entries import Role
from handbook.search.site import content, tables_for
from handbook.text import Language
from handbook.urls import page_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from handbook.library import Document, Library
    from handbook.search.site import Content

COLUMNS = ("query", "language", "outcome", "count")
NEAREST = 3
IN_NAMES, IN_ASKS, IN_TEXT = 1.0, 0.8, 0.35
"""What a word counts for where it stands."""
LEAST = 0.2
"""A page that has less of a query is not near."""


class NotAnExportError(Exception):
    """The file is not what the search dialog exports; the text says why."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A search that led nowhere so many times: nothing was found (`none`), or nothing opened (`unopened`)."""

    query: str
    language: Language
    outcome: str
    count: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """The files that the question could be added to, nearest first; none where no page is near."""

    search: Failed
    documents: tuple[Document, ...]


def read(path: Path) -> tuple[Failed, ...]:
    """The searches of an export, the same ones of several days together, the most frequent first."""
    counts: Counter[tuple[str, Language, str]] = Counter()
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            missing = [column for column in COLUMNS if column not in (rows.fieldnames or ())]
            if missing:
                raise NotAnExportError(f"no column {', '.join(missing)}")
            for row in rows:
                counts[row["query"].lstrip("'"), Language(row["language"]), row["outcome"]] += int(row["count"])
    except (OSError, UnicodeDecodeError, ValueError, TypeError, AttributeError, csv.Error) as error:
        raise NotAnExportError(str(error)) from error
    found = (Failed(*key, count) for key, count in counts.items() if key[0].strip())
    return tuple(sorted(found, key=lambda each: (-each.count, each.language, each.query)))


def proposals(library: Library, searches: Iterable[Failed]) -> tuple[Proposal, ...]:
    contents = {language: content(library, language) for language in Language}
    analyzer = Analyzer(tables_for(list(contents.values())))
    pages = {language: _Pages(library, contents[language], analyzer) for language in Language}
    return tuple(Proposal(each, pages[each.language].nearest(each.query)) for each in searches)


class _Pages:
    """The pages of one language by what they have."""

    def __init__(self, library: Library, of: Content, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._having: dict[str, dict[str, float]] = defaultdict(dict)
        self._documents = {
            page_url(each, of.language): each.document(of.language) for each in library.entities.values()
        }
        for number, entry in enumerate(of.entries):
            address = entry.address.split("#")[0]
            names = [name.text for name in entry.names if name.role is not Role.ASK]
            asks = [name.text for name in entry.names if name.role is Role.ASK]
            text = [section.text for section in of.texts.get(number, ())]
            for weight, texts in ((IN_TEXT, (*text, entry.summary)), (IN_ASKS, asks), (IN_NAMES, names)):
                self._add(address, weight, texts)

    def _add(self, address: str, weight: float, texts: Sequence[str]) -> None:
        for key in self._analyzer.keys("\n".join(texts)):
            self._having[key][address] = max(weight, self._having[key].get(address, 0))

    def nearest(self, query: str) -> tuple[Document, ...]:
        scores: dict[str, float] = defaultdict(float)
        total = 0.0
        for key, weight in self._worth(query).items():
            total += weight
            for address, part in self._having.get(key, {}).items():
                scores[address] += weight * part
        near = sorted((-score, address) for address, score in scores.items() if score >= LEAST * total)
        return tuple(self._documents[address] for _, address in near[:NEAREST])

    def _worth(self, query: str) -> Mapping[str, float]:
        """The keys of a query by weight and rarity."""
        pages = len(self._documents)
        return {
            key: weight * math.log(1 + pages / (1 + len(self._having.get(key, ()))))
            for key, weight in self._analyzer.weights(query).items()
        }


def table(found: Iterable[Proposal], language: Language) -> str:
    """What to add where, for an editor to read."""
    lines = []
    for each in found:
        search = each.search
        outcome = _OUTCOMES.get(search.outcome, {}).get(language, search.outcome)
        lines.append(f"{search.count}× {search.query} ({search.language}, {outcome})")
        lines += [f"    {document.path}: {document.title}" for document in each.documents]
        if each.documents:
            lines.append(f"      asks:\n        - {search.query}")
        else:
            lines.append(f"    {_NO_PAGE[language]}")
    return "".join(f"{line}\n" for line in lines)


_OUTCOMES = {
    "none": {Language.ZH: "没有结果", Language.EN: "no result"},
    "unopened": {Language.ZH: "没有打开", Language.EN: "nothing opened"},
}
_NO_PAGE = {Language.ZH: "没有相近的页面：可能缺一页", Language.EN: "no page is near: perhaps one is missing"}
