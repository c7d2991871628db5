"""A small handbook of scripts (`project.yml`) as a site, on a day that is always Thursday, 26 November 2026."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from tests import projects
from tests.browser.conftest import serving
from tests.conftest import add_frame, build

from handbook import reviewed
from handbook.load import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Locator, Page

PROJECT = yaml.safe_load((Path(__file__).parent / "project.yml").read_text(encoding="utf-8"))
REVIEWED = {"desk-other": date(2026, 11, 1), "desk-letter": date(2026, 12, 1)}
"""When the next review of these scripts is due; they were reviewed on 2026-05-01."""
NOW = datetime(2026, 11, 26, 10, 32, tzinfo=timezone(timedelta(hours=8)))

VALUES = {
    "institution_name": "示例银行",
    "customer_name": "王某某",
    "salutation": "ms",
    "amount_due": "18600",
    "due_date": "2026-11-07",
    "days_past_due": "19",
    "interest_rate": "12.5",
    "callback_time": "10点半",
    "service_phone": "400-000-0000",
    "promise_date": "下周一",
    "promise_amount": "1860",
    "payment_channel": "手机银行",
    "income_details": "每月示例元",
    "note_one": "一",
    "note_two": "二",
    "note_three": "三",
    "note_four": "四",
    "note_five": "五",
    "note_six": "六",
}
"""Something right for each field that must be filled in."""


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small handbook, built once."""
    project = projects.make(tmp_path_factory.mktemp("desk") / "project", PROJECT)
    add_frame(project)
    index = "---\ntitle: 话术\nsummary: 全部\nlists: script\n---\n"
    (project / "docs/scripts/index.md").write_text(index, encoding="utf-8")
    projects.record_digests(project)
    for name, due in REVIEWED.items():
        given = reviewed.Given("合规岗", date(2026, 5, 1), due)
        file = project / "scripts_templates" / "m1" / f"{name}.md"
        assert reviewed.record(file, project, load(project), given) is None
    site = project.parent / "site"
    result = build(project, site, strict=False)
    assert result.returncode == 0, result.stderr
    return site


@pytest.fixture(scope="session")
def desk(small_site: Path) -> Iterator[str]:
    """Where the small handbook is served."""
    with serving(small_site) as address:
        yield address


@dataclass
class Script:
    """A page of the small handbook, and what an agent does with it."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)
    """What the browser complained of: CSP, failed loads, errors of scripts."""
    requests: list[str] = field(default_factory=list)

    def open(self, script: str, language: str = "zh") -> None:
        prefix = "" if language == "zh" else "en/"
        self.page.goto(f"{self.address}{prefix}scripts/{script}/")

    def field(self, name: str) -> Locator:
        return self.page.locator(f"#fill-{name}")

    def note(self, name: str) -> Locator:
        return self.page.locator(f"#note-{name}")

    def place(self, name: str) -> Locator:
        """The first place of the text at which the value stands."""
        return self.page.locator(f".hb-main var[data-placeholder={name}]").first

    def fill(self, **values: str) -> None:
        """Fill in fields, and leave them; without values all that the page has."""
        for name, value in (values or VALUES).items():
            control = self.field(name)
            if not values and (control.count() == 0 or not control.is_visible()):
                continue
            if control.evaluate("control => control.tagName") == "SELECT":
                control.select_option(value)
            else:
                control.fill(value)
                control.blur()

    def paste(self, name: str, text: str) -> None:
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.field(name).focus()
        self.page.keyboard.press("Control+v")
        self.field(name).blur()

    @property
    def status(self) -> Locator:
        return self.page.locator("[data-status]")

    def copied(self, kind: str = "text/plain") -> str:
        """What is on the clipboard; empty where it holds nothing of this kind."""
        return str(
            self.page.evaluate(
                """async (kind) => {
                  const [item] = await navigator.clipboard.read();
                  return item?.types.includes(kind) ? (await item.getType(kind)).text() : "";
                }""",
                kind,
            )
        )

    def stored(self) -> dict[str, Any]:
        """What the tab keeps, and all that would outlive it."""
        found: dict[str, Any] = self.page.evaluate(
            """async () => ({
              session: { ...sessionStorage }, local: { ...localStorage }, cookies: document.cookie,
              databases: (await indexedDB.databases()).length, caches: await caches.keys(), url: location.href,
            })"""
        )
        return found


@pytest.fixture
def context(browser: Browser, desk: str) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900},
        timezone_id="Asia/Shanghai",
        permissions=["clipboard-read", "clipboard-write"],
        base_url=desk,
    )
    context.clock.set_fixed_time(NOW)
    yield context
    context.close()


@pytest.fixture
def script(context: BrowserContext, desk: str) -> Iterator[Script]:
    """A page that must end without a complaint of the browser's."""
    script = Script(context.new_page(), desk)
    script.page.on("console", lambda message: script.complaints.append(message.text))
    script.page.on("pageerror", lambda error: script.complaints.append(str(error)))
    script.page.on("request", lambda request: script.requests.append(request.url + (request.post_data or "")))
    yield script
    assert script.complaints == []
