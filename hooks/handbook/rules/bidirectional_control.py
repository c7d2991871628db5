import re
from collections.abc import Iterator
from datetime import date

from handbook.characters import BIDIRECTIONAL, described, holds, matches
from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB010",
    name="bidirectional-control",
    finds=Text("改变文字方向的控制字符，不论在正文、代码还是注释里。", "A control that changes the direction of text."),
    why=Text(
        "读者看到的顺序与文件里的顺序不同，金额、网址和代码都可能因此伪装。",
        "What is seen stands in another order than what is stored: amounts, addresses and code can be disguised by it.",
    ),
    wrong="""应还(U+202E)0081元""",
    right="""应还1800元""",
)

_CONTROLS = re.compile(f"[{BIDIRECTIONAL}]")


def check(library: Library, today: date) -> Iterator[Finding]:
    for source in library.sources():
        if not holds(source, _CONTROLS):
            continue
        for span, match in matches(source, _CONTROLS):
            what = described(match[0])
            yield RULE.at(
                span,
                Text(f"方向控制字符{what}", f"bidirectional control {what}"),
                Text("删去它，核对前后文字的顺序", "delete it, and read the text around it again"),
            )
