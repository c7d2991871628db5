from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.model import Kind
from handbook.placeholder_names import meant
from handbook.text import Text

RULE = Rule(
    code="HB301",
    name="undeclared-placeholder",
    finds=Text("占位符没有在字典中声明。", "A placeholder that the dictionary does not declare."),
    why=Text(
        "没有声明就没有填写框，也不知道它是否敏感；话术会带着花括号发出去。",
        "Without a declaration there is no field to fill it in, and nobody knows whether it is sensitive.",
    ),
    wrong="""{{ custmer_name }}，您好""",
    right="""{{ customer_name }}，您好""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    if any(defect.span.path == library.placeholder_dictionary.path for defect in library.defects):
        return  # what is declared is not known until the dictionary can be read
    for document in library.documents:
        for placeholder in document.body.placeholders:
            if placeholder.name not in library.placeholders:
                yield RULE.at(
                    document.span(placeholder),
                    Text(f"占位符“{placeholder.name}”没有声明", f"undeclared placeholder '{placeholder.name}'"),
                    _help(placeholder.name, document.kind, library),
                )


def _help(name: str, kind: Kind, library: Library) -> Text:
    if likely := meant(name, library.placeholders):
        return Text(f"是否想写“{likely}”？", f"did you mean '{likely}'?")
    if kind is Kind.SCRIPT:
        return Text(
            f"在{library.placeholder_dictionary.path}中声明它", f"declare it in {library.placeholder_dictionary.path}"
        )
    return Text(
        "只有话术有占位符：改成文字，或放在反引号里",
        "only scripts have placeholders: write words, or put it between backticks",
    )
