from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.excuses import all_excuses
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB901",
    name="excuse-without-reason",
    finds=Text("没有写理由的原谅标记。", "An excuse without a reason."),
    why=Text("审计要看得出为什么放行。", "An auditor must see why it was let through."),
    wrong="""<!-- handbook: ignore HB201 -->""",
    right="""<!-- handbook: ignore HB201 引用的页面下周发布 -->""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for excuse in all_excuses(library):
        if not excuse.reason:
            yield RULE.at(
                excuse.span,
                Text(f"放行{excuse.code}没有写理由", f"{excuse.code} is excused without a reason"),
                Text("在代码后面写上理由", "write the reason behind the code"),
            )
