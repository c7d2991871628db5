from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.source import DefectKind
from handbook.suggest import did_you_mean
from handbook.text import Text

RULE = Rule(
    code="HB107",
    name="unknown-field",
    finds=Text("不认识的字段。", "A field that does not exist."),
    why=Text("拼错的字段会被悄悄忽略。", "A misspelt field would be ignored in silence."),
    wrong="""titel: 滚动率""",
    right="""title: 滚动率""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for defect in library.defects_of(DefectKind.UNKNOWN_FIELD):
        known = [name for name in defect.expected.split(", ") if name]
        nothing_near = Text("删去它", "remove it")
        if known:
            nothing_near = Text(f"可用的字段：{defect.expected}", f"the fields are: {defect.expected}")
        yield RULE.at(
            defect.span,
            Text(f"没有字段“{defect.detail}”", f"unknown field '{defect.detail}'"),
            did_you_mean(defect.detail, known) or nothing_near,
        )
