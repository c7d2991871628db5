from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.link_labels import Labels, normal
from handbook.text import Text

RULE = Rule(
    code="HB220",
    name="duplicate-link-definition",
    finds=Text("同一个链接名称定义了两次。", "A link label that is defined twice."),
    why=Text(
        "有的解析器用第一个，有的用最后一个：读者到哪里全凭运气。",
        "Some parsers take the first, others the last: where the reader lands is a matter of luck.",
    ),
    wrong="""[npc]: https://www.npc.gov.cn/
[npc]: https://www.gov.cn/""",
    right="""[npc]: https://www.npc.gov.cn/
[gov]: https://www.gov.cn/""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        if not document.body.definitions:
            continue
        first: dict[str, int] = {}
        for definition in Labels(document).definitions:
            line = document.source.position(definition.start)[0]
            earlier = first.setdefault(normal(definition.name), line)
            if earlier != line:
                yield RULE.at(
                    document.span(definition),
                    Text(
                        f"链接名称“{definition.name}”在第{earlier}行已有定义",
                        f"link label '{definition.name}' is already defined on line {earlier}",
                    ),
                    Text("删去一处，或换个名称", "remove one of them, or give it another name"),
                )
