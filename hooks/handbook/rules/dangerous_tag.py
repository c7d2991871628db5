from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.markup import DANGEROUS, all_tags
from handbook.text import Text

RULE = Rule(
    code="HB911",
    name="dangerous-tag",
    finds=Text(
        "能运行程序、嵌入别的网页、改变整页外观或收集输入的HTML标签。",
        "An HTML tag that runs a program, embeds another page, restyles the page or collects input.",
    ),
    why=Text(
        "读者打开手册，就等于运行写这个标签的人给的程序。",
        "Whoever opens the handbook would run what the writer of the tag chose.",
    ),
    wrong="""<script src="https://example.com/x.js"></script>""",
    right="""[](script:first-reminder-m1)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for tag in all_tags(library):
        if tag.name in DANGEROUS and not tag.closing:
            yield RULE.at(
                tag.span,
                Text(f"不允许的标签<{tag.name}>", f"the tag <{tag.name}> is not allowed"),
                Text("删去；要展示代码，放进反引号", "delete it; to show code, put it between backticks"),
            )
