from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB504",
    name="unclosed-comment",
    finds=Text("注释没有结束。", "A comment that does not end."),
    why=Text("从这里到页尾，读者什么也看不到。", "From here to the end of the page the reader sees nothing."),
    wrong="""<!-- 下周再改""",
    right="""<!-- 下周再改 -->""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        if opening := document.body.open_comment:
            yield RULE.at(
                document.span(opening),
                Text("注释没有结束，后面整页都看不见", "the comment is not closed and hides the rest of the page"),
                Text("在注释末尾写-->", "write --> at its end"),
            )
