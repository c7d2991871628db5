"""A call walked by keys: branches, the way back, what must be said, and the line for the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import Locator, expect

if TYPE_CHECKING:
    from tests.browser.desk.conftest import Script

HEADINGS = {"opening": "开场", "amount": "说金额", "promise": "复述", "close": "收尾"}


def shows(script: Script, step: str) -> None:
    """That step alone is in sight, and its heading has the focus."""
    for each in HEADINGS:
        expect(script.page.locator(f"#{each}")).to_be_visible(visible=each == step)
    expect(script.page.locator(f"#{step}")).to_be_focused()


def choices(script: Script) -> Locator:
    return script.page.locator(".hb-guide__choices button")


def trail(script: Script) -> Locator:
    return script.page.locator(".hb-guide__trail li")


def press(script: Script, *keys: str) -> None:
    for key in keys:
        script.page.keyboard.press(key)


def test_keys_walk_through_the_branches_and_back(script: Script) -> None:
    script.open("desk-call")
    press(script, "Alt+g")
    shows(script, "opening")
    expect(choices(script).locator("span")).to_have_text(["客户：我是", "他人：他不在", "客户：换一篇"])
    press(script, "1")
    shows(script, "amount")
    press(script, "1")
    shows(script, "promise")
    expect(trail(script)).to_have_text(["开场", "客户：我是 说金额", "客户：下周一 复述"])
    press(script, "Backspace", "Backspace", "2")
    shows(script, "close")
    expect(trail(script)).to_have_text(["开场", "他人：他不在 收尾"])
    press(script, "Escape")
    expect(script.page.locator("#opening")).to_be_visible()
    expect(script.page.locator(".hb-guide")).to_have_count(0)


def test_the_agent_goes_on_where_no_answer_leads(script: Script) -> None:
    script.open("desk-call")
    press(script, "Alt+g", "1", "1")
    expect(choices(script)).to_contain_text(["接着→ 收尾"])
    press(script, "1")
    shows(script, "close")
    expect(choices(script)).to_have_count(0)


def test_only_the_fields_of_the_step_are_asked_for(script: Script) -> None:
    script.open("desk-call")
    press(script, "Alt+g")
    expect(script.page.locator("[data-type]:visible")).to_have_count(3)
    press(script, "Alt+i")
    script.page.keyboard.type("示例银行")
    press(script, "Enter")
    script.page.keyboard.type("123456")
    press(script, "Enter", "ArrowDown", "Enter")
    shows(script, "opening")
    expect(script.place("customer_name")).to_have_text("123456")
    press(script, "Alt+c")
    expect(script.status).to_contain_text("已复制")
    assert script.copied() == "您好，我是示例银行的，本次通话有录音。请问是123456先生吗？"


def test_must_say_items_are_ticked_as_they_pass_and_by_key(script: Script) -> None:
    script.open("desk-call")
    press(script, "Alt+g")
    boxes = script.page.get_by_role("group", name="必须说到").get_by_role("checkbox")
    expect(boxes).to_have_count(3)
    for number in range(3):
        expect(boxes.nth(number)).not_to_be_checked()
    press(script, "1")
    expect(boxes.nth(0)).to_be_checked()
    expect(boxes.nth(1)).to_be_checked()
    press(script, "c")
    expect(boxes.nth(2)).to_be_checked()
    press(script, "c")
    expect(boxes.nth(2)).not_to_be_checked()


def test_what_is_unsaid_is_shown_before_the_end(script: Script) -> None:
    script.open("desk-call")
    press(script, "Alt+g", "2", "0")
    expect(script.page.get_by_role("heading", name="还没有说到")).to_be_focused()
    expect(script.page.locator(".hb-guide__unsaid li")).to_have_text(["投诉电话"])
    press(script, "Backspace")
    shows(script, "close")
    press(script, "0", "c")
    expect(script.page.locator(".hb-guide__unsaid li")).to_have_count(0)
    press(script, "0")
    expect(script.page.get_by_role("heading", name="登记一行")).to_be_visible()


def test_the_call_ends_with_a_line_for_the_contact_log(script: Script) -> None:
    script.open("desk-call")
    script.fill()
    press(script, "Alt+g", "1", "1", "1", "0", "0")
    log = script.page.locator(".hb-guide__log")
    expect(log.get_by_label("时刻")).to_have_value("2026-11-26 10:32")
    expect(log.get_by_label("渠道")).to_have_value("出")
    expect(log.get_by_label("结果码").locator("option")).to_have_text(["", "P4 承诺", "N1 无人接"])
    log.get_by_label("案件号").fill("A-0001")
    log.get_by_label("谁接、核身").fill("本人\t已核")
    log.get_by_label("结果码").select_option("P4 承诺")
    log.get_by_role("button", name="复制这一行").click()
    expect(script.status).to_contain_text("已复制")
    words = "“我是”“下周一”；承诺2026年11月30日（星期一）还1,860.00元，手机银行"
    assert script.copied() == f"2026-11-26 10:32 出 A-0001\t本人 已核\tP4 承诺\t{words}\t"
    log.get_by_label("案件号").fill("A-2")
    press(script, "Alt+c")
    expect(script.status).to_contain_text("出 A-2")
    log.get_by_role("button", name="结束通话").click()
    expect(script.field("customer_name")).to_have_value("")
    expect(script.page.locator(".hb-guide")).to_have_count(0)
    assert "王某某" not in str(script.stored())


def test_an_answer_leads_on_into_another_script_and_back(script: Script) -> None:
    script.open("desk-call")
    script.fill(customer_name="王某某")
    press(script, "Alt+g", "3")
    script.page.wait_for_url("**/desk-other/")
    expect(script.page.locator("#on")).to_be_focused()
    expect(script.place("customer_name")).to_have_text("王某某")
    expect(trail(script)).to_have_text(["开场", "客户：换一篇 接着说"])
    expect(script.page.get_by_role("checkbox", name="本次通话有录音")).not_to_be_checked()
    press(script, "Backspace")
    script.page.wait_for_url("**/desk-call/")
    shows(script, "opening")


def test_a_reload_and_the_other_language_lose_nothing(script: Script) -> None:
    script.open("desk-call")
    press(script, "Alt+g", "1")
    script.page.reload()
    shows(script, "amount")
    script.page.locator(".hb-language").click()
    script.page.wait_for_url("**/en/scripts/desk-call/")
    expect(script.page.locator("#amount")).to_be_focused()
    expect(trail(script)).to_have_count(2)


def test_a_link_in_the_text_is_a_step_like_any_other(script: Script) -> None:
    script.open("desk-call")
    press(script, "Alt+g")
    script.page.evaluate("document.querySelector('.hb-do').innerHTML += '<a href=\"#close\">x</a>'")
    script.page.locator(".hb-do a").click()
    shows(script, "close")


def test_keys_belong_to_the_field_that_is_typed_in(script: Script) -> None:
    script.open("desk-call")
    press(script, "Alt+g")
    script.field("customer_name").focus()
    script.page.keyboard.type("1a0")
    shows_opening = script.page.locator("#opening")
    expect(shows_opening).to_be_visible()
    expect(script.field("customer_name")).to_have_value("1a0")
