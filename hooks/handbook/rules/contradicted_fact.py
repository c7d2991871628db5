from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.text import Text
from handbook.typed_numbers import typed_numbers

RULE = Rule(
    code="HB613",
    name="contradicted-fact",
    finds=Text(
        "引用了条款，手打的数字却与法规页里的不同。",
        "A number typed beside its provision that differs from the fact on the regulation's page.",
    ),
    why=Text(
        "读者会照着错的数字打电话、算期限，还以为有依据。",
        "Readers would call, or count days, by a wrong number and believe that a rule backs it.",
    ),
    wrong="""每日不超过5次（[](reg:cn-gbt-45251-2025#call-frequency)）""",
    right="""每日不超过[](fact:cn-gbt-45251-2025/calls-per-day)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for number in typed_numbers(library):
        if not number.agrees:
            yield RULE.at(
                number.span,
                Text(
                    f"写的是“{number.text}”，{number.fact}是{number.value}",
                    f"'{number.text}' is typed, but {number.fact} is {number.value}",
                ),
                Text(
                    f"写成[]({number.fact})；另有所指或机构自定的，在句中写明",
                    f"write []({number.fact}); where another number or a house norm is meant, say so in the sentence",
                ),
            )
