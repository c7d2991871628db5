from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Document, Library
from handbook.references import Reference
from handbook.text import Text

RULE = Rule(
    code="HB245",
    name="self-reference",
    finds=Text("页面引用自己。", "A page that refers to itself."),
    why=Text("读者点开还在原处。", "The reader follows it and stays where he is."),
    wrong="""related: [term:roll-rate]   # glossary/roll-rate.md""",
    right="""related: [term:cure-rate]""",
)

_LISTS = ("related", "confused_with", "scripts", "legal_basis", "prerequisites")


def check(library: Library, today: date) -> Iterator[Finding]:
    for document, reference in library.all_references():
        if _leads_back(document, reference):
            yield RULE.at(
                reference.span,
                Text(f"“{reference.target}”就是本页", f"'{reference.target}' is this very page"),
                Text("从列表中删去", "take it out of the list")
                if reference.field in _LISTS
                else Text("引用本页的小节：[文字](#锚点)", "link to a section of it: [text](#anchor)"),
            )


def _leads_back(document: Document, reference: Reference) -> bool:
    target = reference.target
    if (target.kind, target.id) != (document.kind, document.id):
        return False
    return reference.field in _LISTS or (target.anchor is None and target.fact is None)
