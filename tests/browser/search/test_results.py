"""What stands in the list of results and what can be done with a row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.accessibility import violations
from tests.browser.search.dialog import CHOSEN, FIELD, LANGUAGES, STATUS, TEXTS, TITLES, search, wait_for

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page


def test_a_kind_that_has_nothing_so_called_leads_to_the_others(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "gdl")
    page.keyboard.press("Alt+Digit2")
    expect(page.locator(".hb-search__message")).to_contain_text("这一类里没有，别的类别里有这些。")
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    expect(page.locator(STATUS)).to_contain_text("别的类别里有")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}glossary/roll-rate/")


@pytest.mark.parametrize(
    ("language", "query", "target"), [("zh", "PIPL 13", "#art-13"), ("en", "civil code 680", "#art-680")]
)
def test_a_citation_leads_to_its_provision(page: Page, address: str, language: str, query: str, target: str) -> None:
    page.goto(f"{address}{LANGUAGES[language]}")
    search(page, query)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{target}$"))


def test_the_matched_alias_and_what_a_page_is_are_shown(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "迁移率")
    expect(page.locator(f"{CHOSEN} .hb-hit__title")).to_have_text("迁徙率")
    expect(page.locator(f"{CHOSEN} .hb-hit__why")).to_have_text("匹配别名：迁移率")
    expect(page.locator(f"{CHOSEN} .hb-hit__kind")).to_have_text("术语")
    page.locator(FIELD).fill("困难协商电话")
    expect(page.locator(f"{CHOSEN} .hb-hit__facts")).to_contain_text("M2–M3")
    expect(page.locator(f"{CHOSEN} .hb-hit__facts")).to_contain_text("电话")
    expect(page.locator(f"{CHOSEN} .hb-hit__facts")).to_contain_text("未经复核")
    page.locator(FIELD).fill("信用卡业务监督管理办法")
    expect(page.locator(f"{CHOSEN} .hb-hit__facts")).to_contain_text("现行有效")


@pytest.mark.parametrize(
    ("language", "query", "foreign"),
    [("zh", "空号", "英文名"), ("zh", "滞纳金", "英文名"), ("en", "complaint", "Chinese name")],
)
def test_no_name_of_the_other_language_is_the_reason_that_a_reader_cannot_see(
    page: Page, address: str, language: str, query: str, foreign: str
) -> None:
    page.goto(f"{address}{LANGUAGES[language]}")
    search(page, query)
    expect(page.locator(".hb-hit__why").first).to_be_visible()
    expect(page.locator(".hb-hit__why").filter(has_text=foreign)).to_have_count(0)


def test_a_name_of_the_other_language_is_the_reason_where_it_was_typed(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "roll rate")
    expect(page.locator(f"{CHOSEN} .hb-hit__why")).to_have_text("匹配英文名：roll rate", ignore_case=True)
    expect(page.locator(f"{CHOSEN} .hb-hit__why [lang=en] mark")).to_have_count(2)


@pytest.mark.parametrize(
    ("review", "shown"),
    [
        ('["2026-05-01",0,0,0]', "已复核 2026-05-01"),
        ('["2026-05-01","2026-11-01",0,0]', "复核到期 2026-11-01"),
        ('["2026-05-01",0,1,0]', "复核后改过 2026-05-01"),
        ('["2026-05-01","2026-11-01",1,1]', "复核后规则变了 2026-05-01"),
        ('["2026-05-01",0,0,0,"2026-11-26"]', "复核后规则变了 2026-05-01"),
        ('["2026-05-01",0,0,0,"2026-11-27"]', "已复核 2026-05-01"),
    ],
)
def test_a_row_says_where_its_review_stands_today(
    page: Page, address: str, site: Path, review: str, shown: str
) -> None:
    block = next(
        path for path in site.glob("assets/search/zh/e*.js") if '"T困难协商电话"' in path.read_text(encoding="utf-8")
    )
    body = re.sub(r",0,(?=[01]\])", f",{review},", block.read_text(encoding="utf-8"))
    page.route(f"**/zh/{block.name}*", lambda route: route.fulfill(body=body, content_type="text/javascript"))
    page.clock.set_fixed_time("2026-11-26T12:00:00+08:00")
    page.goto(address)
    search(page, "困难协商电话")
    expect(page.locator(f"{CHOSEN} .hb-hit__review")).to_have_text(shown)
    assert violations(page, ".hb-search") == []


def test_a_script_is_read_and_copied_without_leaving_the_list(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "困难协商电话")
    page.keyboard.press("Alt+KeyP")
    preview = page.locator(".hb-search__preview")
    expect(preview).to_contain_text("本次通话有录音")
    page.keyboard.press("Alt+KeyC")
    expect(page.locator(STATUS)).to_have_text("话术已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "【客户姓名】" in copied
    assert "不得" not in copied.splitlines()[0]
    page.keyboard.press("Alt+KeyP")
    expect(preview).to_be_hidden()
    page.keyboard.press("Alt+KeyL")
    expect(page.locator(STATUS)).to_have_text("永久链接已复制")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}scripts/hardship-plan-call/"


def test_an_open_preview_passes_over_what_has_no_words(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "没钱")
    expect(page.locator(TEXTS).first).to_be_visible()
    page.keyboard.press("Alt+KeyP")
    preview = page.locator(".hb-search__preview")
    expect(preview).to_be_visible()
    are_scripts = [kind == "话术" for kind in page.locator(".hb-hit__kind").all_text_contents()]
    other = are_scripts.index(False)
    script = are_scripts.index(True, other)
    for _ in range(other):
        page.keyboard.press("ArrowDown")
    expect(preview).to_be_hidden()
    for _ in range(script - other):
        page.keyboard.press("ArrowDown")
    expect(preview).to_be_visible()
    title = preview.get_by_role("heading", level=2).inner_text()
    expect(page.locator(f"{CHOSEN} .hb-hit__title")).to_contain_text(title)


def test_what_is_done_to_a_row_is_said(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "滚动率")
    for key in ("Alt+KeyP", "Alt+KeyC"):
        page.keyboard.press(key)
        expect(page.locator(STATUS)).to_have_text("这一页没有可以说或发送的文字。")
        page.keyboard.press("Alt+KeyL")
        expect(page.locator(STATUS)).to_have_text("永久链接已复制")
    page.keyboard.press("Alt+KeyB")
    expect(page.locator(STATUS)).to_have_text("已收藏")
    page.keyboard.press("Alt+KeyB")
    expect(page.locator(STATUS)).to_have_text("已取消收藏")


def test_a_preview_that_there_is_not_is_no_use_of_a_search(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "滚动率")
    page.keyboard.press("Alt+KeyP")
    page.keyboard.press("Alt+KeyC")
    page.keyboard.press("Escape")
    wait_for(page, "JSON.parse(localStorage['handbook.search'] ?? '{}').failures?.length === 1")


def test_the_buttons_of_the_chosen_row_are_the_next_stops(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "困难协商电话")
    page.locator("[data-kind=lesson]").focus()
    stops = []
    for _ in range(4):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.dataset.action ?? document.activeElement.tagName"))
    assert stops == ["A", "preview", "favourite", "copyLink"]


@pytest.mark.parametrize(("language", "query"), [("zh", "数到五再开口"), ("en", "count to five")])
def test_what_authors_read_does_not_come_up_for_the_words_that_it_quotes(
    page: Page, address: str, language: str, query: str
) -> None:
    page.goto(f"{address}{LANGUAGES[language]}")
    search(page, query)
    expect(page.locator(TEXTS).first).to_be_visible()
    links = page.locator(".hb-hit a").evaluate_all("(links) => links.map((link) => link.href)")
    assert [each for each in links if "/contributing/" in each] == []


@pytest.mark.parametrize(
    ("query", "near"), [("gondongluu", "滚动率"), ("ppt", "承诺还款"), ("xyzzyqq", ""), ("ddl", "")]
)
def test_only_names_that_are_near_are_offered(page: Page, address: str, query: str, near: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_have_attribute("role", "combobox")
    page.keyboard.type(query)
    message = page.locator(".hb-search__message")
    expect(message).to_contain_text("没有找到")
    if near:
        expect(message.get_by_role("link", name=near, exact=True)).to_be_visible()
    else:
        page.wait_for_timeout(500)
        expect(message).not_to_contain_text("名称相近的")


def test_a_name_that_shows_no_reason_gives_way_to_the_text(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "数到五再开口")
    expect(page.locator(".hb-search__group")).to_have_text(["正文匹配", "名称匹配"])
    expect(page.locator(f"{CHOSEN} mark")).to_have_text("数到五再开口")
    expect(page.locator(STATUS)).to_contain_text("第一条：M1首次提醒电话")
    expect(page.locator(".hb-search__names .hb-hit:not(:has(mark, .hb-hit__why))")).to_have_count(0)
    page.locator(FIELD).fill("仲裁")
    expect(page.locator(f"{CHOSEN} mark").first).to_have_text("仲裁")
    expect(page.locator(f".hb-search__texts {CHOSEN}")).to_be_visible()
    expect(page.locator(".hb-search__names .hb-hit:not(:has(mark, .hb-hit__why))")).to_have_count(0)
    page.locator(FIELD).fill("<img src=x onerror=alert(1)>")
    expect(page.locator(".hb-search__message")).to_contain_text("没有找到")
    page.locator(FIELD).fill("滚动率")
    page.keyboard.press("Alt+Digit3")
    expect(page.locator(".hb-search__message")).to_contain_text("这一类里没有，别的类别里有这些。")
