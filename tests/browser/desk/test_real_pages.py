"""The desk on the real handbook's pages: accessible while at work, strict, light; readable without scripts."""

from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from tests.accessibility import violations_in_schemes
from tests.browser.test_pages import SIZES, visit
from tools.pictures import fill_with_examples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

PHONE, LETTER, SMS = "first-reminder-m1", "plan-confirmation-letter", "due-date-sms"
LIMIT = 30_000
"""Bytes of the page's script, compressed."""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("script", [PHONE, LETTER])
def test_accessible_strict_and_in_bounds_while_at_work(
    browser: Browser, address: str, script: str, language: str, size: str
) -> None:
    context = browser.new_context(viewport=SIZES[size], bypass_csp=False, permissions=["clipboard-write"])
    page, complaints = visit(context, f"{address}{'' if language == 'zh' else 'en/'}scripts/{script}/")

    def check(moment: str) -> None:
        assert violations_in_schemes(page) == [], moment
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert overflow == 0, f"{moment}: the page scrolls sideways"

    page.keyboard.press("Alt+c")
    check("with refused fields")
    fill_with_examples(page)
    check("filled")
    if size == "phone":
        for fold in page.locator("details.hb-fold summary").all():
            fold.click()
        check("unfolded")
    if script == PHONE:
        page.keyboard.press("Alt+g")
        page.keyboard.press("1")
        check("guided call")
        page.keyboard.press("0")
        check("unsaid items")
        page.keyboard.press("0")
        check("log")
    else:
        page.locator("[data-command=letter]").click()
        check("sheet")
        page.keyboard.press("Escape")
    page.keyboard.press("Alt+.")
    check("palette")
    assert complaints == []
    context.close()


def spoken_in(script: dict[str, Any]) -> Iterator[str]:
    for step in script["steps"]:
        for line in step["lines"]:
            if line["kind"] in ("say", "send"):
                yield line["text"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_plain_text_is_what_the_exports_hold(browser: Browser, address: str, site: Path, language: str) -> None:
    """Two writers of one format, in Python and on the page: they must agree on every script."""
    exported = json.loads((site / "downloads" / f"scripts.{language}.json").read_text(encoding="utf-8"))
    spoken = {each["id"]: list(spoken_in(each)) for each in exported["scripts"]}
    page = browser.new_page()
    page.goto(address)
    on_pages: dict[str, Any] = page.evaluate(
        """async ([ids, language]) => {
          const { textOf } = await import("/assets/js/desk/passages.js");
          const found = {};
          for (const id of ids) {
            const html = await (await fetch(`/${language === "zh" ? "" : "en/"}scripts/${id}/`)).text();
            const blocks = new DOMParser().parseFromString(html, "text/html").querySelectorAll(".hb-say, .hb-send");
            found[id] = [...blocks].map((block) => textOf(block, (name) => `{{ ${name} }}`, language).plain);
          }
          return found;
        }""",
        [list(spoken), language],
    )
    page.close()
    assert on_pages == spoken


def test_the_script_of_the_page_is_light(site: Path) -> None:
    assert len(gzip.compress((site / "assets/js/desk/desk.js").read_bytes())) <= LIMIT
    assert "desk/desk.js" not in (site / "glossary/index.html").read_text(encoding="utf-8")


def test_a_key_changes_nothing_but_what_it_fills_in(browser: Browser, desk: str) -> None:
    """With twenty fields as with one: what a key costs does not grow with the form."""
    page = browser.new_page()
    page.goto(f"{desk}scripts/desk-letter/")
    assert page.locator("[data-type]").count() == 20
    page.locator("#fill-note_one").focus()
    # In one go, so that what else goes on in the page (the theme still setting itself up) is not taken for an answer.
    changed: list[str] = page.locator("#fill-note_one").evaluate(
        """(field) => {
          const observer = new MutationObserver(() => {});
          observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
          field.value = "一";
          field.dispatchEvent(new Event("input", { bubbles: true }));
          const targets = observer.takeRecords().map(({ target }) => (target.closest ? target : target.parentElement));
          return [...new Set(targets.map(({ outerHTML }) => outerHTML))];
        }"""
    )
    assert sorted(re.sub(r"(?s)<(\w+)([^>]*)>.*", r"\1\2", each) for each in changed) == [
        'p class="hb-desk__quote" data-quote="" aria-hidden="true"',
        'span data-filled=""',
        'var class="hb-placeholder hb-placeholder--filled" data-placeholder="note_one"',
    ]
    page.close()


def test_a_phone_begins_with_the_form_and_a_desktop_has_what_must_be_said_beside_it(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(viewport=SIZES["phone"], has_touch=True, is_mobile=True)
    page.goto(f"{address}scripts/{PHONE}/")
    first = page.locator("[data-type]").first
    expect(first).to_be_in_viewport(ratio=1)
    must_say = page.locator(".hb-must li").first
    expect(must_say).to_be_hidden()
    page.locator(".hb-must summary").click()
    expect(must_say).to_be_visible()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.get_by_role("button", name="到空项").click()
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport(ratio=1)
    page.set_viewport_size(SIZES["desktop"])
    expect(must_say).to_be_visible()
    page.close()


def test_what_is_typed_is_in_sight_above_the_keyboard_of_a_phone(browser: Browser, address: str) -> None:
    """A keyboard leaves about 400 of 844 pixels."""
    page = browser.new_page(viewport={"width": 390, "height": 400}, has_touch=True, is_mobile=True)
    page.goto(f"{address}scripts/{PHONE}/")
    for field in page.locator("[data-type]").all():
        field.focus()
        box, header = field.bounding_box(), page.locator(".md-header").bounding_box()
        hint = page.locator("[data-hint]").bounding_box()
        assert box
        assert header
        assert hint
        assert box["y"] >= header["y"] + header["height"]
        assert box["y"] >= hint["y"] + hint["height"]
        assert box["y"] + box["height"] <= 400
    page.close()


@pytest.mark.parametrize("script", [PHONE, LETTER, SMS])
def test_reads_as_before_without_javascript(browser: Browser, address: str, script: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{address}scripts/{script}/")
    expect(page.locator(".hb-desk")).to_be_hidden()
    expect(page.locator("var.hb-placeholder").first).to_be_visible()
    expect(page.locator(".hb-placeholders dt").first).to_be_visible()
    expect(page.locator(".hb-must li").first).to_be_visible()
    page.set_viewport_size(SIZES["phone"])
    page.locator(".hb-must summary").click()
    expect(page.locator(".hb-must li").first).to_be_visible()
    page.close()


def test_the_desk_works_from_the_file_system(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "scripts" / SMS / "index.html").as_uri())
    page.locator("#fill-customer_name").fill("王某某")
    expect(page.locator(".hb-send var[data-placeholder=customer_name]")).to_have_text("王某某")
    for command, way in (("打印卡片", f"cards/{SMS}"), ("本阶段下一篇", "scripts/first-payment-email")):
        page.keyboard.press("Alt+.")
        page.keyboard.type(command)
        page.keyboard.press("Enter")
        page.wait_for_url((site / way / "index.html").as_uri())
        page.go_back()
    page.close()
