from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.meant import Intentions, Slip
from handbook.model import KINDS
from handbook.text import Text

RULE = Rule(
    code="HB240",
    name="other-kind",
    finds=Text("id存在，但属于另一个种类。", "An id that exists, but under another kind."),
    why=Text(
        "种类写错的引用是断链，而读者要的页面就在旁边。", "The link is broken although the page that it means is there."
    ),
    wrong="""[](term:first-reminder-m1)""",
    right="""[](script:first-reminder-m1)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    intentions = Intentions(library)
    for _, reference in library.all_references():
        meant = intentions.of(reference.target)
        if meant and meant.slip is Slip.OTHER_KIND:
            name = KINDS[reference.target.kind].name
            there = Text("或".join(meant.references), " or ".join(meant.references))
            yield RULE.at(
                reference.span,
                Text(f"“{reference.target.id}”不是{name.zh}", f"'{reference.target.id}' is not a {name.en}"),
                Text(f"写成{there.zh}", f"write {there.en}"),
            )
