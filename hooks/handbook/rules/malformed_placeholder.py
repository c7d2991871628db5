from collections.abc import Iterator
from datetime import date

from handbook.body import BraceFault, MalformedBraces
from handbook.diagnostics import Finding, Rule
from handbook.disguised import disguised
from handbook.library import Document, Library
from handbook.placeholder_names import suggestion
from handbook.text import Text

RULE = Rule(
    code="HB302",
    name="malformed-placeholder",
    finds=Text(
        "写坏的花括号：缺一边、单括号、嵌套、全角，或名称不合规。",
        "Braces gone wrong: one side missing, single, nested, full-width, or with a name that is none.",
    ),
    why=Text(
        "它不会变成填写框，会原样念出或发出。",
        "It does not become a field: it is read out or sent as it stands.",
    ),
    wrong="""{{ customer_name }，您好""",
    right="""{{ customer_name }}，您好""",
)

_WORDS = {
    BraceFault.UNCLOSED: Text("占位符没有闭合", "placeholder is not closed"),
    BraceFault.CLOSING_ONLY: Text("只有右花括号", "closing braces without opening ones"),
    BraceFault.SINGLE: Text("占位符只有一层花括号", "placeholder in single braces"),
    BraceFault.NESTED: Text("花括号嵌套", "nested braces"),
    BraceFault.FULL_WIDTH: Text("占位符用了全角花括号", "placeholder in full-width braces"),
    BraceFault.BAD_NAME: Text("占位符名称不合规", "not a placeholder's name"),
}


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        for braces in _undisguised(document):
            what = _WORDS[braces.fault]
            shown = braces.text.strip()
            yield RULE.at(
                document.span(braces),
                Text(f"{what.zh}：“{shown}”", f"{what.en}: '{shown}'"),
                (suggestion(shown.strip("{}"), library.placeholders) if braces.fault is BraceFault.BAD_NAME else None)
                or Text(
                    "写成{{ name }}：两层半角花括号，名称用小写字母、数字和下划线",
                    "write {{ name }}: two braces on each side, the name in lower-case letters, digits and underscores",
                ),
            )


def _undisguised(document: Document) -> Iterator[MalformedBraces]:
    """Those that are no part of what HB306 and HB307 report."""
    if document.body.malformed:
        hidden = disguised(document)
        for braces in document.body.malformed:
            if not any(piece.start < braces.end and braces.start < piece.end for piece in hidden):
                yield braces
