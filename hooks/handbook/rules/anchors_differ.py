from collections.abc import Iterator
from datetime import date

from handbook.correspondence import pairs
from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB404",
    name="anchors-differ",
    finds=Text("中英文的标题锚点不一致。", "Heading ids that are not the same in both languages."),
    why=Text(
        "切换语言或引用条款时会落到错的地方。",
        "A reference or the language switch would land in the wrong place.",
    ),
    wrong="""## How it is worked out {#calculation}""",
    right="""## How it is worked out {#formula}""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for source, translation in pairs(library):
        for here, there in ((translation, source), (source, translation)):
            for heading in here.body.headings:
                if heading.id not in there.anchors:
                    listed = ", ".join(anchor for anchor in there.anchors if anchor not in here.anchors)
                    yield RULE.at(
                        here.span(heading),
                        Text(
                            f"锚点“{heading.id}”在{there.path}中没有",
                            f"anchor '{heading.id}' is not in {there.path}",
                        ),
                        Text(f"那里独有的锚点：{listed}", f"only there: {listed}")
                        if listed
                        else Text("在两个文件中用同一个{#id}", "use the same {#id} in both files"),
                    )
