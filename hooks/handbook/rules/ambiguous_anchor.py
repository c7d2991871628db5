from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from handbook.body import Heading, slug
from handbook.diagnostics import Finding, Rule
from handbook.library import Document, Library
from handbook.text import Text

RULE = Rule(
    code="HB225",
    name="ambiguous-anchor",
    finds=Text(
        "没写{#id}的标题，自动锚点与同页另一个标题相同。",
        "A heading without {#id} whose automatic anchor is also that of another heading of the page.",
    ),
    why=Text(
        "网站会给其中一个加上_1；调换两节的顺序，链接就指错地方。",
        "The site adds _1 to one of them, and when the sections change places links lead to the wrong one.",
    ),
    wrong="""## 举例

## 举例""",
    right="""## 举例 {#example-card}

## 举例 {#example-loan}""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        if all(heading.explicit for heading in document.body.headings):
            continue
        for same in _by_anchor(document).values():
            other = next((heading for heading in same if heading.explicit), same[0])
            line = document.source.position(other.start)[0]
            for heading in same:
                if heading is not other and not heading.explicit:
                    anchor = slug(heading.text)
                    yield RULE.at(
                        document.span(heading),
                        Text(
                            f"自动锚点“{anchor}”与第{line}行的标题相同",
                            f"automatic anchor '{anchor}' is also that of the heading on line {line}",
                        ),
                        Text("给标题写上{#id}", "give the heading an {#id}"),
                    )


def _by_anchor(document: Document) -> dict[str, list[Heading]]:
    found: dict[str, list[Heading]] = defaultdict(list)
    for heading in document.body.headings:
        if anchor := heading.id if heading.explicit else slug(heading.text):
            found[anchor].append(heading)
    return found
