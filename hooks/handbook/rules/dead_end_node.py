from collections.abc import Iterator
from datetime import date

from handbook import branches
from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.model import Kind
from handbook.model.case import Grade
from handbook.text import Text

RULE = Rule(
    code="HB624",
    name="dead-end-node",
    finds=Text(
        "分支案例的节点既没有结局，也没有可选的回答；或者只有一个回答、没有一个最好的回答、两样都写了。",
        "A node of a branching case that neither ends it nor offers a choice: no outcome, fewer than two replies, "
        "or no best one.",
    ),
    why=Text("演到这里就停住了，或者没有可选的。", "The play stops there, or there is nothing to choose."),
    wrong="""### 接通 {#n-start}
/// customer
谁啊？
///""",
    right="""### 接通 {#n-start}
/// customer
谁啊？
///
/// reply | #n-verify best
“您好，请问是陈先生吗？”
///
/// reply | #n-angry mistake
“你欠的钱什么时候还？”
///""",
)

_LEAST_REPLIES = 2


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.CASE):
        for document in entity.documents.values():
            for node in branches.nodes(document):
                fault = _fault(node)
                if fault is not None:
                    yield RULE.at(
                        document.span(node.heading),
                        Text(f"节点“{node.heading.text}”{fault.zh}", f"node '{node.heading.text}' {fault.en}"),
                        Text(
                            "写两个以上reply，其中一个best；或者写一个outcome",
                            "write two or more replies, one of them best, or one outcome",
                        ),
                    )


def _fault(node: branches.Node) -> Text | None:
    grades = [reply.grade for _, reply in node.replies]
    if node.outcomes:
        if grades or len(node.outcomes) > 1:
            return Text("已有结局，却还有别的出路", "has an outcome, and other ways out besides")
        return None
    if len(grades) < _LEAST_REPLIES:
        return Text("没有结局，也没有可选的回答", "has no outcome, and no replies to choose from")
    return None if Grade.BEST in grades else Text("没有一个最好的回答", "has no reply that is best")
