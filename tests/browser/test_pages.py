"""Every type of page, in both languages, on phone and desktop, light and dark: accessible, strict, self-contained."""

from __future__ import annotations

import gzip
import re
import time
from typing import TYPE_CHECKING, Literal

import pytest
from tests.accessibility import SCHEMES, scheme_of, violations_in_schemes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page, Route, ViewportSize

PAGES = {
    "home": "",
    "term": "glossary/roll-rate/",
    "script": "scripts/first-reminder-m1/",
    "message": "scripts/due-date-sms/",
    "letter": "scripts/plan-confirmation-letter/",
    "regulation": "regulations/cn-pipl/",
    "case": "cases/card-m2-job-loss/",
    "branching": "cases/branch-card-m1-first-call/",
    "lesson": "training/active-listening/",
    "guide": "guide/process/",
    "index": "glossary/",
    "group": "glossary/groups/metrics/",
    "comparison": "compare/contact-hours/",
    "form": "toolkit/observer-form/",
    "calculator": "toolkit/may-i-call/",
    "offline": "toolkit/offline/",
    "downloads": "toolkit/downloads/",
    "rules": "contributing/rules/",
    "authors": "contributing/script/",
}
SIZES: dict[str, ViewportSize] = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 900}}


@pytest.fixture(params=["zh", "en"])
def prefix(request: pytest.FixtureRequest) -> str:
    return "" if request.param == "zh" else "en/"


@pytest.fixture(params=SIZES)
def context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=SIZES[request.param], bypass_csp=False)
    yield context
    context.close()


def visit(context: BrowserContext, url: str) -> tuple[Page, list[str]]:
    """Open a page; returns it with all that the browser complained of: CSP, failed loads, script errors."""
    complaints: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text) if message.type != "log" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "request",
        lambda request: complaints.append(f"to another host: {request.url}") if foreign(request.url) else None,
    )
    page.goto(url)
    page.wait_for_load_state("networkidle")
    return page, complaints


def foreign(url: str) -> bool:
    return not url.startswith(("http://127.0.0.1:", "data:", "blob:"))


@pytest.mark.parametrize("name", PAGES)
def test_page(name: str, prefix: str, context: BrowserContext, address: str) -> None:
    page, complaints = visit(context, f"{address}{prefix}{PAGES[name]}")
    assert violations_in_schemes(page) == []
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow == 0, "the page scrolls sideways"
    assert complaints == []


def test_an_address_without_a_page_leads_on_in_both_languages(context: BrowserContext, address: str) -> None:
    page, complaints = visit(context, f"{address}404.html")
    assert complaints == []
    assert violations_in_schemes(page) == []
    links = page.locator("article a, .hb-language").evaluate_all("(links) => links.map(({ href }) => href)")
    assert {address, f"{address}en/", f"{address}glossary/", f"{address}en/glossary/"} <= set(links)
    for link in links:
        assert page.request.get(link).ok, link


def test_a_dark_system_gets_a_dark_page_and_the_same_print(browser: Browser, address: str) -> None:
    systems: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    printed = []
    for system, scheme in zip(systems, SCHEMES.items(), strict=True):
        context = browser.new_context(color_scheme=system, reduced_motion="reduce")
        page, _ = visit(context, f"{address}{PAGES['script']}")
        assert scheme_of(page) == scheme
        page.emulate_media(media="print")
        printed.append(
            page.evaluate(
                """() => Array.from(document.querySelectorAll(".md-content *"), (each) => {
                  const { color, backgroundColor, borderColor } = getComputedStyle(each);
                  return [each.className, color, backgroundColor, borderColor].join();
                })"""
            )
        )
        context.close()
    assert printed[0] == printed[1]


@pytest.mark.parametrize("name", PAGES)
def test_no_layout_shift(name: str, context: BrowserContext, address: str) -> None:
    """Not even where what belongs to a page comes late."""

    def late(route: Route) -> None:
        time.sleep(0.1)
        route.continue_()

    context.route(re.compile(r"\.(?:css|js|svg)$"), late)
    page, _ = visit(context, f"{address}{PAGES[name]}")
    shift = page.evaluate(
        """() => new Promise((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
            .observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(sum), 200);
        })"""
    )
    assert shift == 0


@pytest.mark.parametrize("name", PAGES)
def test_first_view_is_light(name: str, browser: Browser, address: str) -> None:
    context = browser.new_context()
    sizes: list[int] = []
    page = context.new_page()
    page.on("response", lambda response: sizes.append(len(gzip.compress(response.body()))))
    page.goto(f"{address}{PAGES[name]}")
    page.wait_for_load_state("networkidle")
    context.close()
    assert len(sizes) >= 4
    assert sum(sizes) <= 250_000


@pytest.mark.parametrize("name", PAGES)
def test_reads_without_javascript(name: str, browser: Browser, address: str, prefix: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{prefix}{PAGES[name]}")
    assert page.locator("h1").is_visible()
    assert len(page.locator(".hb-main").inner_text()) > 100
    assert page.locator(".md-tabs a, .md-nav a").count() >= 8
    context.close()
