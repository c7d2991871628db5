from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity, Span
from handbook.library import Library
from handbook.source import MarkKind
from handbook.text import Text

RULE = Rule(
    code="HB009",
    name="mixed-line-ends",
    finds=Text(
        "一个文件里混用CRLF和LF换行，或用单独的CR换行。", "A file that mixes CRLF and LF line ends, or has lone CRs."
    ),
    why=Text(
        "编辑器和版本库会把没改过的行当成改过的，复核看不出真正改了什么。",
        "Editors and version control show untouched lines as changed, and a reviewer cannot see what was.",
    ),
    wrong="""甲(CR LF)
乙(LF)""",
    right="""甲(LF)
乙(LF)""",
    severity=Severity.WARNING,
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for source in library.sources():
        for mark in source.marks:
            if mark.kind is MarkKind.MIXED_LINE_ENDS:
                column = len(source.text.split("\n")[mark.line - 1]) + 1
                lone = mark.detail == "CR"
                yield RULE.at(
                    Span(source.path, mark.line, column, mark.line, column + 1),
                    Text("这一行以单独的CR换行", "this line ends in a lone CR")
                    if lone
                    else Text(
                        f"这一行以{mark.detail}换行，与上文不同",
                        f"this line ends in {mark.detail}, unlike those above",
                    ),
                    Text("把整个文件的换行设为LF", "set the line ends of the whole file to LF"),
                )
