"""The palette: opened by key and button, narrowed by typing, run by Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.desk.conftest import Script


def run(script: Script, words: str) -> None:
    script.page.keyboard.press("Alt+.")
    expect(script.page.get_by_role("dialog", name="命令").get_by_role("combobox")).to_be_focused()
    script.page.keyboard.type(words)
    script.page.keyboard.press("Enter")


def test_it_opens_by_key_and_by_button_and_closes_where_it_was(script: Script) -> None:
    script.open("desk-call")
    palette = script.page.get_by_role("dialog", name="命令")
    script.field("customer_name").focus()
    script.page.keyboard.press("Alt+.")
    expect(palette.get_by_role("combobox")).to_be_focused()
    script.page.keyboard.press("Escape")
    expect(script.field("customer_name")).to_be_focused()
    script.page.get_by_role("button", name="命令").click()
    expect(palette).to_be_visible()


@pytest.mark.parametrize("page", ["scripts/desk-call/", "glossary/dpd/"])
def test_it_opens_from_anywhere_by_search_and_a_bracket(script: Script, page: str) -> None:
    script.page.goto(f"{script.address}{page}")
    for _ in range(2):
        script.page.keyboard.press("Control+k")
        script.page.keyboard.type(">")
        palette = script.page.get_by_role("dialog", name="命令")
        expect(palette.get_by_role("combobox")).to_be_focused()
        expect(palette.get_by_role("combobox")).to_have_value(">")
        script.page.keyboard.press("Escape")
    run(script, "英文")
    script.page.wait_for_url(f"**/en/{page}")


def test_the_call_ends_from_a_page_without_a_form(script: Script) -> None:
    script.open("desk-call")
    script.fill(customer_name="王某某")
    script.page.goto(f"{script.address}glossary/dpd/")
    run(script, "结束")
    expect(script.page.locator(".hb-desk__status")).to_have_text("通话已结束，填写的内容都已清除。")
    assert script.stored()["session"].get("handbook.call") is None


def test_arrows_choose_and_the_field_says_what_is_chosen(script: Script) -> None:
    script.open("desk-call")
    script.page.keyboard.press("Alt+.")
    palette = script.page.get_by_role("dialog", name="命令")
    field, options = palette.get_by_role("combobox"), palette.get_by_role("option")
    script.page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", str(options.nth(1).get_attribute("id")))
    script.page.keyboard.press("ArrowUp")
    script.page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    script.page.keyboard.type("没有这个")
    expect(options).to_have_count(0)
    expect(palette.get_by_role("status")).to_have_text("没有这个命令")


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("英文", "**/en/scripts/desk-letter/"),
        ("下一篇", "**/scripts/desk-other/"),
        ("上一篇", "**/scripts/desk-call/"),
        ("打印卡片", "**/cards/desk-letter/"),
    ],
)
def test_commands_that_lead_elsewhere(script: Script, words: str, address: str) -> None:
    script.open("desk-letter")
    run(script, words)
    script.page.wait_for_url(address)


def test_the_first_script_of_a_stage_has_none_before_it(script: Script) -> None:
    script.open("desk-call")
    script.page.keyboard.press("Alt+.")
    expect(script.page.get_by_role("option", name="本阶段上一篇")).to_have_count(0)
    expect(script.page.get_by_role("option", name="本阶段下一篇")).to_have_count(1)


def test_the_link_is_copied_without_anything_typed(script: Script) -> None:
    script.open("desk-call")
    script.fill(customer_name="王某某")
    script.page.goto(f"{script.page.url}?x=1#amount")
    run(script, "链接")
    expect(script.status).to_contain_text("已复制")
    assert script.copied() == f"{script.address}scripts/desk-call/"


def test_the_last_promise_goes_to_the_cursor_or_else_to_the_clipboard(script: Script) -> None:
    script.open("desk-call")
    run(script, "承诺")
    expect(script.status).to_contain_text("还没有承诺")
    script.fill(promise_amount="1860", promise_date="11-30")
    script.open("desk-letter")
    script.field("note_one").press_sequentially("他说：")
    run(script, "承诺")
    expect(script.field("note_one")).to_have_value("他说：承诺2026年11月30日（星期一）还1,860.00元")
    script.page.locator("h1").click()
    run(script, "承诺")
    expect(script.status).to_contain_text("已复制")
    assert script.copied() == "承诺2026年11月30日（星期一）还1,860.00元"


def test_the_call_ends_from_the_palette_too(script: Script) -> None:
    script.open("desk-call")
    script.fill(customer_name="王某某")
    run(script, "结束")
    expect(script.field("customer_name")).to_have_value("")
