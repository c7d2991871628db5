"""The dialog as tests find it, and what they do with it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, Route

FIELD = ".hb-search input[role=combobox]"
TITLES = ".hb-search__names .hb-hit__title"
TEXTS = ".hb-search__texts [role=row]"
CHOSEN = ".hb-hit[aria-selected=true]"
STATUS = ".hb-search [role=status]"
LANGUAGES = {"zh": "", "en": "en/"}
MODULES = ROOT / "docs/assets/js/search"
INDEX = "**/assets/search/**"
CLIENT = "**/assets/js/search/main.js"

expect.set_options(timeout=15_000)


def wait_for(page: Page, condition: str) -> None:
    """Wait until a condition of the page holds; the policy forbids Playwright's own way, which evaluates text."""
    for _ in range(100):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"never so: {condition}")


def search(page: Page, query: str) -> None:
    """Open the dialog by key and type."""
    page.wait_for_load_state()
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type(query)
    expect(page.locator(CHOSEN)).to_be_visible()


@contextmanager
def held(page: Page, pattern: str) -> Iterator[None]:
    """Files of that address arrive when the block ends, as on a slow network."""
    waiting: list[Route] = []
    is_over = False

    def answer(route: Route) -> None:
        if is_over:
            route.continue_()
        else:
            waiting.append(route)

    page.route(pattern, answer)
    yield
    is_over = True
    for route in waiting:
        route.continue_()
