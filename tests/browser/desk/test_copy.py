"""Copying: only what is said or sent, never with something missing, and nothing that was not seen before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from tests.browser.desk.conftest import Script

SMS = (
    "示例银行提醒：王某某女士，应还18,600.00元，最低还款额1,860.00元，2026年11月7日到期，"
    "可用手机银行还款。请致电400-000-0000。"
)


def test_a_message_is_copied_without_what_is_for_the_agent(script: Script) -> None:
    script.open("desk-sms")
    script.fill()
    script.fill(minimum_amount="1860")
    script.page.keyboard.press("Alt+c")
    expect(script.status).to_contain_text("已复制")
    assert script.copied() == SMS
    assert script.copied("text/html") == ""


def test_a_missing_value_blocks_has_the_focus_and_is_named(script: Script) -> None:
    script.open("desk-sms")
    script.page.evaluate("navigator.clipboard.writeText('as before')")
    script.fill()
    script.fill(customer_name="", amount_due="-5")
    script.page.keyboard.press("Alt+c")
    expect(script.field("customer_name")).to_be_focused()
    expect(script.note("customer_name")).to_have_text("必填")
    expect(script.status).to_have_text("没有复制，还差2项：客户姓名、应还金额")
    assert script.status.get_attribute("role") == "status"
    assert script.copied() == "as before"


def test_an_empty_optional_value_takes_its_passage_along_once_the_reader_agrees(script: Script) -> None:
    script.open("desk-sms")
    script.page.evaluate("navigator.clipboard.writeText('as before')")
    script.fill()
    script.page.keyboard.press("Alt+c")
    expect(script.status).to_contain_text("再按一次就复制。，最低还款额最低还款额元")
    assert script.copied() == "as before"
    script.page.keyboard.press("Alt+c")
    expect(script.status).to_contain_text("已复制")
    assert script.copied() == SMS.replace("，最低还款额1,860.00元", "")


def test_what_will_be_left_out_is_struck_out(script: Script) -> None:
    script.open("desk-sms", "en")
    ranges = "[...CSS.highlights.get('hb-left-out') ?? []].map(String)"
    assert script.page.evaluate(ranges) == []
    script.fill(customer_name="Wang")
    assert script.page.evaluate(ranges) == [" (minimum CNY Minimum payment)"]
    script.fill(minimum_amount="5")
    assert script.page.evaluate(ranges) == []


def test_a_letter_is_copied_plain_and_with_emphasis_and_says_its_review(script: Script) -> None:
    script.open("desk-letter")
    script.fill()
    script.page.keyboard.press("Alt+c")
    expect(script.status).to_contain_text("已复制")
    plain, rich = script.copied(), script.copied("text/html")
    assert plain.startswith(
        "通知\n\n王某某女士：\n\n截至2026年11月7日，您应还18,600.00元，减免0.00元。收入：每月示例元。年利率12.5%"
    )
    lists = "- 一、二\n- 三、四、五、六\n\n另：\n\n1. 19天\n2. 2026年11月30日还1,860.00元\n3. "
    assert f"见《个人信息保护法》第13条。\n\n{lists}" in plain
    assert re.search(r"\n\nscript:desk-letter · [0-9a-f]{16} · 已复核 2026-05-01$", plain)
    assert "<strong>通知</strong>" in rich
    assert "<li>19天</li>" in rich
    assert not re.search(r"<(?!/?(?:p|strong|em|ul|ol|li|br|meta)\b)|class=|href=|不发给别人", rich)


def test_a_letter_that_is_due_for_review_says_so(script: Script) -> None:
    script.page.clock.set_fixed_time("2026-12-02T10:00:00+08:00")
    script.open("desk-letter")
    script.fill()
    script.page.keyboard.press("Alt+c")
    expect(script.status).to_contain_text("已复制")
    assert script.copied().endswith("复核到期 2026-12-01")


def test_the_last_line_is_on_for_letters_and_off_for_messages(script: Script) -> None:
    script.open("desk-letter")
    expect(script.page.get_by_label("附编号与复核状态")).to_be_checked()
    script.open("desk-sms")
    expect(script.page.get_by_label("附编号与复核状态")).not_to_be_checked()
    script.page.get_by_label("附编号与复核状态").check()
    script.fill()
    script.fill(minimum_amount="1860")
    script.page.keyboard.press("Alt+c")
    expect(script.status).to_contain_text("已复制")
    assert re.fullmatch(re.escape(SMS) + r"\n\nscript:desk-sms · [0-9a-f]{16} · 未经复核", script.copied())


def test_one_thing_that_is_said_is_copied_by_its_own_button(script: Script) -> None:
    script.open("desk-call")
    script.fill(service_phone="400-000-0000")
    script.page.locator("#close ~ .hb-say .hb-copy").click()
    expect(script.status).to_contain_text("已复制")
    assert script.copied() == "有事请打400-000-0000。"


@pytest.mark.parametrize(("language", "expected"), [("zh", "2条"), ("en", "1 segment")])
def test_a_text_message_is_counted_while_it_is_typed(script: Script, language: str, expected: str) -> None:
    script.open("desk-sms", language)
    script.fill()
    script.fill(institution_name="Bank", customer_name="Wang", payment_channel="the app", minimum_amount="1860")
    expect(script.page.locator("[data-length]")).to_contain_text(expected)
    if language == "en":
        script.fill(customer_name="王")
        expect(script.page.locator("[data-length]")).to_contain_text("“王”: 70 a segment")


def test_a_value_is_never_markup_in_what_is_copied(script: Script) -> None:
    script.open("desk-letter")
    script.fill()
    script.fill(note_one="1 < 2 & 3 > 2")
    script.page.keyboard.press("Alt+c")
    expect(script.status).to_contain_text("已复制")
    assert "1 &lt; 2 &amp; 3 &gt; 2" in script.copied("text/html")
    assert "1 < 2 & 3 > 2" in script.copied()


def test_a_letter_is_seen_and_printed_as_a_sheet(script: Script) -> None:
    script.open("desk-letter")
    script.page.get_by_role("button", name="打印信函").click()
    expect(script.page.locator("dialog.hb-letter")).to_have_count(0)
    expect(script.status).to_contain_text("没有复制")
    script.fill()
    script.page.get_by_role("button", name="打印信函").click()
    sheet = script.page.locator("dialog.hb-letter article")
    expect(sheet).to_contain_text("您应还18,600.00元")
    expect(sheet).not_to_contain_text("不发给别人")
    script.page.emulate_media(media="print")
    for outside in (".md-header", "h1", ".hb-desk", ".hb-letter__tools"):
        expect(script.page.locator(outside).first).to_be_hidden()
    expect(sheet).to_be_visible()
    box = sheet.bounding_box()
    assert box
    assert box["y"] >= 0
    script.page.emulate_media(media="screen")
    script.page.keyboard.press("Escape")
    expect(script.page.locator("dialog.hb-letter")).to_have_count(0)


def test_where_the_clipboard_is_closed_the_older_way_is_taken(script: Script) -> None:
    script.page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    script.open("desk-sms")
    script.fill()
    script.fill(minimum_amount="1860")
    script.page.keyboard.press("Alt+c")
    expect(script.status).to_contain_text("已复制")


def test_where_nothing_may_copy_the_text_is_there_to_be_taken(script: Script) -> None:
    script.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined }); document.execCommand = () => false;"
    )
    script.open("desk-sms")
    script.fill()
    script.fill(minimum_amount="1860")
    script.page.keyboard.press("Alt+c")
    expect(script.status.locator("textarea")).to_have_value(SMS)
    expect(script.status.locator("textarea")).to_be_focused()
