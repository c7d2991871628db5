from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.source import DefectKind
from handbook.text import Text

RULE = Rule(
    code="HB104",
    name="front-matter-not-a-mapping",
    finds=Text(
        "front matter不是“字段: 值”。",
        "Front matter that is not `field: value`.",
    ),
    why=Text(
        "字段需要名称。",
        "Fields need names.",
    ),
    wrong="""---\n- 滚动率\n---""",
    right="""---\ntitle: 滚动率\n---""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for defect in library.defects_of(DefectKind.NOT_A_MAPPING):
        yield RULE.at(
            defect.span,
            Text(f"应为“字段: 值”，实际是{defect.detail}", f"expected fields and values, found {defect.detail}"),
            Text("每行写成“字段: 值”", "write each line as 'field: value'"),
        )
