from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB223",
    name="unused-footnote",
    severity=Severity.WARNING,
    finds=Text("正文里没有标记的脚注。", "A footnote to which no mark leads."),
    why=Text(
        "页尾会多出一条没有来处的注，读者不知道它注的是哪一句。",
        "It stands at the foot of the page and nobody knows what it is a note on.",
    ),
    wrong="""余额按月末计算。

[^1]: 以核心系统日终数据为准。""",
    right="""余额按月末计算。[^1]

[^1]: 以核心系统日终数据为准。""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        marked = {each.name for each in document.body.footnotes if not each.definition}
        for note in document.body.footnotes:
            if note.definition and note.name not in marked:
                yield RULE.at(
                    document.span(note),
                    Text(f"没有标记指向脚注“{note.name}”", f"no mark leads to footnote '{note.name}'"),
                    Text(
                        f"在正文里加上[^{note.name}]，或删去脚注",
                        f"write [^{note.name}] where it belongs, or remove the footnote",
                    ),
                )
