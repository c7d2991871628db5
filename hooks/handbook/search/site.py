"""Everything that search adds to the site, as files: an index for each language, and tables that both share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook.model import KINDS, Kind
from handbook.search import analyzer, full_text, pinyin, postings, shards
from handbook.search.analyzer import Analyzer
from handbook.search.entries import Role, entries
from handbook.search.simplified import simplified_forms
from handbook.search.texts import sections
from handbook.text import Language
from handbook.urls import page_url

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from handbook.library import Library
    from handbook.model.search_words import SearchWords
    from handbook.review_state import ReviewState
    from handbook.search.analyzer import Tables
    from handbook.search.entries import Entry
    from handbook.search.texts import Section

FOLDER = "assets/search"
SCRIPTS = {"han": True, "latin": False}
"""Names of the tables of words in each script. The browser loads those of its language, the others once typed."""
FOR_AUTHORS = "contributing/"
"""Pages that quote others as examples: by their text they would come up for the words of any page."""

Data = dict[str, object]
"""Name of a file, without folder and ending, to what it holds."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is to be found in one language.

    `texts` maps the numbers of the entries that are pages to their text, except of those for authors; `words` are those
    that all of it is read with.
    """

    language: Language
    entries: Sequence[Entry]
    texts: Mapping[int, Sequence[Section]]
    words: SearchWords


def files(library: Library) -> dict[str, str]:
    """Path on the site to content."""
    return scripts([content(library, language) for language in Language])


def content(library: Library, language: Language) -> Content:
    found = entries(library, language)
    documents = {page_url(each, language): each.document(language) for each in library.entities.values()}
    texts = {
        number: sections(library, documents[entry.address])
        for number, entry in enumerate(found)
        if not entry.is_part and not documents[entry.address].id.startswith(FOR_AUTHORS)
    }
    return Content(language, found, texts, library.search_words.entries)


def scripts(contents: Sequence[Content]) -> dict[str, str]:
    """Path on the site to content, from entries and texts wherever they come from."""
    tables = tables_for(contents)
    reader = Analyzer(tables)
    data: Data = {}
    used: set[int] = set()
    for each in contents:
        lines = postings.lines(each.entries, reader)
        used |= postings.groups(lines)
        data |= _index(each, lines, reader)
    for script, han in SCRIPTS.items():
        data[script] = tables.with_groups(used).of_script(han=han)
    data["readings"] = pinyin.readings(
        reader.tokens(name.text)
        for each in contents
        for entry in each.entries
        for name in entry.names
        if name.role is not Role.ASK
    )
    return {f"{FOLDER}/{name}.js": text for name, text in shards.scripts(data).items()}


def tables_for(contents: Sequence[Content]) -> Tables:
    """With the simplified forms of the characters that these contents hold."""
    characters: set[str] = set()
    for each in contents:
        for entry in each.entries:
            characters.update(entry.summary, *entry.matter, *(name.text for name in entry.names))
        for of_page in each.texts.values():
            characters.update(*(section.text for section in of_page))
    simplified = {old: new for old, new in simplified_forms().items() if new in characters}
    return analyzer.tables(contents[0].words, simplified)


def _index(of: Content, lines: Sequence[str], reader: Analyzer) -> Data:
    by_key = shards.cut(lines)
    by_text = shards.cut(full_text.lines(of.texts, reader))
    rows = [_row(entry) for entry in of.entries]
    data: Data = by_key.files(f"{of.language}/k") | by_text.files(f"{of.language}/b")
    for number, block in enumerate(shards.blocks(rows)):
        data[f"{of.language}/e{number}"] = block
    for number, of_page in of.texts.items():
        data[f"{of.language}/t{number}"] = [
            [each.anchor, each.heading, each.text, *([each.said] if each.said else [])] for each in of_page
        ]
    data[f"{of.language}/text"] = by_text.root()
    data[f"{of.language}/vocabulary"] = "\n".join(postings.vocabulary(lines))
    data[f"{of.language}/manifest"] = {
        "entries": len(rows),
        "block": shards.BLOCK,
        "kinds": _kinds(of),
        "keys": by_key.root(),
    }
    return data


def _row(entry: Entry) -> list[object]:
    """Address, names (each with its role before it), summary, labels, review, and 1 for a part of a page."""
    return [
        entry.address,
        [f"{name.role}{name.text}" for name in entry.names],
        entry.summary,
        entry.labels,
        _review(entry.review),
        int(entry.is_part),
    ]


def _review(state: ReviewState | None) -> object:
    """0 where there is none; else its day, the day it is due, and 1 for a changed text, 1 for a changed rule.

    Behind them stand the days on which rules take effect. What of it holds today is decided in the browser.
    """
    if state is None:
        return 0
    return [state.on, state.due or 0, int(state.text_changed), int(bool(state.rules_changed)), *state.rules_begin]


def _kinds(of: Content) -> list[list[object]]:
    """Each kind with its name, the number of its first entry and the number behind its last, and where its index is."""
    found: list[list[object]] = []
    start = 0
    for kind in Kind:
        end = start + sum(entry.kind is kind for entry in of.entries)
        found.append([kind.value, KINDS[kind].name[of.language], start, end, _index_address(kind, of.language)])
        start = end
    return found


def _index_address(kind: Kind, language: Language) -> str:
    prefix = "" if language is Language.ZH else f"{language}/"
    folder = KINDS[kind].site_folder
    return f"{prefix}{folder}/" if folder else prefix
