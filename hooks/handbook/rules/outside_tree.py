from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.source import DefectKind
from handbook.text import Text

RULE = Rule(
    code="HB002",
    name="outside-tree",
    finds=Text(
        "指向项目之外的符号链接。",
        "A symbolic link that leads out of the project.",
    ),
    why=Text(
        "构建只应发布项目自己的内容，否则可能把别处的文件公开。",
        "A build must publish the project alone; a link could make another file public.",
    ),
    wrong="""glossary/x.md -> /etc/passwd""",
    right="""glossary/x.md  (a file)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for defect in library.defects_of(DefectKind.OUTSIDE_TREE):
        yield RULE.at(
            defect.span,
            Text(
                f"符号链接指向项目之外（{defect.detail}）",
                f"symbolic link leads out of the project ({defect.detail})",
            ),
            Text("用文件本身代替链接", "put the file itself here"),
        )
