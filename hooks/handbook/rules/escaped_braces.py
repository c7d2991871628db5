from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.disguised import Disguise, disguised
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB306",
    name="escaped-braces",
    finds=Text(
        "占位符的花括号转义了：前面有反斜杠，或者写成HTML实体。",
        "Braces of a placeholder that are escaped, by a backslash or as HTML entities.",
    ),
    why=Text(
        "页面上看起来对，却不是填写框，会把花括号原样发出去。",
        "It looks right on the page but is no field: the braces are sent as they stand.",
    ),
    wrong="""&#123;&#123; customer_name &#125;&#125;，您好""",
    right="""{{ customer_name }}，您好""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        for piece in disguised(document):
            if piece.disguise is Disguise.ESCAPED:
                shown = document.source.data[piece.start : piece.end].decode("utf-8", "replace").strip()
                yield RULE.at(
                    document.span(piece),
                    Text(f"花括号转义了：“{shown}”", f"escaped braces: '{shown}'"),
                    Text(
                        "占位符直接写{{ name }}；要给人看花括号，放在反引号里",
                        "write {{ name }} as it is; to show braces to a reader, put them between backticks",
                    ),
                )
