from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB503",
    name="heading-one",
    finds=Text("正文里的一级标题。", "A first-level heading in the body."),
    why=Text(
        "页面标题来自front matter，再写一个就有两个标题。",
        "The page's title comes from the front matter; another would be a second one.",
    ),
    wrong="""# 滚动率""",
    right="""## 怎么算 {#formula}""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        for heading in document.body.headings:
            if heading.level == 1:
                yield RULE.at(
                    document.span(heading),
                    Text("正文里有一级标题", "first-level heading in the body"),
                    Text("删去它，或改为##", "remove it, or begin it with ##"),
                )
