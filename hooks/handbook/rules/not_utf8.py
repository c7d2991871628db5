from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.source import DefectKind
from handbook.text import Text

RULE = Rule(
    code="HB004",
    name="not-utf8",
    finds=Text(
        "不是UTF-8编码的文件。",
        "A file that is not UTF-8.",
    ),
    why=Text(
        "其他编码（如GBK）会变成乱码。",
        "Text in another encoding, such as GBK, comes out garbled.",
    ),
    wrong="""(GBK) \\xb9\\xf6\\xb6\\xaf""",
    right="""(UTF-8) 滚动""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for defect in library.defects_of(DefectKind.NOT_UTF8):
        yield RULE.at(
            defect.span,
            Text(f"字节{defect.detail}不是UTF-8", f"byte {defect.detail} is not UTF-8"),
            Text("用编辑器“另存为UTF-8”", "save the file as UTF-8"),
        )
