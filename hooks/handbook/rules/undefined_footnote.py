from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.link_labels import Labels
from handbook.suggest import did_you_mean
from handbook.text import Text

RULE = Rule(
    code="HB222",
    name="undefined-footnote",
    finds=Text("脚注标记没有对应的脚注。", "A footnote mark without its footnote."),
    why=Text("页面上会原样出现[^1]，出处也丢了。", "The page shows [^1] as it is written, and the source is lost."),
    wrong="""余额按月末计算。[^1]""",
    right="""余额按月末计算。[^1]

[^1]: 以核心系统日终数据为准。""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        marks = Labels(document).undefined_footnotes
        defined = [each.name for each in document.body.footnotes if each.definition] if marks else []
        for mark in marks:
            yield RULE.at(
                document.span(mark),
                Text(f"没有脚注“{mark.name}”", f"there is no footnote '{mark.name}'"),
                did_you_mean(mark.name, defined)
                or Text(f"加一行“[^{mark.name}]: …”", f"add a line '[^{mark.name}]: …'"),
            )
