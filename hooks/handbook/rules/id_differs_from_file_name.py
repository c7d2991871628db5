from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.model import Kind
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB110",
    name="id-differs-from-file-name",
    finds=Text("id与文件名不同。", "An id that is not the file's name."),
    why=Text(
        "译文靠文件名找到原文；两者不同，译文就会与原文脱离。",
        "A translation finds its source by file name; where the two differ it is lost.",
    ),
    wrong="""glossary/roll-rate.md
id: rollrate""",
    right="""glossary/roll-rate.md
id: roll-rate""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        name = document.path.rpartition("/")[2].removesuffix(".md")
        if document.kind is Kind.PAGE or document.language is not SOURCE or document.id == name:
            continue
        if library.entities[document.kind, document.id].documents[SOURCE] is document:
            yield RULE.at(
                document.front.span(("id",)),
                Text(
                    f"id“{document.id}”与文件名“{name}”不同",
                    f"id '{document.id}' differs from file name '{name}'",
                ),
                Text("把文件改名为id，或改id", "rename the file to the id, or change the id"),
            )
