from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.redirects import circular, claims, living
from handbook.text import Text

RULE = Rule(
    code="HB228",
    name="redirect-from-living-page",
    finds=Text("renamed_from里写了现在还在用的id。", "An id in renamed_from that an entry still has."),
    why=Text(
        "转向会盖掉那一页，读者再也打不开它。",
        "The redirect takes the place of that page, and nobody can open it any more.",
    ),
    wrong="""id: recovery-rate
renamed_from: [roll-rate]  # glossary/roll-rate.md""",
    right="""id: recovery-rate
renamed_from: [return-rate]""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    now, circles = living(library), circular(library)
    for claim in claims(library):
        entity = now.get(claim.address)
        if entity and claim.address not in circles:
            yield RULE.at(
                claim.span,
                Text(
                    f"“{claim.earlier}”还是{entity.reference}的id",
                    f"'{claim.earlier}' is still the id of {entity.reference}",
                ),
                Text("从renamed_from里删去，或把那一项改名", "remove it from renamed_from, or rename that entry"),
            )
