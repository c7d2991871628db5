from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.slips import NULLABLE
from handbook.source import DefectKind
from handbook.text import Text

RULE = Rule(
    code="HB114",
    name="empty-value",
    finds=Text("字段写了，值却是空的。", "A field without a value."),
    why=Text(
        "分不清是不知道、不适用还是忘了写。",
        "It does not tell whether the value is unknown, does not apply or was forgotten.",
    ),
    wrong="""adopted:""",
    right="""adopted: 2021-08-20""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for defect in library.defects_of(DefectKind.EMPTY_VALUE):
        nullable = defect.expected == NULLABLE
        yield RULE.at(
            defect.span,
            Text(f"字段“{defect.detail}”是空的", f"field '{defect.detail}' is empty"),
            Text("写上值；没有就删去，确实不知道写null", "write a value; remove it where there is none, or write null")
            if nullable
            else Text("写上内容；可以不写的字段就删去", "write a value, or remove the field where it is optional"),
        )
