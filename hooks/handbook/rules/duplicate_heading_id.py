from collections.abc import Iterator
from datetime import date

from handbook.anchors import TOP
from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB224",
    name="duplicate-heading-id",
    finds=Text(
        "同一页里两个标题写了同一个{#id}，或用了页面自己的锚点。",
        "Two headings of a page with the same {#id}, or one that takes an anchor of the page itself.",
    ),
    why=Text(
        "指向它的引用只会到第一个标题。",
        "Every reference to it lands at the first of the two.",
    ),
    wrong="""## 公式 {#formula}

## 举例 {#formula}""",
    right="""## 公式 {#formula}

## 举例 {#example}""",
)

_OF_THE_PAGE = {
    TOP: Text("页首", "the head of the page"),
    "related": Text("“相关内容”一栏", "the list of related content"),
    "cited-by": Text("“引用本页”一栏", "the list of what cites the page"),
}


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        first: dict[str, int] = {}
        for heading in document.body.headings:
            if not heading.explicit:
                continue
            line = document.source.position(heading.start)[0]
            earlier = first.setdefault(heading.id, line)
            if earlier != line:
                yield RULE.at(
                    document.span(heading),
                    Text(
                        f"第{earlier}行的标题已经用了id“{heading.id}”",
                        f"id '{heading.id}' is already that of the heading on line {earlier}",
                    ),
                    _HELP,
                )
            elif taken := _OF_THE_PAGE.get(heading.id):
                yield RULE.at(
                    document.span(heading),
                    Text(f"id“{heading.id}”已是{taken.zh}的锚点", f"id '{heading.id}' is already that of {taken.en}"),
                    _HELP,
                )


_HELP = Text("换一个{#id}，中英文一起改", "give it another {#id}, in both languages")
