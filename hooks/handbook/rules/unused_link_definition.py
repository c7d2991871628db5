from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Library
from handbook.link_labels import Labels, normal
from handbook.text import Text

RULE = Rule(
    code="HB221",
    name="unused-link-definition",
    severity=Severity.WARNING,
    finds=Text("没有链接用到的链接定义。", "A link definition that no link of the file uses."),
    why=Text(
        "定义行不会显示；要么是遗留，要么是本想写成正文的一行字。",
        "Such a line is not shown: it is either left over, or was meant to be text.",
    ),
    wrong="""见全国人大网。

[npc]: https://www.npc.gov.cn/""",
    right="""见[全国人大网][npc]。

[npc]: https://www.npc.gov.cn/""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        if not document.body.definitions:
            continue
        labels = Labels(document)
        for definition in labels.definitions:
            if normal(definition.name) not in labels.used:
                yield RULE.at(
                    document.span(definition),
                    Text(f"没有链接用到“{definition.name}”", f"no link uses '{definition.name}'"),
                    Text("删去这一行；若是正文，写成\\[…]", "remove the line, or write \\[…] if it is text"),
                )
