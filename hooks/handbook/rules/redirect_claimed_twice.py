from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.redirects import Claim, claims
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB229",
    name="redirect-claimed-twice",
    finds=Text("两处renamed_from写了同一个旧id。", "An earlier id that renamed_from claims twice."),
    why=Text("旧地址只能转到一处。", "An old address can lead to one page only."),
    wrong="""id: recovery-rate
renamed_from: [return-rate]

id: cure-rate
renamed_from: [return-rate]""",
    right="""id: recovery-rate
renamed_from: [return-rate]""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    first: dict[str, Claim] = {}
    for claim in claims(library):
        earlier = first.setdefault(claim.address, claim)
        if earlier is not claim:
            where = earlier.entity.documents[SOURCE].path
            yield RULE.at(
                claim.span,
                Text(
                    f"旧id“{claim.earlier}”已写在{where}", f"earlier id '{claim.earlier}' is already claimed by {where}"
                ),
                Text("只留一处", "leave it to one of them"),
            )
