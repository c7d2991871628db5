from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.model import Kind
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB109",
    name="duplicate-id",
    finds=Text("两个文件用了同一个id。", "Two files that claim the same id."),
    why=Text(
        "引用只能指向其中一个，另一个不会发布。",
        "A reference can lead to one of them only; the other is not published.",
    ),
    wrong="""glossary/flow-rate.md
id: roll-rate""",
    right="""glossary/flow-rate.md
id: flow-rate""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        if document.kind is Kind.PAGE or document.language is not SOURCE:
            continue
        first = library.entities[document.kind, document.id].documents[SOURCE]
        if first is not document:
            yield RULE.at(
                document.front.span(("id",)),
                Text(
                    f"id“{document.id}”已由{first.path}使用",
                    f"id '{document.id}' is already claimed by {first.path}",
                ),
                Text("换一个id，并让文件名与之相同", "choose another id, and name the file after it"),
            )
