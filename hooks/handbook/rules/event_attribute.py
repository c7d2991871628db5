import re
from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.markup import all_attributes
from handbook.text import Text

RULE = Rule(
    code="HB912",
    name="event-attribute",
    finds=Text("onclick一类的事件属性。", "An event attribute such as onclick."),
    why=Text("它在读者的浏览器里运行程序。", "It runs a program in the reader's browser."),
    wrong="""<b onclick="alert(1)">还款</b>""",
    right="""**还款**""",
)

_EVENT = re.compile(r"on[a-z]{3,}")


def check(library: Library, today: date) -> Iterator[Finding]:
    for attribute in all_attributes(library):
        if _EVENT.fullmatch(attribute.name):
            yield RULE.at(
                attribute.span,
                Text(f"不允许的事件属性{attribute.name}", f"the event attribute {attribute.name} is not allowed"),
                Text("删去它", "delete it"),
            )
