from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.source import DefectKind
from handbook.text import Text

RULE = Rule(
    code="HB108",
    name="invalid-value",
    finds=Text("字段的值不合要求。", "A field whose value is not of the right kind."),
    why=Text(
        "类型、日期或选项写错，页面就显示错的内容。",
        "With a wrong type, date or choice the page shows what is not so.",
    ),
    wrong="""level: easy""",
    right="""level: basic""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for defect in library.defects_of(DefectKind.INVALID_VALUE):
        yield RULE.at(
            defect.span,
            Text(f"字段“{defect.detail}”的值不合要求", f"field '{defect.detail}' has a value of the wrong kind"),
            Text(f"应为：{defect.expected}", f"expected {defect.expected}"),
        )
