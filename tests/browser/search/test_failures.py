"""Search where something is missing, late, of another build or hostile."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.accessibility import violations, violations_in_schemes
from tests.browser.search.dialog import CHOSEN, CLIENT, FIELD, LANGUAGES, STATUS, TEXTS, TITLES, search

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Route


@pytest.mark.parametrize("again", ["button", "typing"])
def test_search_that_did_not_arrive_is_asked_for_again(page: Page, address: str, again: str) -> None:
    page.route(CLIENT, lambda route: route.abort())
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("滚动")
    expect(page.get_by_role("alert")).to_contain_text("搜索没有载入")
    expect(page.locator(".hb-search").get_by_role("link", name="话术手册")).to_have_attribute(
        "href", f"{address}scripts/"
    )
    assert violations_in_schemes(page, ".hb-search") == []
    page.unroute(CLIENT)
    if again == "button":
        page.get_by_role("button", name="再试一次").click()
        page.locator(FIELD).press("End")
    page.keyboard.type("率")
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    expect(page.get_by_role("alert")).to_have_count(0)


HOSTILE = {
    "long": "客户说没钱" * 20_000,
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈🙂 没钱",
    "regular expression": r"(a+)+$ [^]* .*?\1 {9999} \p{L} (?<x>",
    "half a surrogate pair": "没钱\ud83d",
    "markup": "<img src=x onerror=alert(1)><script>alert(1)</script>",
    "right to left": "\u202e\u200f\u2067没钱\u2069",
    "prototype": "__proto__ constructor toString hasOwnProperty",
    "template": "${alert(1)} {{ x }} %s \\u0000 \x00",
    "nothing but marks": "?!。，、《》——",
}


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_answered_and_nothing_else(page: Page, address: str, query: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.locator(FIELD).evaluate(
        "(field, text) => { field.value = text; field.dispatchEvent(new InputEvent('input', { bubbles: true })); }",
        query,
    )
    expect(page.locator(".hb-hit, .hb-search__message p").first).to_be_visible()
    expect(page.locator(".hb-search :is(img, script)")).to_have_count(0)
    page.locator(FIELD).fill("滚动率")
    expect(page.locator(TITLES).first).to_have_text("滚动率")


def test_a_part_of_the_index_that_fails_is_said_and_tried_again_and_the_rest_answers(page: Page, address: str) -> None:
    broken = re.compile(r"/zh/e\d+\.js")
    page.route(broken, lambda route: route.abort())
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("滚动率")
    expect(page.locator(".hb-search__warning")).to_be_visible()
    expect(page.locator(STATUS)).to_contain_text("没有载入")
    page.unroute(broken)
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    expect(page.locator(".hb-search__warning")).to_have_count(0)


def test_one_missing_shard_leaves_the_answers_of_the_others(page: Page, address: str, site: Path) -> None:
    shard = next(
        path for path in (site / "assets/search/zh").glob("k*.js") if "+动率" in path.read_text(encoding="utf-8")
    )
    page.route(f"**/zh/{shard.name}*", lambda route: route.abort())
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("滚动率")
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    expect(page.locator(".hb-search__warning")).to_be_visible()


def test_texts_that_fail_are_said_and_tried_again(page: Page, address: str) -> None:
    broken = re.compile(r"/zh/t\d+\.js")
    page.route(broken, lambda route: route.abort())
    page.goto(address)
    search(page, "数到五再开口")
    page.keyboard.press("ArrowDown")
    chosen = page.locator(f"{CHOSEN} .hb-hit__title").inner_text()
    missing = page.locator(".hb-search__missing")
    expect(missing).to_contain_text("结果可能不全")
    expect(missing.get_by_role("button", name="再试一次")).to_be_visible()
    expect(page.locator(STATUS)).to_contain_text("没有载入")
    assert violations(page, ".hb-search") == []
    page.unroute(broken)
    expect(page.locator(TEXTS).first).to_contain_text("数到五再开口")
    expect(missing).to_be_empty()
    expect(page.locator(STATUS)).not_to_contain_text("没有载入")
    expect(page.locator(f"{CHOSEN} .hb-hit__title")).to_have_text(chosen)


def test_a_preview_that_fails_is_said_and_tried_again(page: Page, address: str) -> None:
    broken = re.compile(r"/zh/t\d+\.js")
    page.route(broken, lambda route: route.abort())
    page.goto(address)
    search(page, "困难协商电话")
    preview = page.locator(".hb-search__preview")
    page.keyboard.press("Alt+KeyP")
    expect(preview).to_contain_text("没有载入")
    page.unroute(broken)
    page.keyboard.press("Alt+KeyP")
    expect(preview).to_be_hidden()
    page.keyboard.press("Alt+KeyP")
    expect(preview).to_contain_text("本次通话有录音")


def test_texts_of_another_build_are_asked_for_anew_with_all_else(page: Page, address: str, site: Path) -> None:
    answered: set[str] = set()

    def answer(route: Route) -> None:
        name = route.request.url.rsplit("/", 1)[1].split("?")[0]
        text = (site / "assets/search/zh" / name).read_text(encoding="utf-8")
        if name not in answered:
            text = re.sub(r'"[0-9a-f]{12}"', f'"{"0" * 12}"', text, count=1)
        answered.add(name)
        route.fulfill(body=text, content_type="text/javascript")

    page.route(re.compile(r"/zh/t\d+\.js"), answer)
    page.goto(address)
    search(page, "数到五再开口")
    expect(page.locator(TEXTS).first).to_contain_text("数到五再开口")


def test_without_an_index_the_lists_are_offered(page: Page, address: str) -> None:
    page.route("**/assets/search/zh/*", lambda route: route.abort())
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("滚动率")
    expect(page.locator(".hb-search__message").get_by_role("link", name="全部话术")).to_have_attribute(
        "href", f"{address}scripts/"
    )
    expect(page.locator(STATUS)).to_contain_text("索引没有载入")
    page.locator(".hb-search__message").get_by_role("button", name="再试一次").click()
    expect(page.locator(FIELD)).to_be_focused()


def test_a_site_that_was_published_between_two_clicks_reloads_its_manifest(
    page: Page, address: str, site: Path
) -> None:
    manifest = (site / "assets/search/zh/manifest.js").read_text(encoding="utf-8")
    build = re.search(r'manifest","([0-9a-f]{12})"', manifest)
    assert build
    old = manifest.replace(build[1], "0" * 12)
    fresh: list[str] = []

    def answer(route: Route) -> None:
        if "?" in route.request.url:
            fresh.append(route.request.url)
            route.continue_()
        else:
            route.fulfill(body=old, content_type="text/javascript")

    page.route("**/assets/search/zh/manifest.js*", answer)
    page.goto(address)
    search(page, "滚动率")
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    assert len(fresh) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_a_folder_without_a_server(page: Page, site: Path, language: str) -> None:
    page.goto(f"{site.as_uri()}/{LANGUAGES[language]}index.html")
    search(page, "gdl")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"{LANGUAGES[language]}glossary/roll-rate/index\.html$"))
    search(page, "数到五" if language == "zh" else "count to five")
    expect(page.locator(TEXTS).first).to_be_visible()
