"""What is typed, as a table: read and made normal, or refused. The modules know no page and no clock."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser, Page

TODAY = "2026-11-26"  # a Thursday
MONEY, COUNT, PERCENT = {"type": "money", "min": 0.01}, {"type": "count", "min": 1, "max": 9999}, {"type": "percent"}
NAME, TEXT, PHONE = {"type": "name", "min": 1, "max": 30}, {"type": "text"}, {"type": "phone", "min": 5, "max": 20}
DATE, TIME, CHOICE = {"type": "date"}, {"type": "time"}, {"type": "choice", "choices": {"mr": "先生", "ms": "女士"}}

READ: list[tuple[dict[str, Any], str, str]] = [
    # money: both widths, thousands, currencies, 万
    (MONEY, "18600", "18600.00"),
    (MONEY, "18,600.00", "18600.00"),
    (MONEY, "１８，６００．５", "18600.50"),
    (MONEY, " ¥ 1 860.00 ", "1860.00"),
    (MONEY, "￥1860元", "1860.00"),
    (MONEY, "CNY 1,860", "1860.00"),
    (MONEY, "1.86万", "18600.00"),
    (MONEY, "0.10", "0.10"),
    (MONEY, "007", "7.00"),
    (MONEY, "1860.", "1860.00"),
    (MONEY, "\t18,600.00\r\n", "18600.00"),
    (MONEY, "999999999999.99", "999999999999.99"),
    # counts and percentages
    (COUNT, "１６", "16"),
    (COUNT, "16天", "16"),
    (COUNT, "16 days", "16"),
    (COUNT, "1,000", "1000"),
    (PERCENT, "12.5%", "12.5"),
    (PERCENT, "１２．５０", "12.5"),
    # words: what cannot be seen goes, lines become one
    (NAME, " 王某某 ", "王某某"),
    (NAME, "王\u200b某\u202e某", "王某某"),
    (NAME, "Wang\r\nMoumou\t", "Wang Moumou"),
    (NAME, "O’Brien & Söhne", "O’Brien & Söhne"),
    (TEXT, "1 < 2 > 0", "1 < 2 > 0"),
    (TEXT, "[微笑]好的", "[微笑]好的"),
    (TEXT, "", ""),
    # telephones, times, choices
    (PHONE, "４００－０００－００００", "400-000-0000"),
    (PHONE, "400 000 0000", "400 000 0000"),
    (PHONE, "+86 (10) 0000 0000", "+86 (10) 0000 0000"),
    (TIME, "10:30", "10:30"),
    (TIME, "１０：３０", "10:30"),
    (TIME, "1030", "10:30"),
    (TIME, "10点半", "10:30"),
    (TIME, "下午3点", "15:00"),
    (TIME, "晚上8点15分", "20:15"),
    (TIME, "3:30 p.m.", "15:30"),
    (TIME, "12 am", "00:00"),
    (CHOICE, "ms", "ms"),
    # days, from a Thursday
    (DATE, "今天", "2026-11-26"),
    (DATE, "明天", "2026-11-27"),
    (DATE, "后天", "2026-11-28"),
    (DATE, "大后天", "2026-11-29"),
    (DATE, "昨天", "2026-11-25"),
    (DATE, "周四", "2026-11-26"),
    (DATE, "星期五", "2026-11-27"),
    (DATE, "周三", "2026-12-02"),
    (DATE, "本周三", "2026-11-25"),
    (DATE, "下周五", "2026-12-04"),
    (DATE, "下周日", "2026-12-06"),
    (DATE, "下下周一", "2026-12-07"),
    (DATE, "上个星期天", "2026-11-22"),
    (DATE, "3天后", "2026-11-29"),
    (DATE, "两周后", "2026-12-10"),
    (DATE, "一个月后", "2026-12-26"),
    (DATE, "月底", "2026-11-30"),
    (DATE, "下月底", "2026-12-31"),
    (DATE, "年底", "2026-12-31"),
    (DATE, "30号", "2026-11-30"),
    (DATE, "十五号", "2026-12-15"),
    (DATE, "下个月15号", "2026-12-15"),
    (DATE, "11月30日", "2026-11-30"),
    (DATE, "11月30日（星期一）", "2026-11-30"),
    (DATE, "2026年11月30日", "2026-11-30"),
    (DATE, "２０２６／１１／３０", "2026-11-30"),
    (DATE, "2026/11/30 0:00:00", "2026-11-30"),
    (DATE, "20261130", "2026-11-30"),
    (DATE, "1-5", "2027-01-05"),
    (DATE, "10-18", "2026-10-18"),
    (DATE, "2028-02-29", "2028-02-29"),
    (DATE, "today", "2026-11-26"),
    (DATE, "Tomorrow", "2026-11-27"),
    (DATE, "the day after tomorrow", "2026-11-28"),
    (DATE, "Friday", "2026-11-27"),
    (DATE, "next Friday", "2026-12-04"),
    (DATE, "this Monday", "2026-11-23"),
    (DATE, "in 3 days", "2026-11-29"),
    (DATE, "end of next month", "2026-12-31"),
    (DATE, "the 15th", "2026-12-15"),
    (DATE, "30 Nov", "2026-11-30"),
    (DATE, "November 30, 2026", "2026-11-30"),
    (DATE, "Monday, 30 November 2026", "2026-11-30"),
    (DATE, "30/11/2026", "2026-11-30"),
]

REFUSED: list[tuple[dict[str, Any], str, str]] = [
    (MONEY, "-5", "negative"),
    (MONEY, "−5", "negative"),
    (MONEY, "(1,000.00)", "negative"),
    (MONEY, "负100", "negative"),
    (MONEY, "0", "too-small"),
    (MONEY, "1,2345", "separators"),
    (MONEY, "1.234,56", "separators"),
    (MONEY, "12.345", "decimals"),
    (MONEY, "1,000\t2,000", "several"),
    (MONEY, "1000\n2000", "several"),
    (MONEY, "9999999999999", "too-long"),
    (MONEY, "一百", "no-number"),
    (MONEY, "<b>5</b>", "no-number"),
    (COUNT, "1.5", "whole"),
    (COUNT, "10000", "too-large"),
    (PERCENT, "100.1", "too-large"),
    (NAME, "<script>alert(1)</script>", "markup"),
    (NAME, "<img src=x onerror=alert(1)>", "markup"),
    (NAME, "{{ customer_name }}", "braces"),
    (NAME, "王}}", "braces"),
    (NAME, "王" * 31, "too-long"),
    (TEXT, "x" * 10_000, "too-long"),
    (PHONE, "123", "too-short"),
    (PHONE, "打我手机", "no-phone"),
    (TIME, "25:00", "no-such-time"),
    (TIME, "10:60", "no-such-time"),
    (TIME, "3", "no-such-time"),
    (CHOICE, "constructor", "no-choice"),
    (DATE, "2026-02-30", "no-such-day"),
    (DATE, "11月31日", "no-such-day"),
    (DATE, "31 Nov", "no-such-day"),
    (DATE, "5/6/2026", "ambiguous"),
    (DATE, "11月30日星期二", "other-weekday"),
    (DATE, "Tuesday, 30 November 2026", "other-weekday"),
    (DATE, "过两天", "unreadable"),
    (DATE, "May", "unreadable"),
]


@pytest.fixture(scope="module")
def values(browser: Browser, desk: str) -> Iterator[Page]:
    """A page from which the modules are called; one for all, since they remember nothing."""
    page = browser.new_page()
    page.goto(desk)
    yield page
    page.close()


def calls(page: Page, module: str, name: str, each: Sequence[Sequence[object]]) -> list[Any]:
    """What a function returns for each of these arguments."""
    code = """async ([module, name, each]) => {
      const functions = await import(`/assets/js/desk/${module}.js`);
      return each.map((given) => functions[name](...given));
    }"""
    found: list[Any] = page.evaluate(code, [module, name, each])
    return found


def call(page: Page, module: str, name: str, *arguments: object) -> Any:  # noqa: ANN401 -- whatever it returns
    return calls(page, module, name, [arguments])[0]


def test_what_is_read(values: Page) -> None:
    got = calls(values, "values", "parse", [(text, kind, TODAY) for kind, text, _ in READ])
    wrong = [(row, each) for row, each in zip(READ, got, strict=True) if each != {"value": row[2]}]
    assert wrong == []


def test_what_is_refused(values: Page) -> None:
    got = calls(values, "values", "parse", [(text, kind, TODAY) for kind, text, _ in REFUSED])
    wrong = [(row[1][:30], each) for row, each in zip(REFUSED, got, strict=True) if each.get("problem") != row[2]]
    assert wrong == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_refusal_says_what_to_do(values: Page, language: str) -> None:
    got = calls(values, "values", "parse", [(text, kind, TODAY) for kind, text, _ in REFUSED])
    messages = calls(values, "words", "refusal", [(each["problem"], each.get("detail"), language) for each in got])
    assert all(messages)
    assert not any("undefined" in each or "NaN" in each for each in messages)


def test_what_is_read_is_read_again_from_its_field_as_the_same(values: Page) -> None:
    rows = [(kind, value) for kind, _, value in READ]
    shown = calls(values, "values", "editable", [(value, kind) for kind, value in rows])
    again = calls(values, "values", "parse", [(text, kind, TODAY) for (kind, _), text in zip(rows, shown, strict=True)])
    assert again == [{"value": value} for _, value in rows]


@pytest.mark.parametrize(
    ("kind", "value", "zh", "en"),
    [
        (MONEY, "1234567.50", "1,234,567.50", "1,234,567.50"),
        (MONEY, "600.00", "600.00", "600.00"),
        (COUNT, "1000", "1,000", "1,000"),
        (DATE, "2026-11-30", "2026年11月30日", "30 November 2026"),
        (TIME, "15:00", "15:00", "15:00"),
        (CHOICE, "ms", "女士", "女士"),
    ],
)
def test_values_are_written_for_the_language(values: Page, kind: dict[str, Any], value: str, zh: str, en: str) -> None:
    assert call(values, "values", "written", value, kind, "zh") == zh
    assert call(values, "values", "written", value, kind, "en") == en


def test_a_date_that_is_said_comes_with_its_weekday(values: Page) -> None:
    assert call(values, "values", "written", "2026-11-30", DATE, "zh", True) == "2026年11月30日（星期一）"
    assert call(values, "values", "written", "2026-11-30", DATE, "en", True) == "Monday, 30 November 2026"


@pytest.mark.parametrize(
    ("text", "characters", "segments"),
    [
        ("", 0, 0),
        ("字" * 70, 70, 1),
        ("字" * 71, 71, 2),
        ("字" * 134, 134, 2),
        ("字" * 135, 135, 3),
        ("a" * 160, 160, 1),
        ("a" * 161, 161, 2),
        ("a" * 306, 306, 2),
        ("a" * 307, 307, 3),
        ("€" * 80, 160, 1),
        ("a" * 100 + "’", 101, 2),
        ("😀" * 35, 70, 1),
    ],
)
def test_text_messages_are_counted_as_networks_do(values: Page, text: str, characters: int, segments: int) -> None:
    length = call(values, "segments", "lengthOf", text)
    assert (length["characters"], length["segments"]) == (characters, segments)


def test_text_messages_are_counted_as_the_check_does(values: Page) -> None:
    from handbook.text_message import foreign_character, length_and_limit  # noqa: PLC0415 -- only this test compares

    for text in ("字数", "plain", "[a]", "€", "’", "Grüße", "ê", "\n", "~^{}|\\"):
        length = call(values, "segments", "lengthOf", text)
        assert length["characters"] == length_and_limit(text)[0], text
        assert length.get("foreign") == foreign_character(text), text


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("应还9元，最低_元，9到期。已还请忽略。", "应还9元，9到期。已还请忽略。"),
        ("9元。最低_元，到期前还；剩下的计息。好。", "9元。好。"),
        ("最低_元，到期前还9元。好。", "到期前还9元。好。"),
        ("账单上最低是_元。只还这个数，剩下的计息。", ""),
        ("好。最低是_元。只还这个数。", "好。只还这个数。"),
        ("CNY 9 due (minimum CNY _) is due on 9.", "CNY 9 due is due on 9."),
        ("A 9. B is _. C 9.", "A 9. C 9."),
        ("一（含_（元））二", "一二"),
        ("末句_", ""),
        ("应还9元最低_元。", None),
    ],
)
def test_what_is_about_an_empty_value_is_left_out_and_nothing_with_another_value(
    values: Page, text: str, rest: str | None
) -> None:
    start, others = text.index("_"), [place for place, each in enumerate(text) if each == "9"]
    passage = call(values, "passages", "passageAround", text, start, start + 1, others)
    assert (None if passage is None else text[: passage[0]] + text[passage[1] :]) == rest


@pytest.mark.parametrize(
    ("review", "today", "state"),
    [
        ({}, "2026-11-26", "never"),
        ({"on": "2026-05-01"}, "2036-11-26", "reviewed"),
        ({"on": "2026-05-01", "due": "2026-11-26"}, "2026-11-26", "reviewed"),
        ({"on": "2026-05-01", "due": "2026-11-26"}, "2026-11-27", "due"),
        ({"on": "2026-05-01", "textChanged": True, "due": "2026-06-01"}, "2026-11-26", "text-changed"),
        ({"on": "2026-05-01", "rulesChanged": True, "textChanged": True}, "2026-11-26", "rule-changed"),
        ({"on": "2026-05-01", "rulesBegin": ["2026-12-01"]}, "2026-11-30", "reviewed"),
        ({"on": "2026-05-01", "rulesBegin": ["2026-12-01"]}, "2026-12-01", "rule-changed"),
    ],
)
def test_the_state_of_a_review_depends_on_the_day(values: Page, review: dict[str, Any], today: str, state: str) -> None:
    review = {"textChanged": False, "rulesChanged": False, "rulesBegin": [], **review}
    assert call(values, "review", "stateOf", review, today) == state
