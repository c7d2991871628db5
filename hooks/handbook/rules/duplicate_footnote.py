from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB237",
    name="duplicate-footnote",
    finds=Text("同名的脚注写了两条。", "Two footnotes of the same name."),
    why=Text("页面上只剩一条，另一条丢了。", "The page shows only one of them; the other is lost."),
    wrong="""[^1]: 以日终数据为准。
[^1]: 不含罚息。""",
    right="""[^1]: 以日终数据为准。
[^2]: 不含罚息。""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        first: dict[str, int] = {}
        for note in document.body.footnotes:
            line = document.source.position(note.start)[0] if note.definition else 0
            if line and (earlier := first.setdefault(note.name, line)) != line:
                yield RULE.at(
                    document.span(note),
                    Text(
                        f"脚注“{note.name}”在第{earlier}行已有一条",
                        f"footnote '{note.name}' already stands on line {earlier}",
                    ),
                    Text("换个名称，或删去一条", "give it another name, or remove one of them"),
                )
