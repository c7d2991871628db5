"""Pictures of the desk at work and what it prints: `make pictures`, or `python -m tools.pictures site build/pictures`.

A phone script and a letter of the built site, filled in with the dictionary's examples, in both languages, light and
dark, at the width of a phone and of a desktop; the card, the booklet and the letter as PDF. A person looks at them.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from playwright.sync_api import sync_playwright
from tests.browser.conftest import FLAGS, NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, ViewportSize

CALL, LETTER = "first-reminder-m1", "plan-confirmation-letter"
PRINTED = {"card": f"cards/{CALL}", "booklet": "booklets/m1", "letter": f"scripts/{LETTER}"}
PREFIXES = {"zh": "", "en": "en/"}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SIZES: dict[int, ViewportSize] = {390: {"width": 390, "height": 844}, 1280: {"width": 1280, "height": 900}}


def fill_with_examples(page: Page) -> None:
    """Give every field the example of the dictionary, as if it had been typed and left."""
    page.evaluate(
        """() => {
          for (const control of document.querySelectorAll("[data-type]")) {
            control.value = control.dataset.example;
            control.dispatchEvent(new Event("input", { bubbles: true }));
            control.dispatchEvent(new Event("blur"));
          }
        }"""
    )


def of_a_call(page: Page) -> Iterator[str]:
    """The moments of a call to take a picture of; each is on the page when its name comes."""
    yield "opened"
    fill_with_examples(page)
    yield "filled"
    page.locator(".hb-say").nth(1).scroll_into_view_if_needed()
    yield "words"
    page.keyboard.press("Alt+g")
    page.keyboard.press("1")
    yield "guided"
    page.keyboard.press("0")
    yield "unsaid"
    page.keyboard.press("0")
    yield "log"


def of_a_letter(page: Page) -> Iterator[str]:
    fill_with_examples(page)
    yield "filled"
    page.locator(".hb-send").first.scroll_into_view_if_needed()
    yield "words"
    page.locator("[data-command=letter]").click()
    yield "sheet"


def take(browser: Browser, site: Path, target: Path) -> Iterator[Path]:
    """Write all pictures and sheets to the folder `target`; yields each file."""
    for language, prefix in PREFIXES.items():
        for script, moments in ((CALL, of_a_call), (LETTER, of_a_letter)):
            for width, size in SIZES.items():
                for scheme in SCHEMES:
                    is_phone = width == min(SIZES)
                    page = browser.new_page(viewport=size, color_scheme=scheme, is_mobile=is_phone, has_touch=is_phone)
                    page.goto((site / prefix / "scripts" / script / "index.html").as_uri())
                    for moment in moments(page):
                        file = target / f"{script}-{moment}-{language}-{width}-{scheme}.png"
                        page.screenshot(path=file, animations="disabled")
                        yield file
                    page.close()
        page = browser.new_page()
        for name, folder in PRINTED.items():
            page.goto((site / prefix / folder / "index.html").as_uri())
            if name == "letter":
                for _ in of_a_letter(page):
                    pass
            file = target / f"{name}-{language}.pdf"
            page.pdf(path=file, prefer_css_page_size=True)
            yield file
        page.close()


def main(site: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    executable = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        for file in take(browser, site.resolve(), target):
            print(file)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
