from collections.abc import Iterator
from datetime import date

from handbook import branches
from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.model import Kind
from handbook.steps import reached
from handbook.text import Text

RULE = Rule(
    code="HB623",
    name="unreachable-node",
    finds=Text("分支案例里走不到的节点。", "A node of a branching case that no choice of replies leads to."),
    why=Text("写好的一段永远不会演到。", "What was written there is never played."),
    wrong="""### 挂断 {#n-hung-up}
（没有一个回答指向#n-hung-up）""",
    right="""/// reply | #n-hung-up mistake
“你今天必须还。”
///""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.CASE):
        for document in entity.documents.values():
            found = branches.nodes(document)
            known = reached(branches.as_steps(found), 0) if found else set()
            for number, node in enumerate(found):
                if number not in known:
                    yield RULE.at(
                        document.span(node.heading),
                        Text(f"走不到节点“{node.heading.text}”", f"no reply leads to '{node.heading.text}'"),
                        Text(
                            f"让一个回答指向它：/// reply | #{node.heading.id} …；用不上就删去",
                            f"let a reply lead to it, '/// reply | #{node.heading.id} …', or remove it",
                        ),
                    )
