"""From a search to the copied text with both hands on the keyboard, on the real handbook, counting key presses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

MOST = 12
"""Presses beside the words that are typed and the arrows that choose a value."""


class Keyboard:
    """Counts presses; what is typed into a field does not count."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.presses = 0

    def press(self, key: str) -> None:
        self.presses += 1
        self.page.keyboard.press(key)

    def open_by_search(self, query: str, script: str) -> None:
        self.press("Control+k")
        self.page.keyboard.type(query)
        best = self.page.locator("dialog.hb-search [role=row]").first
        expect(best.locator(f"a[href*='/scripts/{script}/']")).to_have_count(1)
        self.press("Enter")
        self.page.wait_for_url(f"**/scripts/{script}/**")

    def fill_in(self) -> None:
        """The example of each blank, and Enter, until nothing is left to fill in."""
        self.press("Alt+i")
        field = self.page.locator("[data-type]:focus")
        while field.count() and not field.input_value():
            if field.evaluate("field => field.tagName") == "SELECT":
                self.page.keyboard.press("ArrowDown")
            else:
                self.page.keyboard.type(str(field.get_attribute("data-example")))
            self.press("Enter")


@pytest.fixture
def keyboard(browser: Browser, address: str) -> Iterator[Keyboard]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address)
    yield Keyboard(page)
    context.close()


def copied(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize(
    ("home", "query", "script"),
    [
        ("", "M1短信", "m1-reminder-sms"),
        ("", "M2短信", "m2-m3-sms"),
        ("en/", "m2 text", "m2-m3-sms"),
        ("en/", "instalment sms", "plan-instalment-reminder-sms"),
    ],
)
def test_a_message_is_found_filled_in_and_copied(keyboard: Keyboard, home: str, query: str, script: str) -> None:
    page = keyboard.page
    page.goto(page.url + home)
    keyboard.open_by_search(query, script)
    keyboard.fill_in()
    expect(page.locator("[data-status]")).to_contain_text("Copied" if home else "已复制")
    assert ("Example Bank" if home else "示例银行") in copied(page)
    assert keyboard.presses <= MOST


def test_the_longest_message_of_a_second_call(keyboard: Keyboard) -> None:
    """Ten blanks, of which three are known: what anybody may know was kept when the call before it ended."""
    page, home = keyboard.page, keyboard.page.url
    page.goto(f"{home}scripts/due-date-sms/")
    keyboard.fill_in()
    page.get_by_label("结束后保留公开项").check()
    page.keyboard.press("Alt+x")
    page.goto(home)
    keyboard.presses = 0
    keyboard.open_by_search("到期提醒短信", "due-date-sms")
    keyboard.fill_in()
    expect(page.locator("[data-status]")).to_contain_text("已复制")
    assert "示例银行" in copied(page)
    assert keyboard.presses <= MOST
