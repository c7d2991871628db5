"""Three search engines on the same pages, each behind the same two functions in a page of its own.

`bench.open()` resolves once a query can be answered; `bench.find(query)` resolves with the addresses of the results,
best first, as a reader would see them. `bench.text(query)` does the same for the list of text matches.
"""

from __future__ import annotations

import html
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import material

from handbook.classic_script import classic_script
from handbook.search import site
from handbook.search.entries import Role
from handbook.text import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from handbook.search.entries import Entry
    from handbook.search.site import Content
    from handbook.search.texts import Section

ROOT = Path(__file__).parent.parent
ASSETS = ROOT / "docs/assets"
CLIENT = "assets/js/search/main.js"
THEME = Path(material.__file__).parent / "templates/assets/javascripts"
STOCK = ROOT / ".bench/engines"
"""Where `make bench-search` installs Pagefind and jieba."""
MATERIAL = {
    Language.ZH: {"lang": ["zh"], "separator": r"[\s\u200b\u3000\-、。，．？！；]+", "pipeline": ["stemmer"]},
    Language.EN: {"lang": ["en"], "separator": r"[\s\-]+", "pipeline": ["stopWordFilter"]},
}
"""Its configuration as its own translations give it."""


@dataclass(frozen=True, slots=True)
class Engine:
    """`build` writes all that the engine needs into a folder and returns the seconds that its index took."""

    name: str
    build: Callable[[Sequence[Content], Path], float]
    script: Mapping[Language, str]
    """What the engine's page runs."""
    keystrokes: bool
    """Whether it is quick enough to be timed at each key; else at whole queries."""
    loads_whole: bool = False
    """Whether it loads its whole index before it can answer."""


def _handbook(contents: Sequence[Content], folder: Path) -> float:
    started = time.process_time()
    files = site.scripts(contents)
    seconds = time.process_time() - started
    for name, text in {CLIENT: classic_script(ASSETS / "js/search/main.js"), **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name in ("js/search-start.js", "css/search.css"):
        target = folder / "assets" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ASSETS / name, target)
    return seconds


HANDBOOK = """
const load = (address) => new Promise((resolve, reject) => {
  const script = document.createElement("script");
  script.src = address;
  script.onload = resolve;
  script.onerror = reject;
  document.head.append(script);
});
let dialog;
const root = new URL("/", location.href).href;
globalThis.bench = {
  async open() {
    await load("/assets/js/search-start.js");
    await load("/assets/js/search/main.js");
    const element = document.createElement("dialog");
    element.append(document.createElement("input"));
    document.body.append(element);
    element.showModal();
    dialog = handbookSearchClient.attach(element, new URL(root), "%(language)s");
    await dialog.parts.search.index.open();
  },
  async find(query) {
    dialog.field.value = query;
    await dialog.refresh();
    return dialog.list.hits.map(({ href }) => href.replace(root, ""));
  },
  async text(query) {
    const { passages } = await dialog.parts.search.passages(query, "");
    return passages.map(({ entry }) => entry.address);
  },
};
"""


def _material(contents: Sequence[Content], folder: Path) -> float:
    sys.path.insert(0, str(STOCK))
    from material.plugins.search.plugin import Parser, SearchIndex  # noqa: PLC0415 -- with jieba, which comes with the other engines

    seconds = 0.0
    for of in contents:
        started = time.process_time()
        fields = {"title": {"boost": 1e3}, "text": {"boost": 1e0}, "tags": {"boost": 1e6}}
        index = SearchIndex(**MATERIAL[of.language], fields=fields)
        for entry, sections in _pages(of):
            parser = Parser()
            parser.feed(_body(entry, sections))
            parser.close()
            page = SimpleNamespace(meta={}, title=entry.title)
            for section in parser.data:
                index.create_entry_for_section(section, [], entry.address, page)
        written = index.generate_search_index(None)
        seconds += time.process_time() - started
        (folder / f"search_index.{of.language}.json").write_text(written, encoding="utf-8")
    shutil.copytree(THEME / "workers", folder / "javascripts/workers", dirs_exist_ok=True)
    shutil.copytree(THEME / "lunr", folder / "javascripts/lunr", dirs_exist_ok=True)
    return seconds


MATERIAL_SCRIPT = """
let worker;
const ask = (message) => new Promise((resolve) => {
  worker.onmessage = ({ data }) => resolve(data);
  worker.postMessage(message);
});
globalThis.bench = {
  async open() {
    worker = new Worker("/javascripts/workers/%(worker)s");
    const index = await (await fetch("/search_index.%(language)s.json")).json();
    index.options = { suggest: false };
    await ask({ type: 0, data: index });
  },
  async find(query) {
    const { data } = await ask({ type: 2, data: query });
    return data.items.map(([{ location }]) => location);
  },
};
"""


def _pagefind(contents: Sequence[Content], folder: Path) -> float:
    seconds = 0.0
    for of in contents:
        pages = folder / f"pages-{of.language}"
        for entry, sections in _pages(of):
            path = pages / entry.address / "index.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_page(of.language, entry, _body(entry, sections)), encoding="utf-8")
        started = os.times()
        subprocess.run(
            [sys.executable, "-m", "pagefind", "--site", pages, "--output-path", folder / f"pagefind-{of.language}"],
            env={**os.environ, "PYTHONPATH": str(STOCK)},
            stdout=subprocess.DEVNULL,
            check=True,
        )
        ended = os.times()
        seconds += ended.children_user + ended.children_system - started.children_user - started.children_system
        shutil.rmtree(pages)
    return seconds


PAGEFIND = """
let pagefind;
globalThis.bench = {
  async open() {
    pagefind = await import("/pagefind-%(language)s/pagefind.js");
    await pagefind.options({ baseUrl: "/" });
    await pagefind.init();
  },
  async find(query) {
    const { results } = await pagefind.search(query);
    const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return shown.map(({ url }) => url.replace(/^[/]/, ""));
  },
};
bench.text = bench.find;
"""


def _pages(of: Content) -> Iterator[tuple[Entry, Sequence[Section]]]:
    for number, sections in of.texts.items():
        yield of.entries[number], sections


def _body(entry: Entry, sections: Sequence[Section]) -> str:
    """A page as plain HTML: all that a reader can read on it, names and questions included."""
    text = html.escape
    names = "".join(f"<li>{text(name.text)}</li>" for name in entry.names if name.role is not Role.TITLE)
    parts = [f"<h1>{text(entry.title)}</h1><p>{text(entry.summary)}</p><ul>{names}</ul>"]
    for section in sections:
        heading = f'<h2 id="{text(section.anchor)}">{text(section.heading)}</h2>' if section.heading else ""
        parts.append(heading + "".join(f"<p>{text(line)}</p>" for line in section.text.split("\n")))
    return "\n".join(parts)


def _page(language: Language, entry: Entry, body: str) -> str:
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{html.escape(entry.title)}</title></head><body><main>{body}</main></body></html>"
    )


def _in_both(script: str, **more: str) -> dict[Language, str]:
    return {language: script % {"language": language.value, **more} for language in Language}


def engines() -> tuple[Engine, ...]:
    worker = next((THEME / "workers").glob("search.*.min.js")).name
    return (
        Engine("handbook", _handbook, _in_both(HANDBOOK), keystrokes=True),
        Engine("Material", _material, _in_both(MATERIAL_SCRIPT, worker=worker), keystrokes=False, loads_whole=True),
        Engine("Pagefind", _pagefind, _in_both(PAGEFIND), keystrokes=False),
    )


def bench_page(script: str) -> str:
    """The page in which an engine is measured."""
    return (
        '<!doctype html><meta charset="utf-8"><title>bench</title>'
        f'<link rel="stylesheet" href="/assets/css/search.css"><body><script type="module">{script}</script></body>'
    )
