"""What search remembers, on this device only, and forgets when told to."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from tests.browser.search.dialog import CHOSEN, FIELD, MODULES, TEXTS, TITLES, search, wait_for

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page


def test_favourites_and_recent_searches_stay_and_go_in_one_click(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "滚动率")
    page.keyboard.press("Alt+KeyB")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}glossary/roll-rate/")
    page.keyboard.press("/")
    message = page.locator(".hb-search__message")
    expect(message.get_by_role("link", name="滚动率")).to_be_visible()
    message.get_by_role("button", name="滚动率", exact=True).click()
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    page.locator(FIELD).fill("")
    message.get_by_role("button", name="清空：最近搜索").click()
    expect(page.locator(FIELD)).to_be_focused()
    message.get_by_role("button", name="清空：收藏").click()
    expect(page.locator(FIELD)).to_be_focused()
    expect(message.get_by_role("heading")).to_have_text(["可以这样找"])
    assert json.loads(page.evaluate("localStorage['handbook.search']"))["favourites"] == []


def test_a_favourite_shows_on_both_rows_of_a_page(page: Page, address: str) -> None:
    """One row by its name, and one for the words in its text."""
    page.goto(address)
    search(page, "法院通知")
    expect(page.locator(TEXTS).first).to_be_visible()
    stars = page.locator("[data-action=favourite][aria-label$='：诉前调解与司法确认']")
    expect(stars).to_have_count(2)
    stars.first.click()
    labels = stars.evaluate_all("(each) => each.map((star) => star.getAttribute('aria-label'))")
    assert labels == ["取消收藏：诉前调解与司法确认"] * 2


def test_a_kind_without_a_query_shows_its_favourites_and_its_list(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "滚动率")
    page.keyboard.press("Alt+KeyB")
    page.locator(FIELD).fill("困难协商电话")
    expect(page.locator(TITLES).first).to_have_text("困难协商电话")
    page.keyboard.press("Alt+KeyB")
    page.locator(FIELD).fill("")
    links = page.locator(".hb-search__message a")
    expect(links).to_have_text(["困难协商电话", "滚动率"])
    page.keyboard.press("Alt+Digit2")
    expect(links).to_have_text(["全部话术", "困难协商电话"])
    expect(links.first).to_have_attribute("href", f"{address}scripts/")
    expect(page.get_by_role("button", name="清空：收藏")).to_have_count(0)


def test_searches_in_vain_are_kept_here_exported_and_switched_off(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("zqxwv 13812-345678")
    expect(page.locator(".hb-search__message")).to_contain_text("没有找到")
    expect(page.locator(".hb-search__message").get_by_role("link", name="全部术语")).to_be_visible()
    wait_for(page, "JSON.parse(localStorage['handbook.search'] ?? '{}').failures?.length === 1")
    page.locator(FIELD).fill("滚动率")
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    page.keyboard.press("Escape")
    expect(page.locator(".hb-search[open]")).to_have_count(0)
    page.keyboard.press("/")
    page.get_by_text("搜索记录与设置").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="导出CSV").click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"))))
    assert [(row["query"], row["outcome"], row["count"]) for row in rows] == [
        ("zqxwv #", "none", "1"),
        ("滚动率", "unopened", "1"),
    ]
    page.get_by_role("button", name="清空记录").click()
    expect(page.locator(".hb-search__record summary")).to_be_focused()
    page.get_by_label("记录这样的搜索").uncheck()
    page.locator(FIELD).fill("zqxwv")
    expect(page.locator(".hb-search__message")).to_contain_text("没有找到")
    page.wait_for_timeout(2000)
    assert json.loads(page.evaluate("localStorage['handbook.search']"))["failures"] == []


NUMBERS = {
    "没钱 13800138000": "没钱 #",
    "138-0013-8000没钱": "#没钱",
    "+86 138 0013 8000": "#",
    "１３８－００１３－８０００": "#",
    "555.123.4567": "#",
    "6222 0000 1111 2222": "#",
    "M2 13800138000": "M2 #",
    "GB/T 45251-2025": "GB/T 45251-2025",
    "gbt45251 13800138000": "gbt45251 #",
    "Reg F § 1006.14(b)(2)": "Reg F § 1006.14(b)(2)",
    "1006.14 1006.100 2021": "1006.14 1006.100 2021",
    "民法典 680 681": "民法典 680 681",
    "15 U.S.C. 1692d": "15 U.S.C. 1692d",
}


def test_long_numbers_are_struck_out_and_citations_are_not(page: Page, address: str) -> None:
    page.route("**/modules/*.js", lambda route: route.fulfill(path=MODULES / route.request.url.rsplit("/", 1)[1]))
    page.goto(address)
    struck = page.evaluate(
        "(queries) => import('/modules/numbers.js').then(({ withoutNumbers }) => queries.map(withoutNumbers))",
        list(NUMBERS),
    )
    assert dict(zip(NUMBERS, struck, strict=True)) == NUMBERS


def test_a_phone_number_stays_neither_in_the_address_nor_among_recent_searches(
    page: Page, context: BrowserContext, address: str
) -> None:
    page.goto(address)
    search(page, "没钱 138-0013-8000")
    with context.expect_page():
        page.keyboard.press("Control+Enter")
    assert page.evaluate("new URLSearchParams(location.search).get('q')") == "没钱 #"
    assert json.loads(page.evaluate("localStorage['handbook.search']"))["recent"] == ["没钱 #"]


def stored(page: Page) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(page.evaluate("localStorage['handbook.search'] ?? '{}'"))
    return content


def test_what_one_tab_clears_or_switches_off_another_does_not_bring_back(
    page: Page, context: BrowserContext, address: str
) -> None:
    page.goto(address)
    search(page, "滚动率")
    page.keyboard.press("Alt+KeyB")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}glossary/roll-rate/")
    search(page, "迁徙率")
    page.keyboard.press("Escape")
    other = context.new_page()
    other.goto(address)
    search(other, "核身")
    page.keyboard.press("Control+k")
    page.locator(FIELD).fill("")
    page.locator("[data-action=clearFavourites]").click()
    page.locator("[data-action=clearRecent]").click()
    page.get_by_text("搜索记录与设置").click()
    page.get_by_role("button", name="清空记录").click()
    page.get_by_label("记录这样的搜索").uncheck()
    page.get_by_label("按 / 或 s 打开搜索").uncheck()
    other.keyboard.press("Escape")
    other.keyboard.press("Control+k")
    other.locator(FIELD).fill("不是本人")
    expect(other.locator(CHOSEN)).to_be_visible()
    other.keyboard.press("Enter")
    other.wait_for_url(re.compile("/scripts/|/glossary/"))
    assert stored(page) == {
        "recent": ["不是本人"], "favourites": [], "failures": [], "records": False, "letters": False
    }  # fmt: skip


def test_an_open_dialog_shows_what_another_tab_has_changed(page: Page, context: BrowserContext, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(".hb-search__message")).to_contain_text("可以这样找")
    page.get_by_text("搜索记录与设置").click()
    other = context.new_page()
    other.goto(address)
    search(other, "滚动率")
    other.keyboard.press("Alt+KeyB")
    expect(page.locator(".hb-search__message").get_by_role("link", name="滚动率")).to_be_visible()
    other.locator(".hb-search__record summary").click()
    other.get_by_label("记录这样的搜索").uncheck()
    expect(page.get_by_label("记录这样的搜索")).not_to_be_checked()


def test_a_page_that_was_opened_is_no_search_in_vain_after_coming_back(page: Page, address: str) -> None:
    page.add_init_script("addEventListener('unload', () => {})")  # so that coming back loads the page anew
    page.goto(address)
    search(page, "滚动率")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}glossary/roll-rate/")
    page.go_back()
    expect(page.locator(CHOSEN)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page).to_have_url(address)
    assert stored(page)["failures"] == []


def test_the_middle_button_opens_a_page_too(page: Page, context: BrowserContext, address: str) -> None:
    page.goto(address)
    search(page, "滚动率")
    with context.expect_page() as opened:
        page.locator(f"{CHOSEN} a").click(button="middle")
    opened.value.wait_for_url(f"{address}glossary/roll-rate/")
    page.keyboard.press("Escape")
    expect(page.locator(".hb-search")).to_be_hidden()
    assert (stored(page)["recent"], stored(page)["failures"]) == (["滚动率"], [])


def test_a_favourite_is_one_in_both_languages(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "滚动率")
    page.keyboard.press("Alt+KeyB")
    page.locator(FIELD).fill("PIPL 13")
    expect(page.locator(f"{CHOSEN} .hb-hit__title")).to_contain_text("13")
    page.keyboard.press("Alt+KeyB")
    page.goto(f"{address}en/")
    page.keyboard.press("/")
    message = page.locator(".hb-search__message")
    expect(message.get_by_role("link", name="Roll rate")).to_have_attribute("href", f"{address}en/glossary/roll-rate/")
    expect(message.locator("a[lang=zh]")).to_have_attribute("href", f"{address}en/regulations/cn-pipl/#art-13")
    page.keyboard.type("roll rate")
    expect(page.locator(f"{CHOSEN} .hb-hit__title")).to_have_text("Roll rate")
    expect(page.locator(f"{CHOSEN} .hb-hit__icon--filled")).to_have_count(1)
    page.keyboard.press("Alt+KeyB")
    expect(page.locator(f"{CHOSEN} .hb-hit__icon--filled")).to_have_count(0)
    assert [each["address"] for each in stored(page)["favourites"]] == ["regulations/cn-pipl/#art-13"]


STRANGE = [
    "5", "null", "[]", "{", '"x"',
    '{"favourites":5,"recent":{},"failures":"x","records":"no"}',
    '{"favourites":[5,null,{}],"recent":[null,{}],"failures":[{},null]}',
]  # fmt: skip


@pytest.mark.parametrize("content", STRANGE)
def test_what_does_not_belong_in_the_storage_does_no_harm(page: Page, address: str, content: str) -> None:
    page.goto(address)
    page.evaluate("(content) => localStorage.setItem('handbook.search', content)", content)
    page.keyboard.press("/")
    expect(page.locator(".hb-search__message")).to_contain_text("可以这样找")
    page.keyboard.type("滚动率")
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    page.keyboard.press("Alt+KeyB")
    assert [each["titles"] for each in stored(page)["favourites"]] == [{"zh": "滚动率", "en": "Roll rate"}]


def test_a_link_with_a_query_opens_the_answer_and_going_back_returns_to_it(page: Page, address: str) -> None:
    page.goto(f"{address}?q=迁徙率")
    expect(page.locator(TITLES).first).to_have_text("迁徙率")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}glossary/flow-rate/")
    page.go_back()
    expect(page.locator(TITLES).first).to_have_text("迁徙率")
    page.keyboard.press("Escape")
    expect(page).to_have_url(address)


def test_going_back_returns_to_the_kind_and_the_row_and_closing_forgets_them(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "客户")
    page.keyboard.press("Alt+Digit2")
    expect(page.locator(".hb-hit__kind:not(.hb-hit__kind--script)")).to_have_count(0)
    expect(page.locator(TEXTS).first).to_be_visible()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    row = page.locator(f"{CHOSEN} a").get_attribute("href")
    assert row
    assert row != page.locator(".hb-hit a").first.get_attribute("href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(row)
    page.go_back()
    expect(page.locator(f"{CHOSEN} a")).to_have_attribute("href", row)
    expect(page.locator("[data-kind=script]")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator("[data-kind=script]")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".hb-hit__kind:not(.hb-hit__kind--script)").first).to_be_visible()
    page.reload()
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator("[aria-pressed=true]")).to_have_count(0)
