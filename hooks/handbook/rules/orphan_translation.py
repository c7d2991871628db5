from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.text import SOURCE, TRANSLATION, Text

RULE = Rule(
    code="HB402",
    name="orphan-translation",
    finds=Text("英文译文没有对应的中文原文。", "An English translation whose Chinese source does not exist."),
    why=Text(
        "中文是原文；没有原文的译文不会发布。",
        "Chinese is the source; a translation of nothing is not published.",
    ),
    wrong="""glossary/rol-rate.en.md""",
    right="""glossary/roll-rate.md
glossary/roll-rate.en.md""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.entities.values():
        if SOURCE not in entity.documents:
            document = entity.documents[TRANSLATION]
            file = document.path.removesuffix(f".{TRANSLATION}.md") + ".md"
            yield RULE.at(
                document.front.span(()),
                Text("译文没有原文", "translation without a source"),
                Text(f"写{file}，或改文件名", f"write {file}, or rename this file"),
            )
