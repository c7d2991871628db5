from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.source import DefectKind
from handbook.text import Text

RULE = Rule(
    code="HB112",
    name="tab-in-front-matter",
    finds=Text("front matter里有制表符。", "A tab in the front matter."),
    why=Text(
        "YAML的缩进只能用空格；制表符看上去一样，却会让整块读不到。",
        "YAML is indented with spaces only; a tab looks the same and makes all of it unreadable.",
    ),
    wrong="""must_say:\n\tidentity: 本人姓名""",
    right="""must_say:\n  identity: 本人姓名""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for defect in library.defects_of(DefectKind.TAB):
        yield RULE.at(
            defect.span,
            Text("front matter里有制表符", "a tab in the front matter"),
            Text("改成空格；缩进用两个空格", "write spaces; indent by two"),
        )
