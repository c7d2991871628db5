from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Document, Library
from handbook.model import Kind, Regulation
from handbook.references import FACT
from handbook.sections import sections
from handbook.text import Text

RULE = Rule(
    code="HB615",
    name="fact-not-shown",
    finds=Text(
        "事实值没有在自己的条款小节里用`fact:`引用显示。",
        "A fact that the section of its own provision does not show by a `fact:` reference.",
    ),
    why=Text(
        "读者点开数字来到条款，却看不到它，或者看到手打的另一个数。",
        "Readers who follow the number to its provision do not find it there, or find another one typed by hand.",
    ),
    wrong="""## 频次 {#call-frequency}\n\n每日不应超过3次。""",
    right="""## 频次 {#call-frequency}\n\n每日不应超过[](fact:cn-gbt-45251-2025/calls-per-day)。""",
    severity=Severity.WARNING,
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.REGULATION):
        regulation = entity.structure
        if not isinstance(regulation, Regulation):
            continue
        for document in entity.documents.values():
            section_of = {section.heading.id: section for section in sections(document.body)}
            for name, fact in regulation.facts.items():
                section = section_of.get(fact.provision)
                shown = _shown(document, entity.id, section.start, section.end) if section else set()
                is_misspelt = not shown <= regulation.facts.keys()
                if section and name not in shown and not is_misspelt:
                    yield RULE.at(
                        document.span(section.heading),
                        Text(f"这一条没有显示事实值“{name}”", f"this provision does not show its fact '{name}'"),
                        Text(f"写上[]({FACT}:{entity.id}/{name})", f"write []({FACT}:{entity.id}/{name}) in its text"),
                    )


def _shown(document: Document, regulation: str, start: int, end: int) -> set[str]:
    """The facts of the regulation to which links between two places lead."""
    prefix = f"{FACT}:{regulation}/"
    links = (link for link in document.body.links if start <= link.start < end)
    return {link.target.removeprefix(prefix) for link in links if link.target.startswith(prefix)}
