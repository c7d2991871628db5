"""The real handbook, built with `mkdocs build --strict`, read as a reader and a crawler would."""

from __future__ import annotations

import re
import statistics
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from tests.conftest import ROOT, build

if TYPE_CHECKING:
    from pathlib import Path

from handbook.load import load
from handbook.model import Kind
from handbook.text import Language
from handbook.urls import page_url

BASE = "http://127.0.0.1:8000/"
LOADING = {("script", "src"), ("img", "src"), ("link", "href"), ("iframe", "src"), ("source", "src")}


class PageReader(HTMLParser):
    """What the tests need of a page: ids, links, what it loads, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.alternates: dict[str, str] = {}
        self.styles = 0
        self.language = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if "id" in attributes:
            self.ids.append(attributes["id"])
        if tag == "html":
            self.language = attributes.get("lang", "")
        if tag == "a" and "href" in attributes:
            self.links.append(attributes["href"])
        if tag == "link" and "alternate" in attributes.get("rel", "").split():
            self.alternates[attributes["hreflang"]] = attributes["href"]
        elif attributes.get("rel") != "canonical":
            self.loads += [attributes[name] for element, name in LOADING if element == tag and name in attributes]
        self.styles += tag == "style" or "style" in attributes


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, PageReader]:
    """Address of each page, relative to the site, to its content."""
    return {
        path.parent.relative_to(site).as_posix().removeprefix(".") + "/" if path.parent != site else "/": PageReader(
            path.read_text(encoding="utf-8")
        )
        for path in sorted(site.rglob("index.html"))
    }


def without_paper(pages: dict[str, PageReader]) -> dict[str, PageReader]:
    """The pages of entities; cards and booklets, which are for paper, have neither frame nor alternates."""
    paper = re.compile(r"(?:en/)?(?:cards|booklets)/")
    return {address: page for address, page in pages.items() if not paper.match(address)}


def test_every_entity_has_its_page_in_both_languages(pages: dict[str, PageReader]) -> None:
    library = load(ROOT)
    for entity in library.entities.values():
        for language in Language:
            page = pages[page_url(entity, language) or "/"]
            assert page.language == language
    assert len(without_paper(pages)) == 2 * len(library.entities)


def test_enough_of_each_kind() -> None:
    library = load(ROOT)
    least = {Kind.TERM: 12, Kind.SCRIPT: 6, Kind.REGULATION: 3, Kind.CASE: 3, Kind.LESSON: 3}
    for kind, number in least.items():
        assert len(library.of_kind(kind)) >= number


def test_all_links_and_anchors_lead_somewhere(site: Path, pages: dict[str, PageReader]) -> None:
    broken = []
    for address, page in pages.items():
        for link in page.links:
            target = urlsplit(urljoin(BASE + address.lstrip("/"), link))
            if f"{target.scheme}://{target.netloc}/" != BASE:
                assert target.scheme in ("http", "https"), link
                continue
            path = unquote(target.path).lstrip("/") or "/"
            fragment = unquote(target.fragment)
            if path not in pages:
                if not (site / path).is_file():
                    broken.append(f"{address}: {link}")
            elif fragment and fragment not in pages[path].ids and not fragment.startswith("__"):
                broken.append(f"{address}: {link}")
    assert broken == []


def test_ids_are_unique_within_a_page(pages: dict[str, PageReader]) -> None:
    for address, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), address


def test_nothing_is_loaded_from_another_host_and_nothing_is_styled_inline(pages: dict[str, PageReader]) -> None:
    for address, page in pages.items():
        assert [load for load in page.loads if urlsplit(load).netloc] == [], address
        assert page.styles == 0, address


def test_alternates_and_language_switch(pages: dict[str, PageReader]) -> None:
    for address, page in without_paper(pages).items():
        chinese = address.removeprefix("en/") or "/"
        english = "en/" + chinese.lstrip("/")
        here = BASE + address.lstrip("/")
        alternates = {language: urlsplit(urljoin(here, link)).path for language, link in page.alternates.items()}
        assert alternates == {"zh": "/" + chinese.lstrip("/"), "en": "/" + english}, address


def test_sitemap_lists_every_page_with_its_alternates(site: Path, pages: dict[str, PageReader]) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    tree = ET.parse(site / "sitemap.xml")  # noqa: S314 -- our own file
    urls = tree.findall("s:url", names)
    listed = {url.findtext("s:loc", "", names) for url in urls}
    assert listed == {BASE + address.lstrip("/") for address in without_paper(pages)}
    for url in urls:
        assert {link.get("hreflang") for link in url.findall("x:link", names)} >= {"zh", "en"}


def test_nothing_is_left_unrendered(site: Path) -> None:
    for path in site.rglob("index.html"):
        html = re.sub(r"<(code|pre|script|math)\b.*?</\1>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for leftover in ("{{", "}}", "/// ", 'href="term:', 'href="reg:', 'href="fact:', "hb-broken", "[](", "```"):
            assert leftover not in html, f"{path.relative_to(site)}: {leftover}"


def test_formulas_are_mathml(site: Path) -> None:
    html = (site / "glossary/roll-rate/index.html").read_text(encoding="utf-8")
    assert "<math" in html
    assert "<mfrac>" in html


def test_a_provision_shows_how_to_cite_it_and_who_cites_it(site: Path) -> None:
    html = (site / "regulations/cn-pipl/index.html").read_text(encoding="utf-8")
    after = html.split('id="art-13"', 1)[1].split("<h2", 1)[0]
    assert "《个人信息保护法》第13条" in after
    assert "读过全文转录本" in after
    assert 'href="../../scripts/first-reminder-m1/"' in after


def test_median_page_weight(site: Path) -> None:
    entity_pages = [path for path in site.rglob("index.html") if len(path.relative_to(site).parts) >= 3]
    assert statistics.median(path.stat().st_size for path in entity_pages) <= 30_000


def test_edit_links_lead_to_the_source_file(tmp_path: Path) -> None:
    result = build(ROOT, tmp_path, REPO_URL="https://git.example/handbook")
    assert result.returncode == 0, result.stderr
    for page, file in {
        "glossary/roll-rate": "glossary/roll-rate.md",
        "en/scripts/first-reminder-m1": "scripts_templates/m1/first-reminder-m1.en.md",
        "regulations/cn-pipl": "docs/regulations/cn-pipl.md",
    }.items():
        html = (tmp_path / page / "index.html").read_text(encoding="utf-8")
        assert f'href="https://git.example/handbook/edit/main/{file}"' in html


def test_two_builds_are_identical(site: Path, tmp_path: Path) -> None:
    assert build(ROOT, tmp_path).returncode == 0
    files = {path.relative_to(site) for path in site.rglob("*") if path.is_file()}
    assert files == {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()}
    assert [name for name in sorted(files) if (site / name).read_bytes() != (tmp_path / name).read_bytes()] == []
