"""The form of a script: what is typed stands in the text, in the order of speech, and stays in this tab."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext
    from tests.browser.desk.conftest import Script

SPOKEN = [
    *("institution_name", "customer_name", "salutation", "amount_due", "due_date", "days_past_due"),
    *("promise_date", "promise_amount", "payment_channel", "service_phone"),
]


def test_tab_follows_the_order_of_speech(script: Script) -> None:
    script.open("desk-call")
    script.page.keyboard.press("Alt+i")
    for name in SPOKEN:
        expect(script.field(name)).to_be_focused()
        script.page.keyboard.press("Tab")


def test_each_field_has_label_help_and_example_of_the_dictionary(script: Script) -> None:
    script.open("desk-call", "en")
    field = script.page.get_by_label("Days past due")
    expect(field).to_have_accessible_description(re.compile("As the system shows"))
    field.focus()
    expect(script.page.locator("[data-hint]")).to_have_text("As the system shows Example: 16")
    expect(script.field("salutation").locator("option")).to_have_text(["", "Mr", "Ms"])
    script.open("desk-letter")
    expect(script.field("fee_waiver_amount")).to_have_value("0.00")


def test_what_is_typed_stands_in_the_text_at_once(script: Script) -> None:
    script.open("desk-call")
    expect(script.place("customer_name")).to_have_text("客户姓名")
    script.field("customer_name").press_sequentially("王")
    expect(script.place("customer_name")).to_have_text("王")
    script.field("amount_due").press_sequentially("18600")
    expect(script.place("amount_due")).to_have_text("18,600.00")
    script.field("amount_due").fill("")
    expect(script.place("amount_due")).to_have_text("应还金额")


def test_on_a_wide_screen_the_form_quotes_the_sentence_of_the_field(script: Script) -> None:
    script.open("desk-call")
    quoted = script.page.locator("[data-quote]")
    expect(quoted).to_be_empty()
    script.field("customer_name").press_sequentially("王")
    expect(quoted).to_contain_text("王")
    sentence = quoted.text_content() or ""
    paragraphs = script.page.locator(".hb-say p").all_text_contents()
    assert any(sentence in each for each in paragraphs)
    assert sentence.count("。") <= 1
    script.page.set_viewport_size({"width": 390, "height": 844})
    expect(quoted).to_be_hidden()


@pytest.mark.parametrize(
    ("language", "typed", "day", "written"),
    [
        ("zh", "下周五", "2026-12-04", "2026年12月4日（星期五）"),
        ("zh", "明天", "2026-11-27", "2026年11月27日（星期五）"),
        ("en", "next Friday", "2026-12-04", "Friday, 4 December 2026"),
    ],
)
def test_a_day_is_shown_with_its_weekday(script: Script, language: str, typed: str, day: str, written: str) -> None:
    script.open("desk-call", language)
    script.fill(promise_date=typed)
    expect(script.field("promise_date")).to_have_value(day)
    expect(script.note("promise_date")).to_have_text(written)
    expect(script.place("promise_date")).to_have_text(written)


def test_a_letter_has_the_date_without_its_weekday(script: Script) -> None:
    script.open("desk-letter")
    script.fill(due_date="11-7")
    expect(script.place("due_date")).to_have_text("2026年11月7日")


@pytest.mark.parametrize(
    ("name", "bad", "message"),
    [
        ("customer_name", "<img src=x onerror=document.title='!'>", "网页标记"),
        ("customer_name", "{{ amount_due }}", "双层花括号"),
        ("customer_name", "长" * 10_000, "至多30个字"),
        ("promise_date", "2026-02-30", "2026年2月没有30日"),
        ("promise_amount", "-1860", "不能是负数"),
        ("promise_amount", "1,2345", "逗号"),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_not_lost(script: Script, name: str, bad: str, message: str) -> None:
    script.open("desk-call")
    title = script.page.title()
    script.fill(**{name: bad})
    expect(script.note(name)).to_contain_text(message)
    expect(script.field(name)).to_have_attribute("aria-invalid", "true")
    expect(script.field(name)).to_have_accessible_description(re.compile(re.escape(message)))
    expect(script.status).to_contain_text(message)
    expect(script.field(name)).to_have_value(bad)
    assert bad not in script.page.locator(".hb-main").inner_text()
    script.page.reload()
    expect(script.field(name)).to_have_value(bad)
    assert script.page.title() == title
    assert script.page.locator("img").count() == 0


def test_a_message_goes_as_soon_as_the_value_is_right(script: Script) -> None:
    script.open("desk-call")
    script.fill(promise_amount="-5")
    script.field("promise_amount").fill("5")
    expect(script.note("promise_amount")).to_have_text("")
    expect(script.field("promise_amount")).not_to_have_attribute("aria-invalid", "true")


def test_pastes_from_a_spreadsheet_and_a_chat_are_taken_for_what_they_are(script: Script) -> None:
    script.open("desk-call")
    script.paste("amount_due", "１８，６００.00\t\r\n")
    expect(script.field("amount_due")).to_have_value("18,600.00")
    script.paste("promise_amount", "1,000.00\t2,000.00\r\n")
    expect(script.note("promise_amount")).to_contain_text("不止一个数")
    script.paste("customer_name", "\u200b王某某\u2005\r\n")
    expect(script.field("customer_name")).to_have_value("王某某")


def test_enter_goes_to_the_next_empty_field_and_not_while_composing(script: Script) -> None:
    script.open("desk-call")
    script.fill(customer_name="王某某")
    script.page.keyboard.press("Alt+i")
    script.page.keyboard.type("示例银行")
    script.field("institution_name").evaluate(
        "field => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))"
    )
    expect(script.field("institution_name")).to_be_focused()
    script.page.keyboard.press("Enter")
    expect(script.field("salutation")).to_be_focused()


def test_enter_stays_at_a_field_that_is_wrong(script: Script) -> None:
    script.open("desk-call")
    script.field("amount_due").fill("-1")
    script.page.keyboard.press("Enter")
    expect(script.field("amount_due")).to_be_focused()
    expect(script.note("amount_due")).to_have_text("不能是负数")


def test_a_click_on_a_placeholder_leads_to_its_field(script: Script) -> None:
    script.open("desk-call")
    script.place("due_date").click()
    expect(script.field("due_date")).to_be_focused()


def test_sensitive_values_are_masked_until_asked_for(script: Script) -> None:
    script.open("desk-letter")
    script.fill(income_details="每月示例元")
    masked = "field => getComputedStyle(field).webkitTextSecurity"
    assert script.field("income_details").evaluate(masked) == "disc"
    expect(script.place("income_details")).to_have_text("••••")
    script.page.get_by_role("button", name="显示敏感内容").click()
    assert script.field("income_details").evaluate(masked) == "none"
    expect(script.place("income_details")).to_have_text("每月示例元")


def test_values_carry_over_to_the_next_script_and_language_of_the_call(script: Script) -> None:
    script.open("desk-call")
    script.fill(customer_name="王某某", promise_date="明天", salutation="ms")
    script.open("desk-other")
    expect(script.place("customer_name")).to_have_text("王某某")
    script.open("desk-letter", "en")
    expect(script.place("promise_date")).to_have_text("27 November 2026")
    expect(script.place("salutation")).to_have_text("Ms")


def test_values_live_in_this_tab_alone_and_go_with_one_key(script: Script, context: BrowserContext) -> None:
    script.open("desk-call")
    script.fill(customer_name="王某某", institution_name="示例银行")
    kept = script.stored()
    assert "王某某" in str(kept["session"])
    assert [kept["cookies"], kept["databases"], kept["caches"]] == ["", 0, []]
    assert "王某某" not in str(kept["local"])
    other = context.new_page()
    other.goto("scripts/desk-call/")
    expect(other.locator("#fill-customer_name")).to_have_value("")
    script.page.keyboard.press("Alt+x")
    expect(script.field("customer_name")).to_have_value("")
    expect(script.place("customer_name")).to_have_text("客户姓名")
    expect(script.status).to_have_text("通话已结束，填写的内容都已清除。")
    assert script.stored()["session"].get("handbook.call") is None
    script.page.reload()
    expect(script.field("institution_name")).to_have_value("")


def test_what_anybody_may_know_can_be_kept_for_the_next_call(script: Script) -> None:
    script.open("desk-call")
    script.fill(customer_name="王某某", institution_name="示例银行")
    script.page.get_by_label("结束后保留公开项").check()
    script.page.keyboard.press("Alt+x")
    expect(script.field("institution_name")).to_have_value("示例银行")
    expect(script.field("customer_name")).to_have_value("")
    assert "王某某" not in str(script.stored())


def test_no_value_is_in_an_address_or_a_request(script: Script) -> None:
    script.open("desk-sms")
    script.fill()
    script.page.keyboard.press("Alt+c")
    script.page.keyboard.press("Alt+.")
    script.page.keyboard.type("上一篇")
    script.page.keyboard.press("Enter")
    script.page.wait_for_url("**/desk-other/")
    assert not [url for url in script.requests if re.search("%E7%8E%8B|王|18600|4000000", url)]
    assert "王" not in script.stored()["url"]


def test_without_session_storage_the_form_works_as_long_as_the_page(script: Script) -> None:
    script.page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    script.open("desk-call")
    script.fill(customer_name="王某某")
    expect(script.place("customer_name")).to_have_text("王某某")
    script.page.keyboard.press("Alt+x")
    expect(script.place("customer_name")).to_have_text("客户姓名")
