from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Library
from handbook.model import Kind, Regulation
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB609",
    name="insecure-official-source",
    finds=Text("官方网址不是https。", "An official source that is not https."),
    why=Text(
        "http页面在途中可以被改，读者看到的未必是原文。", "A page over http can be changed on its way to the reader."
    ),
    wrong="""official_source: http://www.example.gov.cn/law""",
    right="""official_source: https://www.example.gov.cn/law""",
    severity=Severity.WARNING,
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.REGULATION):
        regulation = entity.structure
        if not isinstance(regulation, Regulation) or regulation.official_source is None:
            continue
        if not regulation.official_source.lower().startswith("https:"):
            yield RULE.at(
                entity.documents[SOURCE].front.span(("official_source",)),
                Text("官方网址不是https", "the official source is not https"),
                Text(
                    "换成https的网址；确实没有的，写明理由豁免",
                    "write the https address, or excuse it if there is none",
                ),
            )
