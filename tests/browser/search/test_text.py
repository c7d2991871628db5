"""The full text: a list of its own, and marks on the page that was found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.accessibility import violations_in_schemes
from tests.browser.search.dialog import FIELD, TEXTS, search, wait_for

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def test_the_text_is_searched_in_a_list_of_its_own_and_marked_on_the_page(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "数到五再开口")
    row = page.locator(TEXTS).first
    expect(row.locator("mark").first).to_have_text("数到五再开口")
    expect(page.locator(".hb-search__group").first).to_have_text("正文匹配")
    row.locator("a").click()
    expect(page).to_have_url(re.compile(r"scripts/first-reminder-m1/\?h=.*#purpose$"))
    wait_for(page, "CSS.highlights.get('hb-found')?.size === 1")


MARKED = "[...(CSS.highlights.get('hb-found') ?? [])].map((range) => range.toString())"


@pytest.mark.parametrize("query", ["1006.14(b)(2)", "Reg F 1006.14"])
def test_what_stands_together_is_marked_together(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}en/")
    search(page, query)
    page.locator(TEXTS).first.locator("a").click()
    page.wait_for_url("**/?h=*")
    wait_for(page, "CSS.highlights.get('hb-found')?.size > 0")
    assert [each for each in page.evaluate(MARKED) if "1006" not in each] == []


def test_neither_single_letters_nor_parts_of_words_are_marked_and_a_phrase_goes_on_over_a_link(
    page: Page, address: str
) -> None:
    page.goto(f"{address}en/glossary/roll-rate/?h=b\u001f上\u001fdebt")
    page.locator("article p").first.evaluate("each => { each.innerHTML = 'Debts: debt, <a>Debt</a>or, de<b>bt</b>.' }")
    page.evaluate("handbookSearchClient.highlight(document.querySelector('article p'), 'b\u001f上\u001fdebt', 'en')")
    assert page.evaluate(MARKED) == ["debt", "debt"]


def test_the_page_stands_at_the_first_mark_of_the_section_that_was_found(page: Page, address: str) -> None:
    page.goto(f"{address}glossary/roll-rate/?h=滚动率")
    wait_for(page, "CSS.highlights.get('hb-found')?.size > 0")
    assert page.evaluate(
        """async () => {
          const article = document.querySelector("article");
          article.innerHTML = "<p>mark<h2 id='here'>Here</h2><p>mark<p>mark<h2>Next</h2><p>mark";
          for (const each of article.children) each.style.paddingTop = "2000px";
          location.hash = "here";
          await handbookSearchClient.highlight(article, "mark", "zh");
          const shown = ({ top, bottom }) => top >= 0 && bottom <= innerHeight;
          return [...CSS.highlights.get("hb-found")].map((range) => shown(range.getBoundingClientRect()));
        }"""
    ) == [False, True, False, False]


@pytest.mark.parametrize("by", ["button", "key"])
def test_the_marks_can_be_removed_and_leave_the_address(page: Page, address: str, by: str) -> None:
    page.goto(f"{address}scripts/first-reminder-m1/?h=数到五再开口#purpose")
    button = page.get_by_role("button", name="去掉1处标记")
    expect(button).to_be_visible()
    page.keyboard.press("Control+k")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".hb-search")).to_be_hidden()
    assert page.evaluate(MARKED) == ["数到五再开口"]
    if by == "button":
        button.click()
    else:
        page.keyboard.press("Escape")
    expect(button).to_have_count(0)
    assert page.evaluate(MARKED) == []
    assert page.url == f"{address}scripts/first-reminder-m1/#purpose"


@pytest.mark.parametrize("width", [390, 1280])
def test_the_button_that_removes_the_marks_is_accessible(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    page.goto(f"{address}en/scripts/first-reminder-m1/?h=call")
    expect(page.locator(".hb-unmark")).to_be_visible()
    assert violations_in_schemes(page, ".hb-unmark") == []
    context.close()
