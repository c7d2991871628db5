"""Search as readers use it: by keyboard, with an input method, on a phone, from a folder; and how it fails."""

from __future__ import annotations

import csv
import io
import json
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from tests.accessibility import violations, violations_in_schemes
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page, Route

FIELD = ".hb-search input[role=combobox]"
TITLES = ".hb-search__names .hb-hit__title"
TEXTS = ".hb-search__texts [role=row]"
CHOSEN = ".hb-hit[aria-selected=true]"
STATUS = ".hb-search [role=status]"
LANGUAGES = {"zh": "", "en": "en/"}
MODULES = ROOT / "docs/assets/js/search"
PATIENCE = 15_000
expect.set_options(timeout=PATIENCE)

HOSTILE = {
    "long": "客户说没钱" * 20_000,
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈🙂 没钱",
    "regular expression": r"(a+)+$ [^]* .*?\1 {9999} \p{L} (?<x>",
    "half a surrogate pair": "没钱\ud83d",
    "markup": "<img src=x onerror=alert(1)><script>alert(1)</script>",
    "right to left": "\u202e\u200f\u2067没钱\u2069",
    "prototype": "__proto__ constructor toString hasOwnProperty",
    "template": "${alert(1)} {{ x }} %s \\u0000 \x00",
    "nothing but marks": "?!。，、《》——",
}
SEEN = "document.documentElement.clientWidth"
"""How far the page can be seen; a scroll bar may stand beside it."""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
    )
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page on which any error, any dialog and any breach of the policy fails the test."""
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.on(
        "console", lambda message: wrong.append(message.text) if "Content Security Policy" in message.text else None
    )
    yield page
    assert wrong == []


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


INDEX = "**/assets/search/**"
CLIENT = "**/assets/js/search/main.js"


@pytest.mark.parametrize("key", ["/", "s", "S", "Control+k", "Meta+k"])
def test_keys_open_the_dialog(page: Page, address: str, key: str) -> None:
    page.goto(f"{address}glossary/roll-rate/")
    page.keyboard.press(key)
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(FIELD)).to_have_value("")


def test_letters_belong_to_a_field_that_is_being_typed_in(page: Page, address: str) -> None:
    page.goto(f"{address}scripts/")
    page.locator("input[name=text]").focus()
    page.keyboard.type("s/")
    expect(page.locator("input[name=text]")).to_have_value("s/")
    expect(page.locator(".hb-search[open]")).to_have_count(0)


def test_open_type_filter_enter(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "gdl")
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    page.locator(FIELD).fill("困难协商")
    page.keyboard.press("Alt+Digit2")
    expect(page.locator("[data-kind=script]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".hb-hit__kind:not(.hb-hit__kind--script)")).to_have_count(0)
    expect(page.locator(TITLES).first).to_have_text("困难协商电话")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}scripts/hardship-plan-call/")


def test_a_kind_that_has_nothing_so_called_leads_to_the_others(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "gdl")
    page.keyboard.press("Alt+Digit2")
    expect(page.locator(".hb-search__message")).to_contain_text("这一类里没有，别的类别里有这些。")
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    expect(page.locator(STATUS)).to_contain_text("别的类别里有")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}glossary/roll-rate/")


@pytest.mark.parametrize(
    ("language", "query", "target"), [("zh", "PIPL 13", "#art-13"), ("en", "civil code 680", "#art-680")]
)
def test_a_citation_leads_to_its_provision(page: Page, address: str, language: str, query: str, target: str) -> None:
    page.goto(f"{address}{LANGUAGES[language]}")
    search(page, query)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{target}$"))


def test_arrows_move_and_the_field_says_where(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "客户")
    expect(page.locator(TEXTS).first).to_be_visible()
    rows = page.locator(".hb-hit")
    for presses, chosen in ((0, 0), (1, 1), (1, 2)):
        for _ in range(presses):
            page.keyboard.press("ArrowDown")
        expect(rows.nth(chosen)).to_have_attribute("aria-selected", "true")
        expect(page.locator(FIELD)).to_have_attribute("aria-activedescendant", f"hb-hit-{chosen}-page")
        expect(page.locator(FIELD)).to_be_focused()
    for _ in range(3):
        page.keyboard.press("ArrowUp")
    expect(rows.last).to_have_attribute("aria-selected", "true")


def test_whole_pages_of_rows_are_passed_and_the_page_behind_stays(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "客户")
    expect(page.locator(TITLES)).to_have_count(10)
    for key, chosen in (("PageDown", 5), ("PageUp", 0), ("PageUp", 0)):
        page.keyboard.press(key)
        expect(page.locator(".hb-hit").nth(chosen)).to_have_attribute("aria-selected", "true")
    page.locator(FIELD).hover()
    page.mouse.wheel(0, 400)
    page.locator(FIELD).fill("")
    page.keyboard.press("PageDown")
    page.wait_for_timeout(300)  # a page that scrolls does so in the frames after
    assert page.evaluate("scrollY") == 0


def test_control_enter_opens_a_new_tab_and_leaves_the_dialog(page: Page, context: BrowserContext, address: str) -> None:
    page.goto(address)
    search(page, "核身")
    with context.expect_page() as opened:
        page.keyboard.press("Control+Enter")
    expect(opened.value).to_have_url(f"{address}glossary/identity-verification/")
    expect(page.locator(FIELD)).to_be_visible()
    assert page.url.startswith(address)


def test_escape_closes_and_gives_the_focus_back(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("[data-hb-search]").click()
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("滚动率")
    page.keyboard.press("Escape")
    expect(page.locator(".hb-search")).to_be_hidden()
    expect(page.locator("[data-hb-search]")).to_be_focused()


def test_results_while_an_input_method_composes_and_its_enter_opens_nothing(
    page: Page, context: BrowserContext, address: str
) -> None:
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_have_attribute("role", "combobox")
    session = context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "gun'dong'l", "selectionStart": 10, "selectionEnd": 10})
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    enter = {"windowsVirtualKeyCode": 229, "key": "Enter", "code": "Enter"}
    session.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **enter})
    session.send("Input.insertText", {"text": "滚动率"})
    session.send("Input.dispatchKeyEvent", {"type": "keyUp", **enter})
    expect(page.locator(FIELD)).to_have_value("滚动率")
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    expect(page).to_have_url(address)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}glossary/roll-rate/")


def test_what_is_typed_before_search_has_arrived_is_answered(page: Page, address: str) -> None:
    with held(page, CLIENT):
        page.goto(address)
        page.keyboard.press("/")
        page.keyboard.type("动率")
        expect(page.locator(".hb-search input")).to_have_value("动率")
    expect(page.locator(TITLES).first).to_have_text("滚动率")


def press_early(page: Page, address: str, missing: str, query: str, key: str) -> None:
    """Search for a query whose answer is `held`, and press a key."""
    page.goto(address)
    page.keyboard.press("/")
    if missing == INDEX:
        expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type(query)
    page.keyboard.press(key)


@pytest.mark.parametrize("missing", [CLIENT, INDEX])
def test_enter_before_the_answer_opens_it_when_it_comes(page: Page, address: str, missing: str) -> None:
    with held(page, missing):
        press_early(page, address, missing, "回收率", "Enter")
    expect(page).to_have_url(f"{address}glossary/recovery-rate/")


def test_a_preview_asked_for_before_the_answer_shows_when_it_comes(page: Page, address: str) -> None:
    with held(page, INDEX):
        press_early(page, address, INDEX, "困难协商电话", "Alt+KeyP")
    expect(page.locator(".hb-search__preview")).to_contain_text("本次通话有录音")


def test_enter_never_opens_what_an_earlier_query_found(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "没钱")
    expect(page.locator(TEXTS).first).to_be_visible()
    with held(page, INDEX):
        page.locator(FIELD).fill("诉讼时效")
        page.keyboard.press("Enter")
        expect(page.locator("[role=grid]")).to_have_attribute("aria-busy", "true")
        expect(page).to_have_url(address)
    expect(page).to_have_url(f"{address}glossary/limitation-period/")


@pytest.mark.parametrize("missing", [CLIENT, INDEX])
@pytest.mark.parametrize("key", ["Backspace", "Escape"])
def test_who_types_on_or_leaves_after_enter_stays_here(page: Page, address: str, missing: str, key: str) -> None:
    with held(page, missing):
        press_early(page, address, missing, "滚动率", "Enter")
        page.keyboard.press(key)
    expect(page.locator(STATUS)).to_contain_text("第一条：滚动率")
    expect(page).to_have_url(address)


def test_a_wait_is_said(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    with held(page, INDEX):
        page.keyboard.type("滚动率")
        expect(page.locator(".hb-search__message")).to_have_text("正在查找……")
        expect(page.locator(STATUS)).to_have_text("正在查找……")
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    expect(page.locator(".hb-search__message")).to_be_empty()
    with held(page, INDEX):
        page.locator(FIELD).fill("诉讼时效")
        expect(page.locator("[role=grid]")).to_have_attribute("aria-busy", "true")
        assert violations_in_schemes(page, ".hb-search") == []
    expect(page.locator(TITLES).first).to_have_text("诉讼时效")
    expect(page.locator("[aria-busy]")).to_have_count(0)


@pytest.mark.parametrize("again", ["button", "typing"])
def test_search_that_did_not_arrive_is_asked_for_again(page: Page, address: str, again: str) -> None:
    page.route(CLIENT, lambda route: route.abort())
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("滚动")
    expect(page.get_by_role("alert")).to_contain_text("搜索没有载入")
    expect(page.locator(".hb-search").get_by_role("link", name="话术手册")).to_have_attribute(
        "href", f"{address}scripts/"
    )
    assert violations_in_schemes(page, ".hb-search") == []
    page.unroute(CLIENT)
    if again == "button":
        page.get_by_role("button", name="再试一次").click()
        page.locator(FIELD).press("End")
    page.keyboard.type("率")
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.parametrize("query", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_answered_and_nothing_else(page: Page, address: str, query: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.locator(FIELD).evaluate(
        "(field, text) => { field.value = text; field.dispatchEvent(new InputEvent('input', { bubbles: true })); }",
        query,
    )
    expect(page.locator(".hb-hit, .hb-search__message p").first).to_be_visible()
    expect(page.locator(".hb-search :is(img, script)")).to_have_count(0)
    page.locator(FIELD).fill("滚动率")
    expect(page.locator(TITLES).first).to_have_text("滚动率")


def test_the_matched_alias_and_what_a_page_is_are_shown(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "迁移率")
    expect(page.locator(f"{CHOSEN} .hb-hit__title")).to_have_text("迁徙率")
    expect(page.locator(f"{CHOSEN} .hb-hit__why")).to_have_text("匹配别名：迁移率")
    expect(page.locator(f"{CHOSEN} .hb-hit__kind")).to_have_text("术语")
    page.locator(FIELD).fill("困难协商电话")
    expect(page.locator(f"{CHOSEN} .hb-hit__facts")).to_contain_text("M2–M3")
    expect(page.locator(f"{CHOSEN} .hb-hit__facts")).to_contain_text("电话")
    expect(page.locator(f"{CHOSEN} .hb-hit__facts")).to_contain_text("未经复核")
    page.locator(FIELD).fill("信用卡业务监督管理办法")
    expect(page.locator(f"{CHOSEN} .hb-hit__facts")).to_contain_text("现行有效")


@pytest.mark.parametrize(
    ("language", "query", "foreign"),
    [("zh", "空号", "英文名"), ("zh", "滞纳金", "英文名"), ("en", "complaint", "Chinese name")],
)
def test_no_name_of_the_other_language_is_the_reason_that_a_reader_cannot_see(
    page: Page, address: str, language: str, query: str, foreign: str
) -> None:
    page.goto(f"{address}{LANGUAGES[language]}")
    search(page, query)
    expect(page.locator(".hb-hit__why").first).to_be_visible()
    expect(page.locator(".hb-hit__why").filter(has_text=foreign)).to_have_count(0)


def test_a_name_of_the_other_language_is_the_reason_where_it_was_typed(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "roll rate")
    expect(page.locator(f"{CHOSEN} .hb-hit__why")).to_have_text("匹配英文名：roll rate", ignore_case=True)
    expect(page.locator(f"{CHOSEN} .hb-hit__why [lang=en] mark")).to_have_count(2)


@pytest.mark.parametrize(
    ("review", "shown"),
    [
        ('["2026-05-01",0,0,0]', "已复核 2026-05-01"),
        ('["2026-05-01","2026-11-01",0,0]', "复核到期 2026-11-01"),
        ('["2026-05-01",0,1,0]', "复核后改过 2026-05-01"),
        ('["2026-05-01","2026-11-01",1,1]', "复核后规则变了 2026-05-01"),
        ('["2026-05-01",0,0,0,"2026-11-26"]', "复核后规则变了 2026-05-01"),
        ('["2026-05-01",0,0,0,"2026-11-27"]', "已复核 2026-05-01"),
    ],
)
def test_a_row_says_where_its_review_stands_today(
    page: Page, address: str, site: Path, review: str, shown: str
) -> None:
    block = next(
        path for path in site.glob("assets/search/zh/e*.js") if '"T困难协商电话"' in path.read_text(encoding="utf-8")
    )
    body = re.sub(r",0,(?=[01]\])", f",{review},", block.read_text(encoding="utf-8"))
    page.route(f"**/zh/{block.name}*", lambda route: route.fulfill(body=body, content_type="text/javascript"))
    page.clock.set_fixed_time("2026-11-26T12:00:00+08:00")
    page.goto(address)
    search(page, "困难协商电话")
    expect(page.locator(f"{CHOSEN} .hb-hit__review")).to_have_text(shown)
    assert violations(page, ".hb-search") == []


def test_a_script_is_read_and_copied_without_leaving_the_list(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "困难协商电话")
    page.keyboard.press("Alt+KeyP")
    preview = page.locator(".hb-search__preview")
    expect(preview).to_contain_text("本次通话有录音")
    page.keyboard.press("Alt+KeyC")
    expect(page.locator(STATUS)).to_have_text("话术已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "【客户姓名】" in copied
    assert "不得" not in copied.splitlines()[0]
    page.keyboard.press("Alt+KeyP")
    expect(preview).to_be_hidden()
    page.keyboard.press("Alt+KeyL")
    expect(page.locator(STATUS)).to_have_text("永久链接已复制")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}scripts/hardship-plan-call/"


def test_an_open_preview_passes_over_what_has_no_words(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "没钱")
    expect(page.locator(TEXTS).first).to_be_visible()
    page.keyboard.press("Alt+KeyP")
    preview = page.locator(".hb-search__preview")
    expect(preview).to_be_visible()
    are_scripts = [kind == "话术" for kind in page.locator(".hb-hit__kind").all_text_contents()]
    other = are_scripts.index(False)
    script = are_scripts.index(True, other)
    for _ in range(other):
        page.keyboard.press("ArrowDown")
    expect(preview).to_be_hidden()
    for _ in range(script - other):
        page.keyboard.press("ArrowDown")
    expect(preview).to_be_visible()
    title = preview.get_by_role("heading", level=2).inner_text()
    expect(page.locator(f"{CHOSEN} .hb-hit__title")).to_contain_text(title)


def test_what_is_done_to_a_row_is_said(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "滚动率")
    for key in ("Alt+KeyP", "Alt+KeyC"):
        page.keyboard.press(key)
        expect(page.locator(STATUS)).to_have_text("这一页没有可以说或发送的文字。")
        page.keyboard.press("Alt+KeyL")
        expect(page.locator(STATUS)).to_have_text("永久链接已复制")
    page.keyboard.press("Alt+KeyB")
    expect(page.locator(STATUS)).to_have_text("已收藏")
    page.keyboard.press("Alt+KeyB")
    expect(page.locator(STATUS)).to_have_text("已取消收藏")


def test_a_preview_that_there_is_not_is_no_use_of_a_search(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "滚动率")
    page.keyboard.press("Alt+KeyP")
    page.keyboard.press("Alt+KeyC")
    page.keyboard.press("Escape")
    wait_for(page, "JSON.parse(localStorage['handbook.search'] ?? '{}').failures?.length === 1")


def test_the_buttons_of_the_chosen_row_are_the_next_stops(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "困难协商电话")
    page.locator("[data-kind=lesson]").focus()
    stops = []
    for _ in range(4):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.dataset.action ?? document.activeElement.tagName"))
    assert stops == ["A", "preview", "favourite", "copyLink"]


def test_favourites_and_recent_searches_stay_and_go_in_one_click(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "滚动率")
    page.keyboard.press("Alt+KeyB")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}glossary/roll-rate/")
    page.keyboard.press("/")
    message = page.locator(".hb-search__message")
    expect(message.get_by_role("link", name="滚动率")).to_be_visible()
    message.get_by_role("button", name="滚动率", exact=True).click()
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    page.locator(FIELD).fill("")
    message.get_by_role("button", name="清空：最近搜索").click()
    expect(page.locator(FIELD)).to_be_focused()
    message.get_by_role("button", name="清空：收藏").click()
    expect(page.locator(FIELD)).to_be_focused()
    expect(message.get_by_role("heading")).to_have_text(["可以这样找"])
    assert json.loads(page.evaluate("localStorage['handbook.search']"))["favourites"] == []


def test_a_kind_without_a_query_shows_its_favourites_and_its_list(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "滚动率")
    page.keyboard.press("Alt+KeyB")
    page.locator(FIELD).fill("困难协商电话")
    expect(page.locator(TITLES).first).to_have_text("困难协商电话")
    page.keyboard.press("Alt+KeyB")
    page.locator(FIELD).fill("")
    links = page.locator(".hb-search__message a")
    expect(links).to_have_text(["困难协商电话", "滚动率"])
    page.keyboard.press("Alt+Digit2")
    expect(links).to_have_text(["全部话术", "困难协商电话"])
    expect(links.first).to_have_attribute("href", f"{address}scripts/")
    expect(page.get_by_role("button", name="清空：收藏")).to_have_count(0)


def test_arrows_reach_what_stands_in_place_of_results(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(".hb-search__rows button").first).to_be_visible()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".hb-search__rows button").last).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(FIELD)).to_have_value("gdl")
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    expect(page.locator(FIELD)).to_be_focused()


def test_searches_in_vain_are_kept_here_exported_and_switched_off(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("zqxwv 13812-345678")
    expect(page.locator(".hb-search__message")).to_contain_text("没有找到")
    expect(page.locator(".hb-search__message").get_by_role("link", name="全部术语")).to_be_visible()
    wait_for(page, "JSON.parse(localStorage['handbook.search'] ?? '{}').failures?.length === 1")
    page.locator(FIELD).fill("滚动率")
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    page.keyboard.press("Escape")
    expect(page.locator(".hb-search[open]")).to_have_count(0)
    page.keyboard.press("/")
    page.get_by_text("搜索记录与设置").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="导出CSV").click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8-sig"))))
    assert [(row["query"], row["outcome"], row["count"]) for row in rows] == [
        ("zqxwv #", "none", "1"),
        ("滚动率", "unopened", "1"),
    ]
    page.get_by_role("button", name="清空记录").click()
    expect(page.locator(".hb-search__record summary")).to_be_focused()
    page.get_by_label("记录这样的搜索").uncheck()
    page.locator(FIELD).fill("zqxwv")
    expect(page.locator(".hb-search__message")).to_contain_text("没有找到")
    page.wait_for_timeout(2000)
    assert json.loads(page.evaluate("localStorage['handbook.search']"))["failures"] == []


NUMBERS = {
    "没钱 13800138000": "没钱 #",
    "138-0013-8000没钱": "#没钱",
    "+86 138 0013 8000": "#",
    "１３８－００１３－８０００": "#",
    "555.123.4567": "#",
    "6222 0000 1111 2222": "#",
    "M2 13800138000": "M2 #",
    "GB/T 45251-2025": "GB/T 45251-2025",
    "gbt45251 13800138000": "gbt45251 #",
    "Reg F § 1006.14(b)(2)": "Reg F § 1006.14(b)(2)",
    "1006.14 1006.100 2021": "1006.14 1006.100 2021",
    "民法典 680 681": "民法典 680 681",
    "15 U.S.C. 1692d": "15 U.S.C. 1692d",
}


def test_long_numbers_are_struck_out_and_citations_are_not(page: Page, address: str) -> None:
    page.route("**/modules/*.js", lambda route: route.fulfill(path=MODULES / route.request.url.rsplit("/", 1)[1]))
    page.goto(address)
    struck = page.evaluate(
        "(queries) => import('/modules/numbers.js').then(({ withoutNumbers }) => queries.map(withoutNumbers))",
        list(NUMBERS),
    )
    assert dict(zip(NUMBERS, struck, strict=True)) == NUMBERS


def test_a_phone_number_stays_neither_in_the_address_nor_among_recent_searches(
    page: Page, context: BrowserContext, address: str
) -> None:
    page.goto(address)
    search(page, "没钱 138-0013-8000")
    with context.expect_page():
        page.keyboard.press("Control+Enter")
    assert page.evaluate("new URLSearchParams(location.search).get('q')") == "没钱 #"
    assert json.loads(page.evaluate("localStorage['handbook.search']"))["recent"] == ["没钱 #"]


def stored(page: Page) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(page.evaluate("localStorage['handbook.search'] ?? '{}'"))
    return content


def test_what_one_tab_clears_or_switches_off_another_does_not_bring_back(
    page: Page, context: BrowserContext, address: str
) -> None:
    page.goto(address)
    search(page, "滚动率")
    page.keyboard.press("Alt+KeyB")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}glossary/roll-rate/")
    search(page, "迁徙率")
    page.keyboard.press("Escape")
    other = context.new_page()
    other.goto(address)
    search(other, "核身")
    page.keyboard.press("Control+k")
    page.locator(FIELD).fill("")
    page.locator("[data-action=clearFavourites]").click()
    page.locator("[data-action=clearRecent]").click()
    page.get_by_text("搜索记录与设置").click()
    page.get_by_role("button", name="清空记录").click()
    page.get_by_label("记录这样的搜索").uncheck()
    page.get_by_label("按 / 或 s 打开搜索").uncheck()
    other.keyboard.press("Escape")
    other.keyboard.press("Control+k")
    other.locator(FIELD).fill("不是本人")
    expect(other.locator(CHOSEN)).to_be_visible()
    other.keyboard.press("Enter")
    other.wait_for_url(re.compile("/scripts/|/glossary/"))
    assert stored(page) == {
        "recent": ["不是本人"], "favourites": [], "failures": [], "records": False, "letters": False
    }  # fmt: skip


def test_an_open_dialog_shows_what_another_tab_has_changed(page: Page, context: BrowserContext, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(".hb-search__message")).to_contain_text("可以这样找")
    page.get_by_text("搜索记录与设置").click()
    other = context.new_page()
    other.goto(address)
    search(other, "滚动率")
    other.keyboard.press("Alt+KeyB")
    expect(page.locator(".hb-search__message").get_by_role("link", name="滚动率")).to_be_visible()
    other.locator(".hb-search__record summary").click()
    other.get_by_label("记录这样的搜索").uncheck()
    expect(page.get_by_label("记录这样的搜索")).not_to_be_checked()


def test_a_page_that_was_opened_is_no_search_in_vain_after_coming_back(page: Page, address: str) -> None:
    page.add_init_script("addEventListener('unload', () => {})")  # so that coming back loads the page anew
    page.goto(address)
    search(page, "滚动率")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}glossary/roll-rate/")
    page.go_back()
    expect(page.locator(CHOSEN)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page).to_have_url(address)
    assert stored(page)["failures"] == []


def test_the_middle_button_opens_a_page_too(page: Page, context: BrowserContext, address: str) -> None:
    page.goto(address)
    search(page, "滚动率")
    with context.expect_page() as opened:
        page.locator(f"{CHOSEN} a").click(button="middle")
    opened.value.wait_for_url(f"{address}glossary/roll-rate/")
    page.keyboard.press("Escape")
    expect(page.locator(".hb-search")).to_be_hidden()
    assert (stored(page)["recent"], stored(page)["failures"]) == (["滚动率"], [])


def test_a_favourite_is_one_in_both_languages(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "滚动率")
    page.keyboard.press("Alt+KeyB")
    page.locator(FIELD).fill("PIPL 13")
    expect(page.locator(f"{CHOSEN} .hb-hit__title")).to_contain_text("13")
    page.keyboard.press("Alt+KeyB")
    page.goto(f"{address}en/")
    page.keyboard.press("/")
    message = page.locator(".hb-search__message")
    expect(message.get_by_role("link", name="Roll rate")).to_have_attribute("href", f"{address}en/glossary/roll-rate/")
    expect(message.locator("a[lang=zh]")).to_have_attribute("href", f"{address}en/regulations/cn-pipl/#art-13")
    page.keyboard.type("roll rate")
    expect(page.locator(f"{CHOSEN} .hb-hit__title")).to_have_text("Roll rate")
    expect(page.locator(f"{CHOSEN} .hb-hit__icon--filled")).to_have_count(1)
    page.keyboard.press("Alt+KeyB")
    expect(page.locator(f"{CHOSEN} .hb-hit__icon--filled")).to_have_count(0)
    assert [each["address"] for each in stored(page)["favourites"]] == ["regulations/cn-pipl/#art-13"]


@pytest.mark.parametrize(("language", "query"), [("zh", "数到五再开口"), ("en", "count to five")])
def test_what_authors_read_does_not_come_up_for_the_words_that_it_quotes(
    page: Page, address: str, language: str, query: str
) -> None:
    page.goto(f"{address}{LANGUAGES[language]}")
    search(page, query)
    expect(page.locator(TEXTS).first).to_be_visible()
    links = page.locator(".hb-hit a").evaluate_all("(links) => links.map((link) => link.href)")
    assert [each for each in links if "/contributing/" in each] == []


@pytest.mark.parametrize(
    ("query", "near"), [("gondongluu", "滚动率"), ("ppt", "承诺还款"), ("xyzzyqq", ""), ("ddl", "")]
)
def test_only_names_that_are_near_are_offered(page: Page, address: str, query: str, near: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_have_attribute("role", "combobox")
    page.keyboard.type(query)
    message = page.locator(".hb-search__message")
    expect(message).to_contain_text("没有找到")
    if near:
        expect(message.get_by_role("link", name=near, exact=True)).to_be_visible()
    else:
        page.wait_for_timeout(500)
        expect(message).not_to_contain_text("名称相近的")


STRANGE = [
    "5", "null", "[]", "{", '"x"',
    '{"favourites":5,"recent":{},"failures":"x","records":"no"}',
    '{"favourites":[5,null,{}],"recent":[null,{}],"failures":[{},null]}',
]  # fmt: skip


@pytest.mark.parametrize("content", STRANGE)
def test_what_does_not_belong_in_the_storage_does_no_harm(page: Page, address: str, content: str) -> None:
    page.goto(address)
    page.evaluate("(content) => localStorage.setItem('handbook.search', content)", content)
    page.keyboard.press("/")
    expect(page.locator(".hb-search__message")).to_contain_text("可以这样找")
    page.keyboard.type("滚动率")
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    page.keyboard.press("Alt+KeyB")
    assert [each["titles"] for each in stored(page)["favourites"]] == [{"zh": "滚动率", "en": "Roll rate"}]


def test_letter_keys_can_be_switched_off(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Control+k")
    page.get_by_text("搜索记录与设置").click()
    page.get_by_label("按 / 或 s 打开搜索").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.press("s")
    expect(page.locator(".hb-search[open]")).to_have_count(0)
    page.keyboard.press("Control+k")
    expect(page.locator(FIELD)).to_be_focused()


def test_a_link_with_a_query_opens_the_answer_and_going_back_returns_to_it(page: Page, address: str) -> None:
    page.goto(f"{address}?q=迁徙率")
    expect(page.locator(TITLES).first).to_have_text("迁徙率")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}glossary/flow-rate/")
    page.go_back()
    expect(page.locator(TITLES).first).to_have_text("迁徙率")
    page.keyboard.press("Escape")
    expect(page).to_have_url(address)


def test_going_back_returns_to_the_kind_and_the_row_and_closing_forgets_them(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "客户")
    page.keyboard.press("Alt+Digit2")
    expect(page.locator(".hb-hit__kind:not(.hb-hit__kind--script)")).to_have_count(0)
    expect(page.locator(TEXTS).first).to_be_visible()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    row = page.locator(f"{CHOSEN} a").get_attribute("href")
    assert row
    assert row != page.locator(".hb-hit a").first.get_attribute("href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(row)
    page.go_back()
    expect(page.locator(f"{CHOSEN} a")).to_have_attribute("href", row)
    expect(page.locator("[data-kind=script]")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator("[data-kind=script]")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".hb-hit__kind:not(.hb-hit__kind--script)").first).to_be_visible()
    page.reload()
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator("[aria-pressed=true]")).to_have_count(0)


def test_a_name_that_shows_no_reason_gives_way_to_the_text(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "数到五再开口")
    expect(page.locator(".hb-search__group")).to_have_text(["正文匹配", "名称匹配"])
    expect(page.locator(f"{CHOSEN} mark")).to_have_text("数到五再开口")
    expect(page.locator(STATUS)).to_contain_text("第一条：M1首次提醒电话")
    expect(page.locator(".hb-search__names .hb-hit:not(:has(mark, .hb-hit__why))")).to_have_count(0)
    page.locator(FIELD).fill("仲裁")
    expect(page.locator(f"{CHOSEN} mark").first).to_have_text("仲裁")
    expect(page.locator(f".hb-search__texts {CHOSEN}")).to_be_visible()
    expect(page.locator(".hb-search__names .hb-hit:not(:has(mark, .hb-hit__why))")).to_have_count(0)
    page.locator(FIELD).fill("<img src=x onerror=alert(1)>")
    expect(page.locator(".hb-search__message")).to_contain_text("没有找到")
    page.locator(FIELD).fill("滚动率")
    page.keyboard.press("Alt+Digit3")
    expect(page.locator(".hb-search__message")).to_contain_text("这一类里没有，别的类别里有这些。")


def test_the_text_is_searched_in_a_list_of_its_own_and_marked_on_the_page(page: Page, address: str) -> None:
    page.goto(address)
    search(page, "数到五再开口")
    row = page.locator(TEXTS).first
    expect(row.locator("mark").first).to_have_text("数到五再开口")
    expect(page.locator(".hb-search__group").first).to_have_text("正文匹配")
    row.locator("a").click()
    expect(page).to_have_url(re.compile(r"scripts/first-reminder-m1/\?h=.*#purpose$"))
    wait_for(page, "CSS.highlights.get('hb-found')?.size === 1")


MARKED = "[...(CSS.highlights.get('hb-found') ?? [])].map((range) => range.toString())"


@pytest.mark.parametrize("query", ["1006.14(b)(2)", "Reg F 1006.14"])
def test_what_stands_together_is_marked_together(page: Page, address: str, query: str) -> None:
    page.goto(f"{address}en/")
    search(page, query)
    page.locator(TEXTS).first.locator("a").click()
    page.wait_for_url("**/?h=*")
    wait_for(page, "CSS.highlights.get('hb-found')?.size > 0")
    assert [each for each in page.evaluate(MARKED) if "1006" not in each] == []


def test_neither_single_letters_nor_parts_of_words_are_marked_and_a_phrase_goes_on_over_a_link(
    page: Page, address: str
) -> None:
    page.goto(f"{address}en/glossary/roll-rate/?h=b\u001f上\u001fdebt")
    page.locator("article p").first.evaluate("each => { each.innerHTML = 'Debts: debt, <a>Debt</a>or, de<b>bt</b>.' }")
    page.evaluate("handbookSearchClient.highlight(document.querySelector('article p'), 'b\u001f上\u001fdebt', 'en')")
    assert page.evaluate(MARKED) == ["debt", "debt"]


def test_the_page_stands_at_the_first_mark_of_the_section_that_was_found(page: Page, address: str) -> None:
    page.goto(f"{address}glossary/roll-rate/?h=滚动率")
    wait_for(page, "CSS.highlights.get('hb-found')?.size > 0")
    assert page.evaluate(
        """async () => {
          const article = document.querySelector("article");
          article.innerHTML = "<p>mark<h2 id='here'>Here</h2><p>mark<p>mark<h2>Next</h2><p>mark";
          for (const each of article.children) each.style.paddingTop = "2000px";
          location.hash = "here";
          await handbookSearchClient.highlight(article, "mark", "zh");
          const shown = ({ top, bottom }) => top >= 0 && bottom <= innerHeight;
          return [...CSS.highlights.get("hb-found")].map((range) => shown(range.getBoundingClientRect()));
        }"""
    ) == [False, True, False, False]


@pytest.mark.parametrize("by", ["button", "key"])
def test_the_marks_can_be_removed_and_leave_the_address(page: Page, address: str, by: str) -> None:
    page.goto(f"{address}scripts/first-reminder-m1/?h=数到五再开口#purpose")
    button = page.get_by_role("button", name="去掉1处标记")
    expect(button).to_be_visible()
    page.keyboard.press("Control+k")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".hb-search")).to_be_hidden()
    assert page.evaluate(MARKED) == ["数到五再开口"]
    if by == "button":
        button.click()
    else:
        page.keyboard.press("Escape")
    expect(button).to_have_count(0)
    assert page.evaluate(MARKED) == []
    assert page.url == f"{address}scripts/first-reminder-m1/#purpose"


@pytest.mark.parametrize("width", [390, 1280])
def test_the_button_that_removes_the_marks_is_accessible(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = context.new_page()
    page.goto(f"{address}en/scripts/first-reminder-m1/?h=call")
    expect(page.locator(".hb-unmark")).to_be_visible()
    assert violations_in_schemes(page, ".hb-unmark") == []
    context.close()


def test_a_part_of_the_index_that_fails_is_said_and_tried_again_and_the_rest_answers(page: Page, address: str) -> None:
    broken = re.compile(r"/zh/e\d+\.js")
    page.route(broken, lambda route: route.abort())
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("滚动率")
    expect(page.locator(".hb-search__warning")).to_be_visible()
    expect(page.locator(STATUS)).to_contain_text("没有载入")
    page.unroute(broken)
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    expect(page.locator(".hb-search__warning")).to_have_count(0)


def test_one_missing_shard_leaves_the_answers_of_the_others(page: Page, address: str, site: Path) -> None:
    shard = next(
        path for path in (site / "assets/search/zh").glob("k*.js") if "+动率" in path.read_text(encoding="utf-8")
    )
    page.route(f"**/zh/{shard.name}*", lambda route: route.abort())
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("滚动率")
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    expect(page.locator(".hb-search__warning")).to_be_visible()


def test_texts_that_fail_are_said_and_tried_again(page: Page, address: str) -> None:
    broken = re.compile(r"/zh/t\d+\.js")
    page.route(broken, lambda route: route.abort())
    page.goto(address)
    search(page, "数到五再开口")
    page.keyboard.press("ArrowDown")
    chosen = page.locator(f"{CHOSEN} .hb-hit__title").inner_text()
    missing = page.locator(".hb-search__missing")
    expect(missing).to_contain_text("结果可能不全")
    expect(missing.get_by_role("button", name="再试一次")).to_be_visible()
    expect(page.locator(STATUS)).to_contain_text("没有载入")
    assert violations(page, ".hb-search") == []
    page.unroute(broken)
    expect(page.locator(TEXTS).first).to_contain_text("数到五再开口")
    expect(missing).to_be_empty()
    expect(page.locator(STATUS)).not_to_contain_text("没有载入")
    expect(page.locator(f"{CHOSEN} .hb-hit__title")).to_have_text(chosen)


def test_texts_of_another_build_are_asked_for_anew_with_all_else(page: Page, address: str, site: Path) -> None:
    answered: set[str] = set()

    def answer(route: Route) -> None:
        name = route.request.url.rsplit("/", 1)[1].split("?")[0]
        text = (site / "assets/search/zh" / name).read_text(encoding="utf-8")
        if name not in answered:
            text = re.sub(r'"[0-9a-f]{12}"', f'"{"0" * 12}"', text, count=1)
        answered.add(name)
        route.fulfill(body=text, content_type="text/javascript")

    page.route(re.compile(r"/zh/t\d+\.js"), answer)
    page.goto(address)
    search(page, "数到五再开口")
    expect(page.locator(TEXTS).first).to_contain_text("数到五再开口")


def test_without_an_index_the_lists_are_offered(page: Page, address: str) -> None:
    page.route("**/assets/search/zh/*", lambda route: route.abort())
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("滚动率")
    expect(page.locator(".hb-search__message").get_by_role("link", name="全部话术")).to_have_attribute(
        "href", f"{address}scripts/"
    )
    expect(page.locator(STATUS)).to_contain_text("索引没有载入")
    page.locator(".hb-search__message").get_by_role("button", name="再试一次").click()
    expect(page.locator(FIELD)).to_be_focused()


def test_a_site_that_was_published_between_two_clicks_reloads_its_manifest(
    page: Page, address: str, site: Path
) -> None:
    manifest = (site / "assets/search/zh/manifest.js").read_text(encoding="utf-8")
    build = re.search(r'manifest","([0-9a-f]{12})"', manifest)
    assert build
    old = manifest.replace(build[1], "0" * 12)
    fresh: list[str] = []

    def answer(route: Route) -> None:
        if "?" in route.request.url:
            fresh.append(route.request.url)
            route.continue_()
        else:
            route.fulfill(body=old, content_type="text/javascript")

    page.route("**/assets/search/zh/manifest.js*", answer)
    page.goto(address)
    search(page, "滚动率")
    expect(page.locator(TITLES).first).to_have_text("滚动率")
    assert len(fresh) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_a_folder_without_a_server(page: Page, site: Path, language: str) -> None:
    page.goto(f"{site.as_uri()}/{LANGUAGES[language]}index.html")
    search(page, "gdl")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"{LANGUAGES[language]}glossary/roll-rate/index\.html$"))
    search(page, "数到五" if language == "zh" else "count to five")
    expect(page.locator(TEXTS).first).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_open_dialog_is_accessible(browser: Browser, address: str, language: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}{LANGUAGES[language]}")
    states: list[Callable[[], object]] = [
        lambda: page.keyboard.press("/"),
        lambda: page.keyboard.type("客户" if language == "zh" else "customer"),
        lambda: page.keyboard.press("Alt+KeyB"),
        lambda: page.keyboard.press("Alt+Digit2"),
        lambda: page.keyboard.press("Alt+KeyP"),
        lambda: page.locator(".hb-search__record summary").click(),
        lambda: page.locator(FIELD).fill("zqxwv"),
        lambda: page.locator(FIELD).fill(""),
    ]
    for state in states:
        state()
        page.wait_for_timeout(250)
        assert violations_in_schemes(page, ".hb-search") == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate(f"document.querySelector('.hb-search').getBoundingClientRect().right <= {SEEN}")
    context.close()


def test_the_screen_reader_hears_how_many_and_which_is_first(page: Page, address: str) -> None:
    page.goto(f"{address}en/")
    search(page, "roll rate")
    expect(page.locator(STATUS)).to_contain_text(re.compile(r"^\d+ results?, the first: Roll rate"))
    page.locator(FIELD).fill("zqxwv")
    expect(page.locator(STATUS)).to_have_text("Nothing found for “zqxwv”")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_list_keeps_its_height_while_results_are_announced(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(address)
    page.keyboard.press("/")
    expect(page.locator("[role=grid]")).to_be_attached()
    body = "document.querySelector('.hb-search__body').clientHeight"
    height = page.evaluate(body)
    for query, said in (("客户", "条结果"), ("zqxwv", "没有找到"), ("数到五再开口", "条结果")):
        page.locator(FIELD).fill(query)
        expect(page.locator(STATUS)).to_contain_text(said)
        assert page.evaluate(body) == height


def test_search_and_the_commands_do_not_stand_over_each_other(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type(">")
    commands = page.get_by_role("dialog", name="命令")
    expect(commands).to_be_visible()
    page.keyboard.press("Control+k")
    expect(page.locator(".hb-search[open]")).to_have_count(0)
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    expect(page.locator(FIELD)).to_have_value("")


def test_nothing_is_asked_of_another_host_and_little_of_a_page_that_never_searches(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    assert [url for url in asked if "/assets/search/" in url] == []
    search(page, "客户说没钱怎么办")
    page.wait_for_timeout(800)
    assert [url for url in asked if not url.startswith(address)] == []


def test_without_scripts_there_is_no_button_that_does_nothing(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator("[data-hb-search]")).to_be_hidden()
    context.close()
