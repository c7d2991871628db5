from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity, Span
from handbook.library import Library
from handbook.source import MarkKind
from handbook.text import Text

RULE = Rule(
    code="HB008",
    name="byte-order-mark",
    finds=Text("以字节顺序标记（BOM）开头的文件。", "A file that begins with a byte order mark (BOM)."),
    why=Text(
        "别的程序会把它当成正文的第一个字，认不出front matter。",
        "Other programs take it for the first letter of the text and do not see the front matter.",
    ),
    wrong="""(EF BB BF) ---""",
    right="""---""",
    severity=Severity.WARNING,
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for source in library.sources():
        for mark in source.marks:
            if mark.kind is MarkKind.BYTE_ORDER_MARK:
                yield RULE.at(
                    Span(source.path),
                    Text("文件以BOM开头", "the file begins with a byte order mark"),
                    Text("另存为“UTF-8”，不带BOM", "save it as UTF-8 without BOM"),
                )
