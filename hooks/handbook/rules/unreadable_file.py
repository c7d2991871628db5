from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.source import DefectKind
from handbook.text import Text

RULE = Rule(
    code="HB001",
    name="unreadable-file",
    finds=Text(
        "磁盘上读不到的文件。",
        "A file that cannot be read from the disk.",
    ),
    why=Text(
        "读不到的文件无法核对，也不会发布。",
        "What cannot be read is neither checked nor published.",
    ),
    wrong="""glossary/roll-rate.md  (permission denied)""",
    right="""glossary/roll-rate.md  (-rw-r--r--)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for defect in library.defects_of(DefectKind.UNREADABLE_FILE):
        yield RULE.at(
            defect.span,
            Text(f"无法读取文件：{defect.detail}", f"cannot read the file: {defect.detail}"),
            Text("恢复该文件或修改其权限", "restore the file or its permissions"),
        )
