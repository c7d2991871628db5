from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.source import DefectKind
from handbook.text import Text

RULE = Rule(
    code="HB007",
    name="missing-folder",
    finds=Text(
        "缺少某个内容文件夹。",
        "A content folder that is not there.",
    ),
    why=Text(
        "整类内容会悄悄消失。",
        "A whole kind of content would vanish in silence.",
    ),
    wrong="""(no glossary/)""",
    right="""glossary/""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for defect in library.defects_of(DefectKind.MISSING_FOLDER):
        yield RULE.at(
            defect.span,
            Text(f"缺少内容文件夹“{defect.span.path}”", f"content folder '{defect.span.path}' is missing"),
            Text("在项目根目录运行，或恢复该文件夹", "run from the project root, or restore the folder"),
        )
