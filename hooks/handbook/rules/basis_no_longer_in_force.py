from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.labels import label
from handbook.legal_basis import bases
from handbook.library import Library
from handbook.model.regulation import Status
from handbook.text import Language, Text

RULE = Rule(
    code="HB603",
    name="basis-no-longer-in-force",
    finds=Text(
        "话术或案例的依据、“不得”的依据是已废止、已到期或已被取代的法规。",
        "A legal basis, or the rule behind a `never`, that is repealed, expired or superseded.",
    ),
    why=Text(
        "按废止的规定做事，等于没有依据；客户和检查人员会指出来。",
        "Who acts on a repealed rule acts on none, and customers and inspectors will say so.",
    ),
    wrong="""legal_basis: [reg:cn-old-measures#art-8]""",
    right="""legal_basis: [reg:cn-new-measures#art-10]""",
)

_GONE = (Status.REPEALED, Status.SUPERSEDED, Status.EXPIRED)


def check(library: Library, today: date) -> Iterator[Finding]:
    for reference, regulation in bases(library):
        if regulation.status in _GONE:
            zh, en = (label(regulation.status, language) for language in (Language.ZH, Language.EN))
            yield RULE.at(
                reference.span,
                Text(f"依据“{reference.target}”{zh}", f"the basis '{reference.target}' is {en.lower()}"),
                Text("改引现行规定；没有就删去", "name the rule in force; remove it where there is none"),
            )
