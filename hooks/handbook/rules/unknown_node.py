from collections.abc import Iterator
from datetime import date

from handbook import branches
from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.model import Kind
from handbook.suggest import did_you_mean
from handbook.text import Text

RULE = Rule(
    code="HB622",
    name="unknown-node",
    finds=Text(
        "分支案例里，回答指向的节点不存在。", "A reply of a branching case that leads to a node that does not exist."
    ),
    why=Text("学员选了这一句，就没有下文了。", "Who chooses this reply finds that nothing follows."),
    wrong="""/// reply | #n-calbback best
“好，那我换个时间打来。”
///""",
    right="""/// reply | #n-callback best
“好，那我换个时间打来。”
///""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.CASE):
        for document in entity.documents.values():
            found = branches.nodes(document)
            known = [node.heading.id for node in found]
            for block, reply in (each for node in found for each in node.replies):
                if reply.node not in known:
                    yield RULE.at(
                        document.span(block),
                        Text(f"没有节点“{reply.node}”", f"no node '{reply.node}'"),
                        did_you_mean(reply.node, known)
                        or Text(f"现有节点：{'、'.join(known)}", f"the nodes are: {', '.join(known)}"),
                    )
