from collections import Counter
from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Library
from handbook.markup import DANGEROUS, Tag, tags, tags_in_dictionaries
from handbook.text import Text

RULE = Rule(
    code="HB915",
    name="raw-html-tag",
    finds=Text("Markdown里的HTML标签（注释除外）。", "An HTML tag in Markdown; comments are fine."),
    why=Text(
        "手册的写法不需要它；朗读软件、手机和英文版会因它走样，尖括号里的字还可能整个消失。",
        "Nothing here needs one; it upsets screen readers and phones, and words in angle brackets may vanish.",
    ),
    wrong="""逾期<days>天""",
    right="""逾期{{ days_past_due }}天""",
    severity=Severity.WARNING,
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        yield from _findings(tags(document))
    yield from _findings(tags_in_dictionaries(library))


def _findings(found: Iterator[Tag]) -> Iterator[Finding]:
    """Of a pair of tags only the first is reported."""
    opened: Counter[str] = Counter()
    for tag in sorted(found, key=lambda tag: tag.span):
        if tag.closing and opened[tag.name]:
            opened[tag.name] -= 1
            continue
        opened[tag.name] += not tag.closing
        if tag.closing or tag.name not in DANGEROUS:
            name = f"/{tag.name}" if tag.closing else tag.name
            yield RULE.at(
                tag.span,
                Text(f"HTML标签<{name}>", f"the HTML tag <{name}>"),
                Text("用Markdown写；要展示尖括号，放进反引号", "write Markdown; to show angle brackets, use backticks"),
            )
