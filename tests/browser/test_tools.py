"""The calculators and “May I call now?”: pure functions in a real browser, then the pages as a reader uses them.

`pytest tests/browser/test_tools.py -v` prints the boundaries of “May I call now?”, which stand in `may-i-call.txt`.
"""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect
from tests.accessibility import violations_in_schemes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

QUIET = {"kind": "quiet-hours", "value": "22:00-08:00", "days": None, "lifted_by_consent": True}
OPEN = {"kind": "permitted-hours", "value": "08:00-21:00", "days": None, "lifted_by_consent": False}
THREE_A_DAY = {"kind": "calls-a-day", "value": 3, "days": None, "lifted_by_consent": False}
SIX_ATTEMPTS = {"kind": "attempts-a-day", "value": 6, "days": None, "lifted_by_consent": True}
SEVEN_IN_SEVEN = {"kind": "calls-in-days", "value": 7, "days": 7, "lifted_by_consent": True}
AFTER_TALK = {"kind": "days-after-conversation", "value": 7, "days": None, "lifted_by_consent": True}
NORMS = {"hours_between_calls": 2, "holidays": ["2027-01-01"], "earliest": "08:00", "latest": "22:00"}
CHINA, NEW_YORK = "Asia/Shanghai", "America/New_York"
UNKNOWN = {
    "answeredToday": 0,
    "attemptsToday": 0,
    "callsInDays": 0,
    "lastCall": None,
    "lastConversation": None,
    "consent": False,
    "refused": False,
}
"""A case of which nothing is known."""
TABLE = [
    re.split(r" {2,}", line)
    for line in (Path(__file__).parent / "may-i-call.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def at(text: str, zone: str) -> int:
    """A moment by the wall clock of a zone, in milliseconds."""
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp() * 1000)


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, timezone_id=CHINA)
    page = context.new_page()
    page.goto(f"{address}en/toolkit/may-i-call/")
    yield page
    context.close()


def call(page: Page, module: str, function: str, *arguments: Any) -> Any:  # noqa: ANN401 -- what JSON holds
    return page.evaluate(
        "async ([module, name, given]) => (await import(module))[name](...given)",
        [f"/assets/js/tools/{module}.js", function, list(arguments)],
    )


def may_call(page: Page, limits: list[Any], when: str, zone: str = CHINA, **known: Any) -> tuple[str, list[str], Any]:  # noqa: ANN401
    case = {"zone": zone, **UNKNOWN, **known}
    found = call(page, "calling", "mayCall", {"limits": limits}, NORMS, case, at(when, zone))
    return found["answer"], [reason["kind"] for reason in found["reasons"]], found["next"]


def row_id(row: list[str]) -> str:
    """`2026-11-26 07:59 Asia/Shanghai, cn-online-credit -> no: cn-gbt-45251-2025#contact-hours (…), next 08:00`."""
    clock, zone, regime, known, answer, because, following = row
    case = "" if known == "-" else f" with {known}"
    why = "" if because == "-" else f": {because}"
    return f"{clock} {zone}, {regime}{case} -> {answer}{why}" + ("" if following == "-" else f", next {following}")


def read_case(known: str, zone: str) -> dict[str, Any]:
    """`answeredToday=3, consent` as the case that it describes."""
    case: dict[str, Any] = {}
    for name, _, value in (part.partition("=") for part in known.split(", ") if part != "-"):
        case[name] = True if not value else int(value) if value.isdigit() else at(value, zone)
    return {"zone": zone, **UNKNOWN, **case}


def named(reason: str | dict[str, Any]) -> str:
    """The provision and what kind of instrument it stands in, or what the house asks for."""
    if isinstance(reason, str):
        return f"{reason} (house norm)"
    return re.sub(r".*/([^/]+)/(#.+)", rf"\1\2 ({reason['instrument']})", reason["url"])


@pytest.mark.parametrize("row", TABLE, ids=row_id)
def test_the_handbook_says(page: Page, row: list[str]) -> None:
    """The rules of the page itself, as the regulations' facts and `calling.yml` give them."""
    clock, zone, regime, known, answer, because, following = row
    found = page.evaluate(
        """async ([id, known, now]) => {
          const given = JSON.parse(document.querySelector(".hb-tool-data").textContent);
          const { mayCall } = await import("/assets/js/tools/calling.js");
          const regime = given.regimes.find((each) => each.id === id);
          const { answer, reasons, next } = mayCall(regime, given.house_norms, known, now);
          return { answer, next, reasons: reasons.map(({ kind, limit }) => limit ?? kind) };
        }""",
        [regime, read_case(known, zone), at(clock, zone)],
    )
    reasons = [named(each) for each in found["reasons"]]
    assert found["answer"] == answer
    assert ("; ".join(reasons) or "-") == because
    assert found["next"] == (None if following == "-" else at(following, zone))


@pytest.mark.parametrize("hour", range(24), ids=lambda hour: f"{hour:02d}:00 and the minute before, Beijing")
def test_every_hour_of_a_day_in_china(page: Page, hour: int) -> None:
    before, sharp = f"2026-11-26T{(hour - 1) % 24:02d}:59", f"2026-11-26T{hour:02d}:00"
    allowed = 8 <= hour < 22
    assert may_call(page, [QUIET], sharp)[0] == ("yes" if allowed else "no")
    was_allowed = 8 <= (hour - 1) % 24 < 22
    assert may_call(page, [QUIET], before)[0] == ("yes" if was_allowed else "no")


@pytest.mark.parametrize("hour", range(24), ids=lambda hour: f"{hour:02d}:00, New York")
def test_every_hour_of_a_day_in_new_york(page: Page, hour: int) -> None:
    answer, reasons, _ = may_call(page, [OPEN], f"2026-07-01T{hour:02d}:00", NEW_YORK)
    assert answer == ("yes" if 8 <= hour < 21 else "no")
    assert reasons == ([] if answer == "yes" else ["permitted-hours"])


@pytest.mark.parametrize(
    ("when", "answer"),
    [
        ("2026-03-08T07:59", "no"),  # the clock went forward at 02:00
        ("2026-03-08T08:00", "yes"),
        ("2026-03-08T20:59", "yes"),
        ("2026-03-08T21:00", "no"),
        ("2026-11-01T07:59", "no"),  # the clock went back at 02:00
        ("2026-11-01T08:00", "yes"),
        ("2026-11-01T20:59", "yes"),
        ("2026-11-01T21:00", "no"),
    ],
)
def test_days_on_which_the_clock_changes(page: Page, when: str, answer: str) -> None:
    assert may_call(page, [OPEN], when, NEW_YORK)[0] == answer


@pytest.mark.parametrize(("day", "opens"), [("2026-03-07", "2026-03-08T08:00"), ("2026-10-31", "2026-11-01T08:00")])
def test_the_next_time_over_a_change_of_the_clock(page: Page, day: str, opens: str) -> None:
    assert may_call(page, [OPEN], f"{day}T22:00", NEW_YORK)[2] == at(opens, NEW_YORK)


def test_where_the_customer_is_decides(page: Page) -> None:
    moment = "2026-11-26T20:00"
    assert may_call(page, [OPEN], moment, NEW_YORK)[0] == "yes"
    there = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(NEW_YORK)).astimezone(ZoneInfo(CHINA))
    assert may_call(page, [OPEN], there.replace(tzinfo=None).isoformat(), CHINA)[0] == "yes"
    assert may_call(page, [OPEN], "2026-11-26T22:00", "Asia/Kolkata")[0] == "no"


@pytest.mark.parametrize(
    ("limits", "known", "reasons"),
    [
        ([THREE_A_DAY], {"answeredToday": 2}, []),
        ([THREE_A_DAY], {"answeredToday": 3}, ["calls-a-day"]),
        ([THREE_A_DAY], {"answeredToday": 3, "consent": True}, ["calls-a-day"]),
        ([SIX_ATTEMPTS], {"attemptsToday": 6}, ["attempts-a-day"]),
        ([SIX_ATTEMPTS], {"attemptsToday": 6, "consent": True}, []),
        ([SEVEN_IN_SEVEN], {"callsInDays": 6}, []),
        ([SEVEN_IN_SEVEN], {"callsInDays": 7}, ["calls-in-days"]),
        ([AFTER_TALK], {"lastConversation": at("2026-11-19T11:01", CHINA)}, ["days-after-conversation"]),
        ([AFTER_TALK], {"lastConversation": at("2026-11-19T11:00", CHINA)}, []),
        ([], {"lastCall": at("2026-11-26T09:01", CHINA)}, ["spacing"]),
        ([], {"lastCall": at("2026-11-26T09:00", CHINA)}, []),
        ([], {"refused": True}, ["refused"]),
    ],
)
def test_counts_and_norms(page: Page, limits: list[Any], known: dict[str, Any], reasons: list[str]) -> None:
    assert may_call(page, limits, "2026-11-26T11:00", **known)[1] == reasons


def test_counts_of_a_day_end_with_it(page: Page) -> None:
    _, _, following = may_call(page, [QUIET, THREE_A_DAY], "2026-11-26T15:20", answeredToday=3)
    assert following == at("2026-11-27T08:00", CHINA)


def test_house_holidays(page: Page) -> None:
    assert may_call(page, [QUIET], "2027-01-01T10:00")[1] == ["holiday"]
    assert may_call(page, [QUIET], "2027-01-01T10:00")[2] == at("2027-01-02T08:00", CHINA)


def test_without_a_clock_unusual_hours_are_asked_about(page: Page) -> None:
    assert may_call(page, [], "2026-11-26T22:00")[:2] == ("ask", ["no-clock"])
    assert may_call(page, [], "2026-11-26T21:59")[0] == "yes"
    assert may_call(page, [], "2026-11-26T10:00", refused=True)[2] is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("18,600.00元", 18600),
        ("１．５万", 15000),
        ("￥1 200", 1200),
        ("42%", 42),
        ("-3", -3),
        (".5", 0.5),
        ("", None),
        ("十二", None),
        ("1e9", None),
        ("{{ amount }}", None),
        ("<img src=x onerror=alert(1)>", None),
        ("9" * 200, None),
        ("99999999999999999999", None),
    ],
)
def test_numbers_as_people_write_them(page: Page, text: str, value: float | None) -> None:
    assert call(page, "numbers", "parseNumber", text) == value


def plan(**changes: float) -> dict[str, float]:
    return {"principal": 12000, "interest": 900, "fees": 300, "waiver": 0.5, "first": 2600, "count": 10, **changes}


def test_a_plan_adds_up_to_the_fen(page: Page) -> None:
    found = call(page, "instalments", "instalments", plan())
    assert (found["waived"], found["total"], found["each"], found["last"]) == (60000, 1260000, 100000, 100000)
    for count in (1, 3, 7, 12, 59, 60):
        uneven = call(page, "instalments", "instalments", plan(count=count, principal=9999.99))
        assert sum(row["amount"] for row in uneven["rows"]) == uneven["total"] - 260000
        assert uneven["rows"][-1]["left"] == 0
        assert 0 <= uneven["last"] - uneven["each"] < count


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"principal": -1}, "principal"),
        ({"count": 0}, "count"),
        ({"count": 2.5}, "count"),
        ({"waiver": 1.01}, "waiver"),
        ({"first": 99999}, "first"),
    ],
)
def test_a_plan_that_cannot_be(page: Page, changes: dict[str, float], field: str) -> None:
    assert call(page, "instalments", "instalments", plan(**changes)) == {"fault": field}


@pytest.mark.parametrize(
    ("days", "a", "b"),
    [
        (-1, 0, 0),
        (0, 0, 0),
        (1, 1, 1),
        (29, 1, 1),
        (30, 1, 2),
        (31, 2, 2),
        (59, 2, 2),
        (60, 2, 3),
        (61, 3, 3),
        (90, 3, 4),
        (91, 4, 4),
        (179, 6, 6),
        (180, 6, 7),
        (181, 7, 7),
        (999, 7, 7),
    ],
)
def test_stages_of_both_conventions(page: Page, days: int, a: int, b: int) -> None:
    assert call(page, "buckets", "stageA", days) == a
    assert call(page, "buckets", "stageB", days) == b


@pytest.mark.parametrize(
    ("due", "counted", "days"),
    [
        ("2026-03-20", "2026-04-02", 13),
        ("2024-02-28", "2024-03-01", 2),
        ("2026-11-26", "2026-11-26", 0),
        ("2026-02-30", "2026-03-01", None),
        ("", "2026-03-01", None),
        ("26-1-1", "2026-03-01", None),
    ],
)
def test_days_past_due(page: Page, due: str, counted: str, days: int | None) -> None:
    assert call(page, "buckets", "daysPastDue", due, counted) == days


def test_roll_rates_of_a_matrix(page: Page) -> None:
    found = call(page, "rates", "rollRates", [[90, 10, 0], [50, 8, 42], [10, 0, 90]])
    assert [row["roll"] for row in found["rows"]] == [0.1, 0.42, 0]
    assert found["rows"][1]["cure"] == 0.5
    assert found["chain"] == 0.42
    assert call(page, "rates", "rollRates", [[1, 2], [3]]) == {"fault": "shape"}
    assert call(page, "rates", "rollRates", [[1, -2], [3, 4]]) == {"fault": "negative"}
    assert call(page, "rates", "rollRates", [[0, 0], [3, 4]])["rows"][0]["roll"] is None


def test_a_rate_against_its_cap(page: Page) -> None:
    loan = {"amount": 47000, "cost": 5640, "days": 365, "lpr": 3, "times": 4}
    found = call(page, "rate_cap", "againstCap", loan)
    assert round(found["yearly"], 6) == 0.12
    assert found["over"] is False
    assert call(page, "rate_cap", "againstCap", {**loan, "cost": 5641})["over"] is True
    assert call(page, "rate_cap", "againstCap", {**loan, "lpr": 0}) == {"fault": "lpr"}


@pytest.mark.parametrize(
    ("pasted", "rows"),
    [
        ("\tM0\tM1\r\nM0\t1,200\t30\r\n", [["M0", "M1"], ["M0", "1,200", "30"]]),
        ("90  10\n50  42", [["90", "10"], ["50", "42"]]),
        ("90,10\n50,42", [["90", "10"], ["50", "42"]]),
    ],
)
def test_tables_as_they_are_pasted(page: Page, pasted: str, rows: list[list[str]]) -> None:
    assert call(page, "numbers", "parseTable", pasted) == rows


def test_csv_holds_no_formulas(page: Page) -> None:
    assert call(page, "numbers", "csv", [["=1+1", "a,b", 'c"d', "-5"]]) == '\ufeff\'=1+1,"a,b","c""d",-5\r\n'


PAGES = ("may-i-call", "instalment-calculator", "bucket-calculator", "rate-calculator", "rate-cap-calculator")


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("name", PAGES)
def test_each_answers_and_is_accessible(browser: Browser, address: str, name: str, prefix: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type != "log" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{address}{prefix}toolkit/{name}/")
    expect(page.locator(".hb-tool form")).to_be_visible()
    expect(page.locator(".hb-result")).not_to_be_empty()
    assert violations_in_schemes(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert complaints == []
    context.close()


def test_figures_are_saved_as_csv(browser: Browser, address: str) -> None:
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    page.goto(f"{address}toolkit/bucket-calculator/")
    page.locator("[name=due]").fill("2026-10-27")
    page.locator("[name=counted]").fill("2026-11-26")
    expect(page.locator(".hb-result")).to_contain_text("逾期30天")
    with page.expect_download() as saved:
        page.locator(".hb-download").click()
    text = saved.value.path().read_text(encoding="utf-8")
    assert "口径A（较常见）,M1,1–30" in text
    assert "口径B（零起算）,M2,30–59" in text
    context.close()


def test_a_hostile_value_is_refused_and_shown_as_text(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}toolkit/rate-calculator/")
    page.locator("[name=matrix]").fill("1\t<img src=x onerror=alert(1)>\n2\t3")
    expect(page.locator(".hb-result")).to_contain_text("<img src=x")
    assert page.locator(".hb-result img").count() == 0
    page.locator("[name=matrix]").fill("x" * 100_000)
    expect(page.locator(".hb-result .hb-fault").first).to_be_visible()
    context.close()


def test_without_scripts_the_rules_are_there_to_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}toolkit/may-i-call/")
    expect(page.locator(".hb-tool form")).to_be_hidden()
    expect(page.locator(".hb-tool table")).to_contain_text("22:00至次日08:00")
    context.close()
