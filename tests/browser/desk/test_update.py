"""A new version of the handbook while a call is on: it is offered, and waits; nothing that was typed is lost."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

OLD, NEW = "引导电话", "新的一版"
KEEP = "navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready).then(() => true)"
LOOK = "async () => { await (await navigator.serviceWorker.getRegistration()).update(); }"


@pytest.fixture
def page(browser: Browser, small_site: Path, tmp_path: Path) -> Iterator[Page]:
    """A script kept on the device, with a name typed in, when a new version of the site is put on the server."""
    site = Path(shutil.copytree(small_site, tmp_path / "site"))
    with serving(site) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{address}scripts/desk-call/")
        page.evaluate(KEEP)
        page.reload()
        page.locator("#fill-customer_name").press_sequentially("王")
        change(site / "scripts/desk-call/index.html", f"{OLD}</h1>", f"{NEW}</h1>")
        change(site / "sw.js", r'(?<=VERSION = ")\w+', "next")
        page.evaluate(LOOK)
        yield page
        context.close()


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    changed = re.sub(old, new, text)
    assert changed != text
    file.write_text(changed, encoding="utf-8")


def notice(page: Page) -> Locator:
    return page.locator(".hb-update")


def test_it_waits_while_typing_goes_on_and_comes_when_asked_for(page: Page) -> None:
    expect(notice(page)).to_contain_text("手册有新版本")
    page.keyboard.type("某某")
    expect(page.locator("#fill-customer_name")).to_have_value("王某某")
    expect(page.locator("h1")).to_have_text(OLD)
    notice(page).get_by_role("button", name="现在更新").click()
    expect(page.locator("h1")).to_have_text(NEW)
    expect(page.locator("#fill-customer_name")).to_have_value("王某某")


def test_it_can_be_put_off(page: Page) -> None:
    notice(page).get_by_role("button", name="以后再说").click()
    expect(notice(page)).to_have_count(0)
    page.reload()
    expect(page.locator("h1")).to_have_text(OLD)
    expect(notice(page)).to_have_count(1)
