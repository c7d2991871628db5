from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.redirects import circular, claims
from handbook.text import Text

RULE = Rule(
    code="HB230",
    name="redirect-loop",
    finds=Text("renamed_from互相指回，转成一圈。", "Earlier ids that lead back to one another."),
    why=Text(
        "浏览器在几页之间转来转去，一页也打不开。", "The browser goes round in a circle and opens none of the pages."
    ),
    wrong="""id: roll-rate
renamed_from: [roll-rate]""",
    right="""id: roll-rate
renamed_from: [rolling-rate]""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    circles = circular(library)
    for claim in claims(library):
        if claim.address in circles:
            yield RULE.at(
                claim.span,
                Text(
                    f"旧id“{claim.earlier}”转了一圈又回到原处",
                    f"earlier id '{claim.earlier}' leads back to itself",
                ),
                Text("从renamed_from里删去", "remove it from renamed_from"),
            )
