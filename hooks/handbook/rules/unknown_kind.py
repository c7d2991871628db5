from collections.abc import Iterator
from datetime import date

from handbook.addresses import unsafe_scheme
from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.references import SCHEMES, unknown_scheme
from handbook.suggest import did_you_mean
from handbook.text import Text

RULE = Rule(
    code="HB203",
    name="unknown-kind",
    finds=Text(
        "链接的前缀既不是引用种类，也不是网址。",
        "A link whose scheme is neither a kind of reference nor of the web.",
    ),
    why=Text("浏览器打不开这样的链接。", "No browser can open it."),
    wrong="""[](terms:roll-rate)""",
    right="""[](term:roll-rate)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        for link in document.body.links:
            if (scheme := unknown_scheme(link.target)) and not unsafe_scheme(link.target):
                kinds = ", ".join(SCHEMES)
                yield RULE.at(
                    document.span(link),
                    Text(f"不认识引用种类“{scheme}”", f"unknown kind of reference '{scheme}'"),
                    did_you_mean(scheme, SCHEMES) or Text(f"可用：{kinds}", f"the kinds are: {kinds}"),
                )
