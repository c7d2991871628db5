from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity
from handbook.front_matter import KeyPath
from handbook.library import Library
from handbook.references import parse
from handbook.text import Text

RULE = Rule(
    code="HB118",
    name="duplicate-entry",
    finds=Text("同一个列表里写了两次。", "An entry that stands twice in the same list."),
    why=Text("页面会显示两次，多半是想写另一个。", "The page shows it twice, and most often another one was meant."),
    wrong="""aliases: [滚动比例, 滚动比例]""",
    right="""aliases: [滚动比例, 迁徙率]""",
    severity=Severity.WARNING,
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        for path, entry in _repeated(document.front.data, ()):
            yield RULE.at(
                document.front.span(path),
                Text(f"“{entry}”在“{path[0]}”里已经有了", f"'{entry}' is already in '{path[0]}'"),
                Text("删去，或改成想写的那个", "remove it, or write what was meant"),
            )


def _repeated(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """The texts in the lists of a front matter that stood earlier in the same list; references have their own rule."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _repeated(inner, (*path, key))
    elif isinstance(value, list):
        seen: set[str] = set()
        for number, entry in enumerate(value):
            if not isinstance(entry, str):
                yield from _repeated(entry, (*path, number))
            elif entry.strip() in seen:
                yield (*path, number), entry.strip()
            elif parse(entry) is None:
                seen.add(entry.strip())
