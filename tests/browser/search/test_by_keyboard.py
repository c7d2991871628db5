"""Search by keyboard: keys that open it, rows, input methods, and keys that come before the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.accessibility import violations_in_schemes
from tests.browser.search.dialog import CLIENT, FIELD, INDEX, STATUS, TEXTS, TITLES, held, search

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page


@pytest.mark.parametrize("key", ["/", "s", "S", "Control+k", "Meta+k"])
def test_keys_open_the_dialog(page: Page, address: str, key: str) -> None:
    page.goto(f"{address}glossary/roll-rate/")
    page.keyboard.press(key)
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(FIELD)).to_have_value("")


def test_letters_belong_to_a_field_that_is_being_typed_in(page: Page, address: str) -> None:
    page.goto(f"{address}scripts/")
    page.locator("input[name=text]").focus()
    page.keyboard.type("s/")
    expect(page.locator("input[name=text]")).to_have_value("s/")
    expect(page.locator(".hb-search[open]")).to_have_count(0)


def test_open_type_filter_enter(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "gdl")
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    page.locator(FIELD).fill("困难协商")
    page.keyboard.press("Alt+Digit2")
    expect(page.locator("[data-kind=script]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".hb-hit__kind:not(.hb-hit__kind--script)")).to_have_count(0)
    expect(page.locator(TITLES).first).to_have_text("困难协商电话")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}scripts/hardship-plan-call/")


def test_arrows_move_and_the_field_says_where(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "客户")
    expect(page.locator(TEXTS).first).to_be_visible()
    rows = page.locator(".hb-hit")
    for presses, chosen in ((0, 0), (1, 1), (1, 2)):
        for _ in range(presses):
            page.keyboard.press("ArrowDown")
        expect(rows.nth(chosen)).to_have_attribute("aria-selected", "true")
        expect(page.locator(FIELD)).to_have_attribute("aria-activedescendant", f"hb-hit-{chosen}-page")
        expect(page.locator(FIELD)).to_be_focused()
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    expect(rows.last).to_have_attribute("aria-selected", "true")


def test_whole_pages_of_rows_are_passed_and_the_page_behind_stays(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "客户")
    expect(page.locator(TITLES)).to_have_count(10)
    for key, chosen in (("PageDown", 5), ("PageUp", 0), ("PageUp", 0)):
        page.keyboard.press(key)
        expect(page.locator(".hb-hit").nth(chosen)).to_have_attribute("aria-selected", "true")
    page.locator(FIELD).hover()
    page.mouse.wheel(0, 400)
    page.locator(FIELD).fill("")
    page.keyboard.press("PageDown")
    page.wait_for_timeout(300)  # a page that scrolls does so in the frames after
    assert page.evaluate("scrollY") == 0


def test_control_enter_opens_a_new_tab_and_leaves_the_dialog(page: Page, context: BrowserContext, address: str) -> None:
    page.goto(address)
    search(page, "核身")
    with context.expect_page() as opened:
        page.keyboard.press("Control+Enter")
    expect(opened.value).to_have_url(f"{address}glossary/identity-verification/")
    expect(page.locator(FIELD)).to_be_visible()
    assert page.url.startswith(address)


def test_escape_closes_and_gives_the_focus_back(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("[data-hb-search]").click()
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("滚动率")
    page.keyboard.press("Escape")
    expect(page.locator(".hb-search")).to_be_hidden()
    expect(page.locator("[data-hb-search]")).to_be_focused()


def test_results_while_an_input_method_composes_and_its_enter_opens_nothing(
    page: Page, context: BrowserContext, address: str
) -> None:
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_have_attribute("role", "combobox")
    session = context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "gun'dong'l", "selectionStart": 10, "selectionEnd": 10})
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    enter = {"windowsVirtualKeyCode": 229, "key": "Enter", "code": "Enter"}
    session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **enter})
    session.send("Input.insertText", {"text": "滚动率"})
    session.send("Input.dispatchKeyEvent", {"type": "keyUp", **enter})
    expect(page.locator(FIELD)).to_have_value("滚动率")
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    expect(page).to_have_url(address)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}glossary/roll-rate/")


def test_what_is_typed_before_search_has_arrived_is_answered(page: Page, address: str) -> None:
    with held(page, CLIENT):
        page.goto(address)
        page.keyboard.press("/")
        page.keyboard.type("动率")
        expect(page.locator(".hb-search input")).to_have_value("动率")
    expect(page.locator(TITLES).first).to_have_text("滚动率")


def press_early(page: Page, address: str, missing: str, query: str, key: str) -> None:
    """Search for a query whose answer is `held`, and press a key."""
    page.goto(address)
    page.keyboard.press("/")
    if missing == INDEX:
        expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type(query)
    page.keyboard.press(key)


@pytest.mark.parametrize("missing", [CLIENT, INDEX])
def test_enter_before_the_answer_opens_it_when_it_comes(page: Page, address: str, missing: str) -> None:
    with held(page, missing):
        press_early(page, address, missing, "回收率", "Enter")
    expect(page).to_have_url(f"{address}glossary/recovery-rate/")


def test_a_preview_asked_for_before_the_answer_shows_when_it_comes(page: Page, address: str) -> None:
    with held(page, INDEX):
        press_early(page, address, INDEX, "困难协商电话", "Alt+KeyP")
    expect(page.locator(".hb-search__preview")).to_contain_text("本次通话有录音")


def test_enter_never_opens_what_an_earlier_query_found(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "没钱")
    expect(page.locator(TEXTS).first).to_be_visible()
    with held(page, INDEX):
        page.locator(FIELD).fill("诉讼时效")
        page.keyboard.press("Enter")
        expect(page.locator("[role=grid]")).to_have_attribute("aria-busy", "true")
        expect(page).to_have_url(address)
    expect(page).to_have_url(f"{address}glossary/limitation-period/")


@pytest.mark.parametrize("missing", [CLIENT, INDEX])
@pytest.mark.parametrize("key", ["Backspace", "Escape"])
def test_who_types_on_or_leaves_after_enter_stays_here(page: Page, address: str, missing: str, key: str) -> None:
    with held(page, missing):
        press_early(page, address, missing, "滚动率", "Enter")
        page.keyboard.press(key)
    expect(page.locator(STATUS)).to_contain_text("第一条：滚动率")
    expect(page).to_have_url(address)


def test_a_wait_is_said(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    with held(page, INDEX):
        page.keyboard.type("滚动率")
        expect(page.locator(".hb-search__message")).to_have_text("正在查找……")
        expect(page.locator(STATUS)).to_have_text("正在查找……")
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    expect(page.locator(".hb-search__message")).to_be_empty()
    with held(page, INDEX):
        page.locator(FIELD).fill("诉讼时效")
        expect(page.locator("[role=grid]")).to_have_attribute("aria-busy", "true")
        assert violations_in_schemes(page, ".hb-search") == []
    expect(page.locator(TITLES).first).to_have_text("诉讼时效")
    expect(page.locator("[aria-busy]")).to_have_count(0)


def test_arrows_reach_what_stands_in_place_of_results(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(".hb-search__rows button").first).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".hb-search__rows button").last).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(FIELD)).to_have_value("gdl")
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    expect(page.locator(FIELD)).to_be_focused()


def test_letter_keys_can_be_switched_off(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Control+k")
    page.get_by_text("搜索记录与设置").click()
    page.get_by_label("按 / 或 s 打开搜索").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.press("s")
    expect(page.locator(".hb-search[open]")).to_have_count(0)
    page.keyboard.press("Control+k")
    expect(page.locator(FIELD)).to_be_focused()


def test_search_and_the_commands_do_not_stand_over_each_other(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type(">")
    commands = page.get_by_role("dialog", name="命令")
    expect(commands).to_be_visible()
    page.keyboard.press("Control+k")
    expect(page.locator(".hb-search[open]")).to_have_count(0)
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    expect(page.locator(FIELD)).to_have_value("")
