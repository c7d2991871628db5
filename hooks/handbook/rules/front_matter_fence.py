from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.slips import CLOSING, NOT_FIRST, OPENING
from handbook.source import DefectKind
from handbook.text import Text

RULE = Rule(
    code="HB113",
    name="front-matter-fence",
    finds=Text(
        "front matter的开头或结尾不是恰好“---”的一行。",
        "Front matter that begins or ends with something other than a line of exactly `---`.",
    ),
    why=Text(
        "多一个空格或一横，字段就会被当成正文，或者正文被当成字段而丢失。",
        "With one space or dash too many the fields are taken for text, or text is taken for fields and lost.",
    ),
    wrong="""----\ntitle: 滚动率\n----""",
    right="""---\ntitle: 滚动率\n---""",
)

_WRONG = {
    OPENING: (
        Text("这一行不是front matter的开头：“{}”", "this line does not open the front matter: '{}'"),
        Text(
            "第一行只写三个半角短横“---”，前后不留空格",
            "let the first line be '---': three hyphens, no spaces",
        ),
    ),
    NOT_FIRST: (
        Text("“{}”之前有空行", "there are blank lines before '{}'"),
        Text("删去空行，让“---”成为第一行", "remove them, so that '---' is the first line"),
    ),
    CLOSING: (
        Text("这一行不是front matter的结尾：“{}”", "this line does not close the front matter: '{}'"),
        Text(
            "只写三个半角短横“---”，前后不留空格；不是结尾就删去",
            "write '---': three hyphens, no spaces; remove the line where it is not meant as the end",
        ),
    ),
}


def check(library: Library, today: date) -> Iterator[Finding]:
    for defect in library.defects_of(DefectKind.FENCE):
        message, help_ = _WRONG[defect.expected]
        yield RULE.at(defect.span, Text(message.zh.format(defect.detail), message.en.format(defect.detail)), help_)
