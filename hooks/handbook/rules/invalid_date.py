import re
from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.source import DefectKind
from handbook.text import Text

RULE = Rule(
    code="HB115",
    name="invalid-date",
    finds=Text(
        "不是日期，或者日历上没有的日期。", "A date that is written in another way, or that the calendar lacks."
    ),
    why=Text(
        "生效和复核的先后都按日期计算。",
        "What is in force and what is due for review is worked out from dates.",
    ),
    wrong="""effective: 2021年11月1日""",
    right="""effective: 2021-11-01""",
)

_WELL_FORMED = re.compile(r"\d{4}-\d\d-\d\d")


def check(library: Library, today: date) -> Iterator[Finding]:
    for defect in library.defects_of(DefectKind.INVALID_DATE):
        field, value = defect.detail, defect.expected
        if _WELL_FORMED.fullmatch(value):
            message = Text(f"字段“{field}”：日历上没有{value}", f"field '{field}': the calendar has no {value}")
        else:
            message = Text(f"字段“{field}”不是日期：“{value}”", f"field '{field}' is not a date: '{value}'")
        yield RULE.at(
            defect.span, message, Text("写成2021-11-01这样的年-月-日", "write year-month-day, such as 2021-11-01")
        )
