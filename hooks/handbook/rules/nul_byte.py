from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.source import DefectKind
from handbook.text import Text

RULE = Rule(
    code="HB005",
    name="nul-byte",
    finds=Text(
        "含NUL字节的文件。",
        "A file with a NUL byte.",
    ),
    why=Text(
        "这不是文本文件，或已损坏。",
        "It is no text file, or a damaged one.",
    ),
    wrong="""滚动率\\0""",
    right="""滚动率""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for defect in library.defects_of(DefectKind.NUL_BYTE):
        yield RULE.at(
            defect.span,
            Text("文件含NUL字节，不是文本", "the file holds a NUL byte: it is not text"),
            Text("删去该字节，或从版本库恢复文件", "remove the byte, or restore the file"),
        )
