from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.legal_basis import bases
from handbook.library import Library
from handbook.model.regulation import Status
from handbook.phrases import written_date
from handbook.text import Language, Text

RULE = Rule(
    code="HB604",
    name="basis-not-yet-in-force",
    finds=Text(
        "话术或案例的依据、“不得”的依据是草案，或到检查当天尚未生效的法规。",
        "A legal basis, or the rule behind a `never`, that is a draft, or not in force on the day of the check.",
    ),
    why=Text(
        "还没有生效的规定不能作今天的依据。",
        "A rule that is yet to come cannot be what today's conduct rests on.",
    ),
    wrong="""legal_basis: [reg:cn-rule-of-next-year#art-8]""",
    right="""legal_basis: [reg:cn-rule-in-force#art-8]""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for reference, regulation in bases(library):
        begins = regulation.effective
        if begins and begins > today and regulation.status in (Status.IN_FORCE, Status.UPCOMING):
            zh = f"{written_date(begins, Language.ZH)}才生效"
            en = f"takes effect only on {written_date(begins, Language.EN)}"
        elif regulation.status is Status.DRAFT:
            zh, en = "只是草案", "is a draft"
        elif begins is None and regulation.status is Status.UPCOMING:
            zh, en = "尚未生效", "is not yet in force"
        else:
            continue
        yield RULE.at(
            reference.span,
            Text(f"依据“{reference.target}”{zh}", f"the basis '{reference.target}' {en}"),
            Text("引用现行规定，生效后再改", "name the rule in force, and change it when this one takes effect"),
        )
