"""The handbook without a network: kept on the device by a service worker, and as a zip opened from a disk."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

SAVING = 60_000


@pytest.mark.parametrize(
    ("prefix", "kept", "words"),
    [
        ("", "已经可以离线阅读", "没有网络时怎么用"),
        ("en/", "can be read offline", "Using the handbook without a network"),
    ],
)
def test_what_is_kept_can_be_read_with_the_network_cut(
    browser: Browser, address: str, prefix: str, kept: str, words: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}{prefix}toolkit/offline/")
    page.locator("[data-hb-offline] button").click()
    bar = page.locator("[data-hb-offline] progress")
    expect(bar).to_have_js_property("max", len(files_of(page, prefix)))
    expect(page.locator("[data-hb-offline] [role=status]")).to_contain_text(kept, timeout=SAVING)
    expect(bar).to_have_count(0)
    context.set_offline(True)
    for path in ("scripts/first-reminder-m1/", "glossary/roll-rate/", "regulations/cn-pipl/", "toolkit/may-i-call/"):
        page.goto(f"{address}{prefix}{path}")
        expect(page.locator("h1")).to_be_visible()
        assert page.locator("h1").inner_text() != words
    page.goto(f"{address}{prefix}cases/card-m2-job-loss/")
    expect(page.locator("h1")).to_have_text(words)
    context.set_offline(False)
    page.goto(f"{address}{prefix}toolkit/offline/")
    page.locator("[data-hb-offline] button").click()
    expect(page.locator("[data-hb-offline] [role=status]")).not_to_contain_text(kept)
    assert page.evaluate("caches.keys()") == []
    context.close()


def files_of(page: Page, prefix: str) -> list[str]:
    """What the worker keeps of a language."""
    worker = page.request.get(urljoin(page.url, "/sw.js")).text()
    lists: dict[str, list[str]] = json.loads(re.findall(r"^const FILES = (.*);$", worker, re.MULTILINE)[0])
    return lists[prefix.rstrip("/") or "zh"]


def test_nothing_is_kept_unasked(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}scripts/first-reminder-m1/")
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(found => found.length)") == 0
    context.close()


@pytest.fixture(scope="module")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("disk")
    archive = folder / "handbook.zip"
    subprocess.run([sys.executable, ROOT / "tools/zip_site.py", site, archive], check=True, timeout=120)
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder / "handbook")
    return folder / "handbook"


def test_the_zip_opens_from_a_disk(browser: Browser, unpacked: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{unpacked.as_uri()}/index.html")
    page.get_by_role("link", name="术语表").first.click()
    expect(page.locator("h1")).to_have_text("术语表")
    page.locator(".hb-entries a", has_text="滚动率").first.click()
    expect(page.locator("h1")).to_be_visible()
    page.get_by_role("link", name="English").first.click()
    assert page.url.endswith("/index.html")
    assert "/en/glossary/" in page.url
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    context.close()


def test_no_link_of_the_zip_leads_nowhere(unpacked: Path) -> None:
    missing = []
    for page in sorted(unpacked.rglob("*.html"))[::7]:
        for part in page.read_text(encoding="utf-8").split('href="')[1:]:
            target = part.split('"', 1)[0].split("#")[0].split("?")[0]
            if target and ":" not in target and not (page.parent / target).resolve().is_file():
                missing.append(f"{page.relative_to(unpacked)}: {target}")
    assert missing == []
