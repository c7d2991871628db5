"""Search in use, as pictures: open, type `gdl`, filter by scripts with Alt+2, open what is found with Enter.

    python -m tools.search_pictures SITE [FOLDER]

`SITE` is a built site, FOLDER by default `build/search-pictures`. Of each language and width there is a picture a step:
`zh-phone-1-open.png`. A real Chromium asks a local server that sends the site's security headers.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright
from tests.browser.conftest import FLAGS, NAMES, serving

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

FOLDER = Path("build/search-pictures")
SIZES = {"phone": (390, 844), "desktop": (1280, 900)}
LANGUAGES = {"zh": "", "en": "en/"}
CHOSEN = ".hb-hit[aria-selected=true]"


def main(site: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    executable = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright, serving(site) as address:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        for language, start in LANGUAGES.items():
            for name, (width, height) in SIZES.items():
                record(browser, f"{address}{start}", folder / f"{language}-{name}", width, height)
        browser.close()


def record(browser: Browser, address: str, pictures: Path, width: int, height: int) -> None:
    """Pictures of each step, named `pictures` and the step."""
    page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    page.goto(address)
    for number, (step, take) in enumerate(STEPS.items(), 1):
        take(page)
        page.wait_for_load_state("networkidle")
        path = pictures.with_name(f"{pictures.name}-{number}-{step}.png")
        page.screenshot(path=path)
        print(path)
    page.close()


def press_slash(page: Page) -> None:
    page.keyboard.press("/")
    page.locator(".hb-search__rows").wait_for()


def type_initials(page: Page) -> None:
    page.keyboard.type("gdl", delay=80)
    page.locator(CHOSEN).wait_for()
    page.locator(".hb-search [role=status]:not(:empty)").wait_for()


def filter_scripts(page: Page) -> None:
    page.keyboard.press("Alt+Digit2")
    page.locator("[data-kind=script][aria-pressed=true]").wait_for()
    page.locator(".hb-search__message:not(:empty)").wait_for()
    page.locator(".hb-search [role=status]:not(:empty)").wait_for()


def open_first(page: Page) -> None:
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/roll-rate/")


STEPS: dict[str, Callable[[Page], None]] = {
    "open": press_slash,
    "gdl": type_initials,
    "alt-2": filter_scripts,
    "enter": open_first,
}


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else FOLDER)  # noqa: PLR2004 -- both named above
