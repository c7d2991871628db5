import re
from collections.abc import Iterator
from datetime import date

from handbook.characters import ODD_SPACE, described, holds, matches, without_code
from handbook.diagnostics import Finding, Rule, Severity, Span
from handbook.library import Document, Library
from handbook.text import Text

RULE = Rule(
    code="HB012",
    name="misplaced-space",
    finds=Text(
        "该用普通空格的地方用了全角空格或不换行空格：英文词之间、Markdown记号之后、字段名里。",
        "A full-width or no-break space for an ordinary one: between Latin words, behind a mark of Markdown, in a key.",
    ),
    why=Text(
        "标题、列表和字段会认不出来，英文词会搜不到。",
        "Headings, lists and fields are not recognised, and English words are not found.",
    ),
    wrong="""##(U+3000)怎么算""",
    right="""## 怎么算""",
    severity=Severity.WARNING,
)

_SPACE = re.compile(f"[{ODD_SPACE}]")
_BEHIND_A_MARK = re.compile(rf"^\s*(?:#{{1,6}}|[-*+]|\d{{1,3}}[.)]|/{{3,}}|!!!|\?\?\?\+?)([{ODD_SPACE}]+)")
_BETWEEN_WORDS = re.compile(
    rf"(?<=[A-Za-z0-9,;])\u3000+(?=[A-Za-z0-9])"
    rf"|(?<=[A-Za-z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bProf)[{ODD_SPACE}]+(?=[A-Za-z])"
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        if holds(document.source, _SPACE):
            for span, spaces in _misplaced(document):
                what = described(spaces[0])
                yield RULE.at(
                    span,
                    Text(f"这里的空格是{what}", f"the space here is {what}"),
                    Text("换成普通空格", "put an ordinary space"),
                )


def _misplaced(document: Document) -> Iterator[tuple[Span, str]]:
    for key, span in document.front.keys.items():
        if found := _SPACE.search(str(key[-1])):
            column = span.column + found.start()
            yield Span(span.path, span.line, column, span.line, column + 1), found[0]
    text = without_code(document)
    yield from ((span, match[0]) for span, match in matches(document.source, _BETWEEN_WORDS, text))
    body = document.source.position(document.front.body)[0]
    for span, match in matches(document.source, _BEHIND_A_MARK, text):
        if span.line >= body:
            yield Span(span.path, span.line, match.start(1) + 1, span.line, span.end_column), match[1]
