from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Library
from handbook.model import Kind
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB703",
    name="unreferenced-term",
    finds=Text("没有任何页面引用的术语。", "A term that nothing refers to."),
    why=Text(
        "没有页面用到它，读者就只能在索引里碰到它。",
        "If no page uses it, a reader meets it in the index alone.",
    ),
    wrong="""glossary/flow-rate.md   # and no reference to term:flow-rate anywhere""",
    right="""related: [term:flow-rate]   # glossary/roll-rate.md""",
    severity=Severity.WARNING,
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.TERM):
        document = entity.documents.get(SOURCE)
        if document and document.prose and not library.cited_by(entity):
            yield RULE.at(
                document.front.span(("id",)),
                Text(f"没有页面引用“{entity.reference}”", f"nothing refers to '{entity.reference}'"),
                Text("在用到它的页面上引用它", "refer to it where it is used"),
            )
