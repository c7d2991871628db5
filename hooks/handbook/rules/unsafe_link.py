from collections.abc import Iterator
from datetime import date

from handbook.addresses import unsafe
from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB914",
    name="unsafe-link",
    finds=Text(
        "javascript:、vbscript:和data:链接，不论怎样伪装。",
        "A javascript:, vbscript: or data: link, however it is disguised.",
    ),
    why=Text(
        "点开就在读者的浏览器里运行程序，或打开一份没有人看得出来源的内容。",
        "It runs a program in the reader's browser, or opens content whose origin nobody can see.",
    ),
    wrong="""[还款](java&#115;cript:alert(1))""",
    right="""[](term:payment-plan)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for scheme, span in unsafe(library):
        yield RULE.at(
            span,
            Text(f"不允许{scheme}:链接", f"a {scheme}: link is not allowed"),
            Text("改为引用或https链接", "refer to content, or link with https"),
        )
