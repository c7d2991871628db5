"""Where a review stands is decided on the day on which a page is viewed, wherever a script is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from tests.browser.desk.conftest import Script


@pytest.mark.parametrize(
    ("day", "letter", "other"),
    [
        ("2026-10-31", "已复核 2026-05-01", "已复核 2026-05-01"),
        ("2026-11-01", "已复核 2026-05-01", "已复核 2026-05-01"),
        ("2026-11-26", "已复核 2026-05-01", "复核到期 2026-11-01"),
        ("2026-12-02", "复核到期 2026-12-01", "复核到期 2026-11-01"),
    ],
)
def test_the_same_site_tells_the_truth_on_every_day(script: Script, day: str, letter: str, other: str) -> None:
    script.page.clock.set_fixed_time(f"{day}T12:00:00+08:00")
    for name, state in (("desk-letter", letter), ("desk-other", other), ("desk-call", "尚无人工复核记录")):
        script.open(name)
        expect(script.page.locator(".hb-head [data-hb-review]")).to_have_text(state)
    script.page.goto(f"{script.address}scripts/")
    for name, state in (("desk-letter", letter), ("desk-other", other), ("desk-call", "尚无人工复核记录")):
        expect(script.page.locator(f"li:has(a[href*='{name}/']) [data-hb-review]")).to_have_text(state)


def test_in_english(script: Script) -> None:
    script.open("desk-other", "en")
    expect(script.page.locator(".hb-head [data-hb-review]")).to_have_text("Review due 2026-11-01")


def test_without_scripts_the_record_holds_only_what_is_true_on_any_day(browser: Browser, desk: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{desk}scripts/desk-other/")
    expect(page.locator(".hb-record")).to_contain_text("2026年5月1日 · 合规岗")
    expect(page.locator(".hb-record")).to_contain_text("下次复核 2026年11月1日")
    expect(page.locator(".hb-head [data-hb-review]")).to_have_text("已复核 2026-05-01")
    page.close()


@pytest.mark.parametrize(
    ("day", "letter", "other"),
    [
        ("2026-11-01", "已复核 2026-05-01", "已复核 2026-05-01"),
        ("2026-12-02", "复核到期 2026-12-01", "复核到期 2026-11-01"),
    ],
)
def test_rows_of_search_say_it_too(script: Script, day: str, letter: str, other: str) -> None:
    script.page.clock.set_fixed_time(f"{day}T12:00:00+08:00")
    script.page.goto(script.address)
    script.page.keyboard.press("/")
    for name, title, state in (
        ("desk-letter", "信函", letter),
        ("desk-other", "另一篇", other),
        ("desk-call", "引导电话", "未经复核"),
    ):
        script.page.locator(".hb-search input").fill(title)
        expect(script.page.locator(f".hb-hit:has(a[href$='/{name}/']) .hb-hit__review").first).to_have_text(state)


def test_a_row_of_search_in_english(script: Script) -> None:
    script.page.goto(f"{script.address}en/")
    script.page.keyboard.press("/")
    script.page.locator(".hb-search input").fill("another script")
    expect(script.page.locator(".hb-hit__review").first).to_have_text("Review due 2026-11-01")
