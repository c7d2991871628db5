from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.excuses import Excuse
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB902",
    name="unused-excuse",
    finds=Text("没有可原谅之处的原谅标记。", "An excuse that excuses nothing."),
    why=Text("毛病已改，标记留着会掩盖以后的错误。", "What it excused is gone; what comes next would be hidden."),
    wrong="""<!-- handbook: ignore HB201 旧页面 -->
见[](term:roll-rate)""",
    right="""见[](term:roll-rate)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    """Nothing: only after all other rules is it known which excuses were needed; see `handbook.check.run`."""
    return iter(())


def findings(excuse: Excuse) -> Iterator[Finding]:
    yield RULE.at(
        excuse.span,
        Text(f"此处没有{excuse.code}可原谅", f"nothing to excuse here: no {excuse.code}"),
        Text("删去这个标记", "remove the excuse"),
    )
