"""What readers do with the pages: by keyboard, on a phone, with filters, on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


@pytest.fixture
def desktop(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def tab_to(page: Page, selector: str, most: int = 40) -> None:
    """Press Tab until the element has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} is not reached by {most} tabs")


def test_the_drawer_opens_and_closes_by_keyboard(phone: Page, address: str) -> None:
    phone.goto(f"{address}glossary/roll-rate/")
    drawer = phone.locator(".md-sidebar--primary")
    expect(drawer).to_be_hidden()
    tab_to(phone, "[data-hb-drawer]")
    phone.keyboard.press("Enter")
    expect(drawer).to_be_visible()
    expect(phone.locator("[data-hb-drawer]")).to_have_attribute("aria-expanded", "true")
    expect(phone.locator(".md-sidebar--primary .md-nav__link[href]").first).to_be_focused()
    phone.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    expect(phone.locator("[data-hb-drawer]")).to_be_focused()


def test_a_closed_drawer_takes_no_focus(phone: Page, address: str) -> None:
    phone.goto(f"{address}glossary/roll-rate/")
    for _ in range(15):
        phone.keyboard.press("Tab")
        assert not phone.evaluate("!!document.activeElement.closest('.md-sidebar')")


def test_each_reader_is_one_click_away_from_their_place(desktop: Page, address: str) -> None:
    for section, target in (("collectors", "scripts/"), ("trainers", "training/"), ("auditors", "regulations/")):
        desktop.goto(address)
        desktop.locator(f".hb-card:has(#{section}) a[href='{target}']").click()
        expect(desktop).to_have_url(f"{address}{target}")


def test_language_switch_leads_to_the_same_page(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}scripts/first-reminder-m1/")
    desktop.locator(".hb-language").click()
    expect(desktop).to_have_url(f"{address}en/scripts/first-reminder-m1/")
    expect(desktop.locator("html")).to_have_attribute("lang", "en")
    desktop.locator(".hb-language").click()
    expect(desktop).to_have_url(f"{address}scripts/first-reminder-m1/")


def test_filters_narrow_the_list_and_say_how_many_are_left(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}scripts/")
    everything = desktop.locator(".hb-entries > li")
    total = everything.count()
    desktop.locator("select[name=channel]").select_option("sms")
    shown = desktop.locator(".hb-entries > li:visible")
    assert 0 < shown.count() < total
    expect(desktop.locator("[data-hb-count]")).to_have_text(str(shown.count()))
    assert desktop.locator(".hb-entries > li:visible[data-channel=sms]").count() == shown.count()
    desktop.locator("input[name=text]").fill("没有这样的话术")
    expect(shown).to_have_count(0)
    expect(desktop.locator(".hb-listing__none")).to_be_visible()
    desktop.locator(".hb-filters button").click()
    expect(shown).to_have_count(total)


def test_roles_in_a_script_are_told_apart_without_colour(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}scripts/first-reminder-m1/")
    labels = {
        kind: desktop.locator(f".hb-{kind} > .hb-block__label").first.inner_text()
        for kind in ("say", "hear", "do", "never")
    }
    assert len(set(labels.values())) == 4
    borders = {
        kind: desktop.locator(f".hb-{kind}").first.evaluate(
            "e => { const s = getComputedStyle(e); return s.borderLeftStyle + s.borderTopStyle + s.borderLeftWidth; }"
        )
        for kind in labels
    }
    assert len(set(borders.values())) == 4
    expect(desktop.locator("var.hb-placeholder").first).to_be_visible()


def test_must_say_and_legal_basis_stand_beside_the_words(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}scripts/first-reminder-m1/")
    aside, main = desktop.locator(".hb-aside--key").bounding_box(), desktop.locator(".hb-main").bounding_box()
    assert aside
    assert main
    assert aside["x"] >= main["x"] + main["width"]
    assert aside["y"] < main["y"] + 200
    assert desktop.locator(".hb-aside--key a[href*='regulations/']").count() >= 1


def test_a_provision_link_lands_on_its_provision(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}glossary/roll-rate/")
    desktop.locator("a[href*='cn-credit-card-measures-2011/#art-66']").first.click()
    expect(desktop).to_have_url(re.compile("#art-66$"))
    heading = desktop.locator("#art-66")
    expect(heading).to_be_in_viewport()


def test_print_leaves_out_the_frame(desktop: Page, address: str) -> None:
    desktop.goto(f"{address}scripts/first-reminder-m1/")
    desktop.emulate_media(media="print")
    for frame in (".md-header", ".md-tabs", ".md-footer"):
        expect(desktop.locator(frame).first).to_be_hidden()
    expect(desktop.locator("h1")).to_be_visible()
    expect(desktop.locator(".hb-must")).to_be_visible()
