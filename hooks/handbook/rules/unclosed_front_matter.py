from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.source import DefectKind
from handbook.text import Text

RULE = Rule(
    code="HB102",
    name="unclosed-front-matter",
    finds=Text(
        "front matter没有结束行。",
        "Front matter that has no closing line.",
    ),
    why=Text(
        "整页都会被当作元数据。",
        "The whole page is taken for metadata.",
    ),
    wrong="""---\ntitle: 滚动率\n滚动率是……""",
    right="""---\ntitle: 滚动率\n---\n滚动率是……""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for defect in library.defects_of(DefectKind.UNCLOSED_FRONT_MATTER):
        yield RULE.at(
            defect.span,
            Text("front matter没有结束", "front matter is not closed"),
            Text("在字段之后单独写一行“---”", "put a line '---' after the fields"),
        )
