"""axe-core, the accessibility engine, and the rules that pages are held to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import axe_playwright_python

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCHEMES = {"default": "rgb(255, 255, 255)", "slate": "rgb(18, 25, 28)"}
"""The theme's colour schemes, light and dark, and the ground that a page has in each."""

_AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
_ALL: dict[str, Any] = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
_COLOURS: dict[str, Any] = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
_AT_REST = """async () => {
  const moving = () => document.getAnimations().some(
    (each) => each.playState === "running" && Number.isFinite(each.effect.getComputedTiming().endTime));
  for (let quiet = 0; quiet < 3; quiet = moving() ? 0 : quiet + 1) await new Promise((go) => setTimeout(go, 50));
}"""
"""Resolves once nothing has moved for a while: what fades in or out has no contrast of its own yet."""


def scheme_of(page: Page) -> tuple[str, str]:
    """The colour scheme that a page is in, and its ground."""
    scheme, ground = page.evaluate(
        "[document.body.dataset.mdColorScheme, getComputedStyle(document.body).backgroundColor]"
    )
    return scheme, ground


def violations_in_schemes(page: Page, part: str = "html") -> list[str]:
    """What axe finds wrong in light and in dark, which differ in colours alone.

    Changed as by the button in the header: the theme asks for the system's scheme only when a page is first opened.
    """
    found = []
    for (scheme, ground), rules in zip(SCHEMES.items(), (_ALL, _COLOURS), strict=True):
        page.evaluate("scheme => document.querySelector(`input[data-md-color-scheme=${scheme}]`).click()", scheme)
        assert scheme_of(page) == (scheme, ground)
        found += [f"{scheme}: {each}" for each in violations(page, part, rules)]
    return found


def violations(page: Page, part: str = "html", rules: dict[str, Any] = _ALL) -> list[str]:
    """What axe finds wrong within the element that the selector `part` names, once the page is at rest."""
    page.evaluate(_AT_REST)
    page.evaluate(_AXE)
    found: list[dict[str, Any]] = page.evaluate(
        "([part, rules]) => axe.run(part, rules).then((found) => found.violations)", [part, rules]
    )
    return [f"{each['id']}: {[node['html'][:150] for node in each['nodes'][:3]]}" for each in found]
