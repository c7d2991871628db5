from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Library
from handbook.text import SOURCE, TRANSLATION, Text

RULE = Rule(
    code="HB401",
    name="missing-translation",
    severity=Severity.WARNING,
    finds=Text("中文页没有英文译文。", "A Chinese page without its English translation."),
    why=Text(
        "英文读者只会看到“尚未翻译”的说明。",
        "English readers get a notice that the page is not translated yet. A strict build refuses it.",
    ),
    wrong="""glossary/roll-rate.md""",
    right="""glossary/roll-rate.md
glossary/roll-rate.en.md""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.entities.values():
        document = entity.document(SOURCE)
        if TRANSLATION not in entity.documents and not document.source.defects:
            file = document.path.removesuffix(".md") + f".{TRANSLATION}.md"
            yield RULE.at(
                document.front.span(()),
                Text("没有英文译文", "no English translation"),
                Text(f"写{file}", f"write {file}"),
            )
