from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.link_labels import Labels
from handbook.suggest import did_you_mean
from handbook.text import Text

RULE = Rule(
    code="HB219",
    name="undefined-link-label",
    finds=Text(
        "[文字][名称]式链接的名称没有定义。",
        "A link of the form [text][label] whose label is defined nowhere in the file.",
    ),
    why=Text("方括号会原样出现在页面上。", "The page shows the brackets as they are written."),
    wrong="""见[官网][npc]。""",
    right="""见[官网][npc]。

[npc]: https://www.npc.gov.cn/""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        labels = Labels(document)
        for link in labels.undefined:
            name = link.label
            yield RULE.at(
                document.span(link),
                Text(f"链接名称“{name}”没有定义", f"link label '{name}' is not defined"),
                did_you_mean(name, [each.name for each in labels.definitions])
                or Text(
                    f"加一行“[{name}]: https://…”；若不是链接，写成\\[…]",
                    f"add a line '[{name}]: https://…', or write \\[…] if it is no link",
                ),
            )
