from collections.abc import Iterator
from datetime import date

from handbook.body import Placeholder
from handbook.correspondence import pairs, surplus
from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Document, Library
from handbook.model import Kind
from handbook.text import Text

RULE = Rule(
    code="HB305",
    name="placeholder-counts-differ",
    finds=Text(
        "同一份话术里，某个占位符在一种语言中用的次数比另一种多。",
        "A placeholder that one language of a script uses more often than the other.",
    ),
    why=Text(
        "多半是某一句漏译了，或者改了中文没有改英文：发出去的内容少一个金额或电话。",
        "Mostly a sentence was left out or changed in one language: what is sent lacks an amount or a number.",
    ),
    wrong="""{{ due_date }}到期，请在{{ due_date }}前还款。（en: Due on {{ due_date }}.）""",
    right="""{{ due_date }}到期，请按时还款。（en: Due on {{ due_date }}; please pay in time.）""",
    severity=Severity.WARNING,
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for source, translation in pairs(library):
        if source.kind is Kind.SCRIPT:
            yield from _more(source, translation)
            yield from _more(translation, source)


def _more(here: Document, there: Document) -> Iterator[Finding]:
    in_both = {each.name for each in here.body.placeholders} & {each.name for each in there.body.placeholders}
    mine, theirs = (
        [(each.name, each) for each in document.body.placeholders if each.name in in_both] for document in (here, there)
    )
    for name, piece in surplus(here, mine, there, theirs):
        often, less = _count(mine, name), _count(theirs, name)
        yield RULE.at(
            here.span(piece),
            Text(
                f"占位符“{name}”这里用了{often}次，{there.path}中{less}次",
                f"placeholder '{name}' is used {often} times here, {less} in {there.path}",
            ),
            Text("两种语言中次数相同", "use it equally often in both languages"),
        )


def _count(items: list[tuple[str, Placeholder]], name: str) -> int:
    return sum(key == name for key, _ in items)
