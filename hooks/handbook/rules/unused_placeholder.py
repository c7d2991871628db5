import re
from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Document, Library
from handbook.placeholder_names import meant
from handbook.text import Text

RULE = Rule(
    code="HB304",
    name="unused-placeholder",
    finds=Text("字典中声明了、没有一份话术用到的占位符。", "A placeholder that is declared and used in no script."),
    why=Text(
        "字典里没人用的名称会让人选错，日后也没人记得它该填什么。",
        "A name that nobody uses is chosen by mistake, and nobody remembers what belongs there.",
    ),
    wrong="""fax_number:   （没有一份话术写{{ fax_number }}）
  type: phone""",
    right="""service_phone:   （话术：请打{{ service_phone }}）
  type: phone""",
    severity=Severity.WARNING,
)

_WORD = re.compile(r"[^\W\d]\w*")


def check(library: Library, today: date) -> Iterator[Finding]:
    if not all(document.has_body for document in library.documents):
        return  # what cannot be read may be what uses it
    used = {name for document in library.documents for name in _names(library, document)}
    for name in library.placeholders:
        if name not in used:
            yield RULE.at(
                library.placeholder_dictionary.front.keys[(name,)],
                Text(f"占位符“{name}”没有一份话术用到", f"placeholder '{name}' is used in no script"),
                Text("用它，或从字典中删去", "use it, or remove it from the dictionary"),
            )


def _names(library: Library, document: Document) -> Iterator[str]:
    """The placeholders of a document, and those that were meant where one is misspelt: other rules report these."""
    for placeholder in document.body.placeholders:
        if placeholder.name in library.placeholders:
            yield placeholder.name
        else:
            yield meant(placeholder.name, library.placeholders) or ""
    for braces in document.body.malformed:
        if word := _WORD.search(braces.text):
            yield meant(word[0], library.placeholders) or ""
