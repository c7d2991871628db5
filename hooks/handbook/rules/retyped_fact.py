from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Library
from handbook.text import Text
from handbook.typed_numbers import typed_numbers

RULE = Rule(
    code="HB612",
    name="retyped-fact",
    finds=Text(
        "引用了条款，却把法规页里已有的数字又手打了一遍。",
        "A number typed beside its provision, though the regulation's page holds it as a fact.",
    ),
    why=Text("规则一改，手打的数字不会跟着变。", "When the rule changes, a typed number does not change with it."),
    wrong="""每日不超过3次（[](reg:cn-gbt-45251-2025#call-frequency)）""",
    right="""每日不超过[](fact:cn-gbt-45251-2025/calls-per-day)""",
    severity=Severity.WARNING,
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for number in typed_numbers(library):
        if number.agrees:
            yield RULE.at(
                number.span,
                Text(f"“{number.text}”是手打的", f"'{number.text}' is typed by hand"),
                Text(f"写成[]({number.fact})", f"write []({number.fact})"),
            )
