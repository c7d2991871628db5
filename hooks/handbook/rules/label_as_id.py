from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.meant import Intentions, Slip
from handbook.text import Text

RULE = Rule(
    code="HB242",
    name="label-as-id",
    finds=Text("把术语的叫法当作id来引用。", "A label of a term in the place of its id."),
    why=Text(
        "叫法会改，也可能属于两个术语；id永远不变。",
        "A label may change or belong to two terms; the id is permanent.",
    ),
    wrong="""[](term:PTP)""",
    right="""[](term:promise-to-pay)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    intentions = Intentions(library)
    for _, reference in library.all_references():
        meant = intentions.of(reference.target)
        if not meant or meant.slip is not Slip.LABEL:
            continue
        label, several = reference.target.id, len(meant.references) > 1
        there = Text("或".join(meant.references), " or ".join(meant.references))
        yield RULE.at(
            reference.span,
            Text(f"“{label}”是几个术语的叫法", f"'{label}' is a label of several terms")
            if several
            else Text(f"“{label}”是叫法，不是id", f"'{label}' is a label, not an id"),
            Text(f"按意思写成{there.zh}", f"write {there.en}, whichever is meant")
            if several
            else Text(f"写成{there.zh}", f"write {there.en}"),
        )
