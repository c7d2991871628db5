from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.source import DefectKind
from handbook.text import Text

RULE = Rule(
    code="HB006",
    name="empty-file",
    finds=Text(
        "没有内容的文件。",
        "A file without content.",
    ),
    why=Text(
        "空页面会让读者以为内容就是如此。",
        "An empty page looks as if there were nothing to say.",
    ),
    wrong="""(0 bytes)""",
    right="""---\nid: roll-rate\ntitle: 滚动率\n…""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for defect in library.defects_of(DefectKind.EMPTY_FILE):
        yield RULE.at(
            defect.span,
            Text("文件是空的", "the file is empty"),
            Text("写入内容，或删除该文件", "write the page, or delete the file"),
        )
