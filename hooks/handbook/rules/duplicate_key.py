from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.source import DefectKind
from handbook.text import Text

RULE = Rule(
    code="HB105",
    name="duplicate-key",
    finds=Text(
        "同一字段写了两次。",
        "A field that is written twice.",
    ),
    why=Text(
        "后一个会悄悄覆盖前一个。",
        "The second would silently replace the first.",
    ),
    wrong="""title: 滚动率\ntitle: 迁徙率""",
    right="""title: 滚动率""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for defect in library.defects_of(DefectKind.DUPLICATE_KEY):
        yield RULE.at(
            defect.span,
            Text(f"字段“{defect.detail}”写了两次", f"field '{defect.detail}' is written twice"),
            Text("只保留一个", "keep one of them"),
        )
