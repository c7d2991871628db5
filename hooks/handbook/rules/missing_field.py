from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.source import DefectKind
from handbook.text import Text

RULE = Rule(
    code="HB106",
    name="missing-field",
    finds=Text(
        "缺少必填字段。",
        "A required field that is missing.",
    ),
    why=Text(
        "页面要靠它显示或核对。",
        "The page needs it to be shown or checked.",
    ),
    wrong="""---\nid: roll-rate\n---""",
    right="""---\nid: roll-rate\ntitle: 滚动率\n…""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for defect in library.defects_of(DefectKind.MISSING_FIELD):
        yield RULE.at(
            defect.span,
            Text(f"缺少字段“{defect.detail}”", f"missing field '{defect.detail}'"),
            Text(f"补上“{defect.detail}: …”", f"add '{defect.detail}: …'"),
        )
