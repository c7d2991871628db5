from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.source import DefectKind
from handbook.text import Text

RULE = Rule(
    code="HB103",
    name="invalid-yaml",
    finds=Text(
        "读不懂的YAML。",
        "YAML that cannot be read.",
    ),
    why=Text(
        "一处写错，整块元数据都读不到。",
        "One slip, and none of the metadata is read.",
    ),
    wrong="""title: 滚动率: 定义""",
    right='title: "滚动率: 定义"',
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for defect in library.defects_of(DefectKind.INVALID_YAML):
        yield RULE.at(
            defect.span,
            Text(f"YAML有误：{defect.detail}", f"invalid YAML: {defect.detail}"),
            Text(
                "检查缩进、冒号后的空格和引号；含冒号的值要加引号",
                "check indentation, the space after colons and the quotes; quote a value that holds a colon",
            ),
        )
