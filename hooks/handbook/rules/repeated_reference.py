from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.front_matter import KeyPath
from handbook.library import Document, Library
from handbook.references import parse
from handbook.text import Text

RULE = Rule(
    code="HB248",
    name="repeated-reference",
    finds=Text("同一列表里写了两次的引用。", "A reference that stands twice in one list."),
    why=Text("页面上会出现两个相同的链接。", "The page would show the same link twice."),
    wrong="""related: [term:dpd, term:m-stage, term:dpd]""",
    right="""related: [term:dpd, term:m-stage]""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        for path, text in _repeated(document):
            yield RULE.at(
                document.front.span(path),
                Text(f"“{text}”在{path[0]}里已有", f"'{text}' stands in '{path[0]}' already"),
                Text("删去一个", "take one out"),
            )


def _repeated(document: Document) -> Iterator[tuple[KeyPath, str]]:
    for field, values in document.front.data.items():
        seen = set()
        for number, value in enumerate(values if isinstance(values, list) else []):
            target = parse(value) if isinstance(value, str) else None
            if target in seen:
                yield (field, number), str(value)
            elif target:
                seen.add(target)
