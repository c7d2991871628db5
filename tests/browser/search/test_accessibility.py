"""The open dialog for all: screen readers, both schemes, both widths; and what search costs who never searches."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.accessibility import violations_in_schemes
from tests.browser.search.dialog import FIELD, LANGUAGES, STATUS, search

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

SEEN = "document.documentElement.clientWidth"
"""How far the page can be seen; a scroll bar may stand beside it."""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_open_dialog_is_accessible(browser: Browser, address: str, language: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}{LANGUAGES[language]}")
    states: list[Callable[[], object]] = [
        lambda: page.keyboard.press("/"),
        lambda: page.keyboard.type("客户" if language == "zh" else "customer"),
        lambda: page.keyboard.press("Alt+KeyB"),
        lambda: page.keyboard.press("Alt+Digit2"),
        lambda: page.keyboard.press("Alt+KeyP"),
        lambda: page.locator(".hb-search__record summary").click(),
        lambda: page.locator(FIELD).fill("zqxwv"),
        lambda: page.locator(FIELD).fill(""),
    ]
    for state in states:
        state()
        page.wait_for_timeout(250)
        assert violations_in_schemes(page, ".hb-search") == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate(f"document.querySelector('.hb-search').getBoundingClientRect().right <= {SEEN}")
    context.close()


def test_the_screen_reader_hears_how_many_and_which_is_first(page: Page, address: str) -> None:
    page.goto(f"{address}en/")
    search(page, "roll rate")
    expect(page.locator(STATUS)).to_contain_text(re.compile(r"^\d+ results?, the first: Roll rate"))
    page.locator(FIELD).fill("zqxwv")
    expect(page.locator(STATUS)).to_have_text("Nothing found for “zqxwv”")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_list_keeps_its_height_while_results_are_announced(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator("[role=grid]")).to_be_attached()
    body = "document.querySelector('.hb-search__body').clientHeight"
    height = page.evaluate(body)
    for query, said in (("客户", "条结果"), ("zqxwv", "没有找到"), ("数到五再开口", "条结果")):
        page.locator(FIELD).fill(query)
        expect(page.locator(STATUS)).to_contain_text(said)
        assert page.evaluate(body) == height


def test_nothing_is_asked_of_another_host_and_little_of_a_page_that_never_searches(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    assert [url for url in asked if "/assets/search/" in url] == []
    search(page, "客户说没钱怎么办")
    page.wait_for_timeout(800)
    assert [url for url in asked if not url.startswith(address)] == []


def test_without_scripts_there_is_no_button_that_does_nothing(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator("[data-hb-search]")).to_be_hidden()
    context.close()
