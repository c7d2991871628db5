"""Measures search beside two stock engines on the same pages: `make bench-search`, with `SIZES="0 1000"` some sizes.

For each size (made pages added to the handbook's own) and engine: how often the right page comes first and among the
first three, by class of query and on held-out queries; bytes and time up to the first result; time of each keystroke;
heap; time to build the index. A real Chromium asks a local server.
"""

from __future__ import annotations

import functools
import itertools
import random
import re
import shutil
import statistics
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from playwright.sync_api import sync_playwright
from tools.packing_server import serving
from tools.search_corpus import grown
from tools.search_engines import bench_page, engines
from tools.search_queries import Query, load, rank, score

from handbook.load import load as load_library
from handbook.search.site import content
from handbook.text import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from playwright.sync_api import Browser, Page
    from tools.packing_server import Server
    from tools.search_engines import Engine

    from handbook.search.site import Content

    Visit = Callable[["Measured"], "opened"]

T = TypeVar("T")

ROOT = Path(__file__).parent.parent
WORK = ROOT / ".bench/search"
SIZES = (0, 1000, 10_000)
SEED = 7
FIRST_TOUCHES = 40
"""Queries of each language that are asked in a browser that has loaded nothing yet."""
WHOLE_TOUCHES = 6
"""The same of an engine that loads its whole index first: it takes long, and as long for any query."""
TYPED = 20
"""Queries of each language that are typed letter by letter in such a browser."""
SLOW_SAMPLE = 40
SLOW_TYPED = 3
SETTLED = 500
"""Milliseconds between a page and its first query, in which Chromium is done with opening a window."""
PHRASES = 100
"""Phrases from the text of real pages, by which the full text is measured."""
PHRASE = {Language.ZH: re.compile("[\u4e00-\u9fff]{6,9}"), Language.EN: re.compile(r"[A-Za-z]+(?: [A-Za-z]+){3,5}")}
FLAGS = ["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info", "--js-flags=--expose-gc"]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@dataclass(slots=True)
class Measured:
    """All that was measured of one engine at one size."""

    engine: str
    build: float
    """Milliseconds of processor time a page."""
    ready: list[float] = field(default_factory=list)
    kilobytes: list[float] = field(default_factory=list)
    """To the first result, compressed, all but the page itself."""
    first: list[float] = field(default_factory=list)
    """Milliseconds of whole queries of which nothing was loaded."""
    loading: list[float] = field(default_factory=list)
    """Milliseconds of those keystrokes of a first query that had to load something."""
    typed: list[float] = field(default_factory=list)
    """Milliseconds of all keystrokes of a first query."""
    warm: list[float] = field(default_factory=list)
    heap: float = 0.0
    """Megabytes of JavaScript after all queries, without the empty page."""
    ranks: dict[tuple[Language, str, bool], list[int]] = field(default_factory=lambda: defaultdict(list))
    text_ranks: dict[Language, list[int]] = field(default_factory=dict)


def main(sizes: Sequence[int]) -> None:
    library = load_library(ROOT)
    queries = [(each, address) for each in load() if (address := each.address(library))]
    waiting = len(load()) - len(queries)
    real = [content(library, language) for language in Language]
    print(f"{len(queries)} queries; {waiting} more wait for pages that do not exist yet")
    executable = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        for size in sizes:
            contents = [grown(each, size) if size else each for each in real]
            pages = sum(len(each.texts) for each in contents)
            found = [measure(browser, engine, contents, real, queries) for engine in engines()]
            print(f"\n# {pages // len(contents)} pages a language ({size} of them made)\n")
            print_table(found)
            print_classes(found)
        browser.close()


def measure(
    browser: Browser,
    engine: Engine,
    contents: Sequence[Content],
    real: Sequence[Content],
    queries: Sequence[tuple[Query, str]],
) -> Measured:
    folder = WORK / engine.name.lower()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    pages = sum(len(each.texts) for each in contents)
    found = Measured(engine.name, 1000 * engine.build(contents, folder) / pages)
    for language in Language:
        (folder / f"{language}.html").write_text(bench_page(engine.script[language]), encoding="utf-8")
    with serving(folder, at_once="assets/search/*/[!t]*.js") as server:
        for of in real:
            own = [(query, right) for query, right in queries if query.language is of.language]
            visit = functools.partial(opened, browser, f"{server.address}{of.language}.html")
            ask_all(visit, engine, own, found)
            ask_first(visit, server, sampled(own, WHOLE_TOUCHES if engine.loads_whole else FIRST_TOUCHES), found)
            type_first(visit, server, sampled(own, TYPED if engine.keystrokes else SLOW_TYPED), found)
            ask_text(visit, of, found)
    print(f"measured {engine.name}", file=sys.stderr)
    return found


def ask_all(visit: Visit, engine: Engine, queries: Sequence[tuple[Query, str]], found: Measured) -> None:
    """All queries in one page: where the right page stands; then the time of each with all that it needs loaded."""
    with visit(found) as page:
        empty = page.evaluate(HEAP)
        for query, right in queries:
            results = page.evaluate("query => bench.find(query)", query.text)
            found.ranks[query.language, query.kind, query.held_out].append(rank(results, right))
        asked = queries if engine.keystrokes else sampled(queries, SLOW_SAMPLE)
        for query, _ in asked:
            typed = beginnings(query.text) if engine.keystrokes else [query.text]
            for text in typed:
                page.evaluate("query => bench.find(query)", text)
            found.warm += (page.evaluate(TIMED, text) for text in typed)
        found.heap = max(found.heap, page.evaluate(HEAP) - empty)


def ask_first(visit: Visit, server: Server, queries: Sequence[tuple[Query, str]], found: Measured) -> None:
    """Queries whole, as if pasted, each in a browser that has loaded nothing of the index: bytes and time to results.

    One keystroke loads what many would.
    """
    for query, _ in queries:
        server.sent()
        with visit(found) as page:
            found.first.append(page.evaluate(TIMED, query.text))
        found.kilobytes.append(server.sent() / 1000)


def type_first(visit: Visit, server: Server, queries: Sequence[tuple[Query, str]], found: Measured) -> None:
    """Queries letter by letter, each in a browser that has loaded nothing of the index: time to results at each letter.

    A letter comes once the one before it is answered, and profits from what was loaded till then. The first has nothing
    to profit from and may mean anything: it is the slowest.
    """
    for query, _ in queries:
        with visit(found) as page:
            server.sent()
            for text in beginnings(query.text):
                time = page.evaluate(TIMED, text)
                found.typed.append(time)
                if server.sent():
                    found.loading.append(time)


def ask_text(visit: Visit, real: Content, found: Measured) -> None:
    """Phrases that stand in the text of one real page alone: where that page stands in the list of text matches."""
    phrases = list(text_phrases(real))
    with visit(found) as page:
        if not page.evaluate("'text' in bench"):
            return
        found.text_ranks[real.language] = [
            rank([each.split("#")[0] for each in page.evaluate("query => bench.text(query)", phrase)], address)
            for phrase, address in phrases
        ]


def text_phrases(real: Content) -> Iterator[tuple[str, str]]:
    """Some words in a row that no other page has so, with the page that has them."""
    dice = random.Random(SEED)  # noqa: S311 -- no secrets
    texts = {number: "\n".join(section.text for section in sections) for number, sections in real.texts.items()}
    places = [
        (number, match[0]) for number, text in sorted(texts.items()) for match in PHRASE[real.language].finditer(text)
    ]
    dice.shuffle(places)
    unique = ((phrase, number) for number, phrase in places if sum(phrase in text for text in texts.values()) == 1)
    for phrase, number in itertools.islice(unique, PHRASES):
        yield phrase, real.entries[number].address


def beginnings(text: str) -> list[str]:
    return [text[:end] for end in range(1, len(text) + 1)]


def sampled(items: Sequence[T], count: int) -> list[T]:
    return random.Random(SEED).sample(items, min(count, len(items)))  # noqa: S311 -- no secrets


HEAP = "() => { gc(); return performance.memory.usedJSHeapSize / 1e6; }"
TIMED = (
    "async (query) => { const start = performance.now(); await bench.find(query); return performance.now() - start; }"
)


class opened:  # noqa: N801 -- used as a function
    """A page of its own, in which the engine is ready."""

    def __init__(self, browser: Browser, address: str, found: Measured) -> None:
        self._context = browser.new_context()
        self._address = address
        self._found = found

    def __enter__(self) -> Page:
        page = self._context.new_page()
        page.goto(self._address)
        self._found.ready.append(page.evaluate("async () => { await bench.open(); return performance.now(); }"))
        page.wait_for_timeout(SETTLED)
        return page

    def __exit__(self, *_: object) -> None:
        self._context.close()


def print_table(found: Sequence[Measured]) -> None:
    heads = ["", *(each.engine for each in found)]
    rows = {
        "success@1, all queries": [percent(ranks_of(each), "first") for each in found],
        "success@3": [percent(ranks_of(each), "third") for each in found],
        "MRR": [f"{score(ranks_of(each)).reciprocal:.3f}" for each in found],
        "success@1, held out": [percent(ranks_of(each, held_out=True), "first") for each in found],
        "success@3, held out": [percent(ranks_of(each, held_out=True), "third") for each in found],
        "kB to first result, p50 / p95": [
            f"{middle(each.kilobytes):.0f} / {high(each.kilobytes):.0f}" for each in found
        ],
        "ready, ms": [f"{middle(each.ready):.0f}" for each in found],
        "keystroke warm, ms, p50 / p95": [spread(each.warm, 1) for each in found],
        "keystroke cold, ms, p50 / p95": [spread(each.loading, 0) for each in found],
        "the same, and those between": [spread(each.typed, 0) for each in found],
        "first touch, ms, p50 / p95": [spread(each.first, 0) for each in found],
        "heap of the page, MB": [f"{each.heap:.1f}" for each in found],
        "build, ms a page": [f"{each.build:.2f}" for each in found],
        "text: success@1": [texts(each, "first") for each in found],
        "text: success@3": [texts(each, "third") for each in found],
    }
    print(f"{heads[0]:32}" + "".join(f"{head:>16}" for head in heads[1:]))
    for name, cells in rows.items():
        print(f"{name:32}" + "".join(f"{cell:>16}" for cell in cells))


def print_classes(found: Sequence[Measured]) -> None:
    """success@1 / success@3 of each class of query."""
    print(f"\n{'':16}{'queries':>8}" + "".join(f"{each.engine:>16}" for each in found))
    for language, kind in dict.fromkeys((language, kind) for language, kind, _ in found[0].ranks):
        cells = []
        for each in found:
            of = score([*each.ranks[language, kind, False], *each.ranks[language, kind, True]])
            cells.append(f"{100 * of.first:.0f} / {100 * of.third:.0f}")
        print(f"{language} {kind:13}{of.count:>8}" + "".join(f"{cell:>16}" for cell in cells))


def ranks_of(found: Measured, *, held_out: bool | None = None) -> list[int]:
    return [each for (_, _, held), ranks in found.ranks.items() if held_out in (None, held) for each in ranks]


def percent(ranks: Sequence[int], share: str) -> str:
    return f"{100 * getattr(score(ranks), share):.1f} %"


def texts(found: Measured, share: str) -> str:
    return " / ".join(f"{100 * getattr(score(ranks), share):.0f} %" for ranks in found.text_ranks.values()) or "–"


def spread(values: Sequence[float], digits: int) -> str:
    return f"{middle(values):.{digits}f} / {high(values):.{digits}f}" if len(values) > 1 else "–"


def middle(values: Sequence[float]) -> float:
    return statistics.median(values)


def high(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
