from collections.abc import Iterator
from datetime import date

from handbook import branches
from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.model import Kind
from handbook.steps import trapped
from handbook.text import Text

RULE = Rule(
    code="HB625",
    name="endless-branch",
    finds=Text(
        "分支案例里走不到任何结局的节点：转来转去出不去。",
        "A node of a branching case from which no outcome is ever reached.",
    ),
    why=Text("演练永远不会结束。", "The play never ends."),
    wrong="""### 追问 {#n-push}
/// reply | #n-push best
“到底还不还？”
///""",
    right="""### 追问 {#n-push}
/// reply | #n-close best
“那我先记下，改天再联系。”
///""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.CASE):
        for document in entity.documents.values():
            found = branches.nodes(document)
            replying = {node.heading.id for node in found if node.replies}
            for number in sorted(trapped(branches.as_steps(found))):
                heading = found[number].heading
                if heading.id in replying:
                    yield RULE.at(
                        document.span(heading),
                        Text(f"从“{heading.text}”走不到任何结局", f"no outcome can be reached from '{heading.text}'"),
                        Text("让一个回答指向有outcome的节点", "let a reply lead to a node that has an outcome"),
                    )
