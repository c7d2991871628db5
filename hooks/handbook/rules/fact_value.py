import re
from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.model import Kind, Regulation
from handbook.model.regulation import Fact, Unit
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB614",
    name="fact-value",
    finds=Text(
        "事实值与单位不合：时段不是“HH:MM-HH:MM”，或数字写成了文字、不大于零。",
        "A fact whose value does not fit its unit: no window HH:MM-HH:MM, a number in quotes or not above zero.",
    ),
    why=Text("全书都按它显示和核对这个数。", "The whole handbook shows this number and is checked against it."),
    wrong="""quiet-hours: {value: "22-8", unit: time-window, provision: contact-hours}""",
    right="""quiet-hours: {value: "22:00-08:00", unit: time-window, provision: contact-hours}""",
)

_WINDOW = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d")


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.REGULATION):
        regulation = entity.structure
        for name, fact in regulation.facts.items() if isinstance(regulation, Regulation) else ():
            if not _fits(fact):
                yield RULE.at(
                    entity.documents[SOURCE].front.span(("facts", name, "value")),
                    Text(
                        f"事实值“{name}”是“{fact.value}”，与单位{fact.unit}不合",
                        f"fact '{name}' is '{fact.value}', which does not fit the unit {fact.unit}",
                    ),
                    Text('写成"22:00-08:00"', 'write "22:00-08:00"')
                    if fact.unit is Unit.TIME_WINDOW
                    else Text("写大于零的数字，不加引号", "write a number above zero, without quotes"),
                )


def _fits(fact: Fact) -> bool:
    if fact.unit is Unit.TIME_WINDOW:
        return isinstance(fact.value, str) and _WINDOW.fullmatch(fact.value) is not None
    return not isinstance(fact.value, str) and fact.value > 0
