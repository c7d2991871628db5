from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.source import DefectKind
from handbook.text import Text

RULE = Rule(
    code="HB101",
    name="no-front-matter",
    finds=Text(
        "文件开头没有front matter。",
        "A file that does not begin with front matter.",
    ),
    why=Text(
        "没有元数据就不知道这是什么、由谁核对过。",
        "Without it nobody knows what the page is or how it was checked.",
    ),
    wrong="""滚动率是……""",
    right="""---\nid: roll-rate\ntitle: 滚动率\n---\n滚动率是……""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for defect in library.defects_of(DefectKind.NO_FRONT_MATTER):
        yield RULE.at(
            defect.span,
            Text("文件没有以“---”开头的front matter", "the file does not begin with front matter"),
            Text(
                "第一行写“---”，随后是各字段，再以“---”结束",
                "begin with a line '---', then the fields, then another line '---'",
            ),
        )
