from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Document, Library
from handbook.text import Text

RULE = Rule(
    code="HB903",
    name="parsers-disagree",
    finds=Text(
        "检查看到的引用或占位符，与页面上实际呈现的不一致。",
        "A reference or placeholder that the check saw and the page does not show, or the other way round.",
    ),
    why=Text(
        "检查和呈现用两个Markdown解析器；两者不一致，检查就可能漏掉毛病。",
        "The check and the page are read by two Markdown parsers; where they differ, a fault could hide.",
    ),
    wrong="""<term:roll-rate>""",
    right="""[](term:roll-rate)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    """Nothing: what a page shows is known only when it is built; see `compare`."""
    return iter(())


def compare(document: Document, references: Mapping[str, int], placeholders: Mapping[str, int]) -> Iterator[Finding]:
    """Compare what the check saw of a document with how often its page holds each reference and placeholder."""
    places = [(str(each.target), each.span) for each in document.references if each.field is None]
    places += [(each.name, document.span(each)) for each in document.body.placeholders]
    seen = Counter(name for name, _ in places)
    shown = Counter(references) + Counter(placeholders)
    spans = dict(reversed(places))
    for name in sorted(seen.keys() | shown.keys()):
        if seen[name] != shown[name]:
            yield RULE.at(
                spans.get(name, document.front.span(())),
                Text(
                    f"“{name}”：检查看到{seen[name]}处，页面上有{shown[name]}处",
                    f"'{name}': the check saw {seen[name]}, the page shows {shown[name]}",
                ),
                Text(
                    "换一种写法：引用写成[](…)，占位符前后不夹其他标记",
                    "write it another way: a reference as [](…), a placeholder without other marks around it",
                ),
            )
