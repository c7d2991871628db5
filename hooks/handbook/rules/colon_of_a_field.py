from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.source import DefectKind
from handbook.text import Text

RULE = Rule(
    code="HB111",
    name="colon-of-a-field",
    finds=Text(
        "front matter里字段名后面是全角冒号，或者冒号后面没有空格。",
        "A field of the front matter with a full-width colon, or with no space behind its colon.",
    ),
    why=Text(
        "YAML不认这样的冒号，会把字段读成文字，或者整块都读不到。",
        "To YAML that is no colon: it takes the field for text, or cannot read any of them.",
    ),
    wrong="""title：滚动率""",
    right="""title: 滚动率""",
)

_FULL_WIDTH = "："


def check(library: Library, today: date) -> Iterator[Finding]:
    for defect in library.defects_of(DefectKind.COLON):
        field = defect.expected
        full_width = Text(f"“{field}”后面是全角冒号“：”", f"'{field}' is followed by a full-width colon '：'")
        no_space = Text(f"“{field}:”后面没有空格", f"no space behind '{field}:'")
        yield RULE.at(
            defect.span,
            full_width if defect.detail == _FULL_WIDTH else no_space,
            Text(f"写成“{field}: ”，半角冒号加一个空格", f"write '{field}: ', an ordinary colon and a space"),
        )
