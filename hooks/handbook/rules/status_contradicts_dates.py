from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.model import Kind, Regulation
from handbook.model.regulation import Status
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB606",
    name="status-contradicts-dates",
    finds=Text(
        "写着尚未生效，生效日期却已经到了；或写着现行有效，生效日期却还没到。",
        "A regulation called upcoming though its day has come, or in force though it has not.",
    ),
    why=Text(
        "读者按页首的效力状态决定能不能用这条规定。",
        "Readers go by the status at the head of the page when they decide whether a rule applies.",
    ),
    wrong="""effective: 2027-01-01\nstatus: in-force""",
    right="""effective: 2027-01-01\nstatus: upcoming""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.REGULATION):
        regulation = entity.structure
        if not isinstance(regulation, Regulation) or regulation.effective is None:
            continue
        span = entity.documents[SOURCE].front.span(("status",))
        begins = regulation.effective
        if regulation.status is Status.UPCOMING and begins <= today:
            yield RULE.at(
                span,
                Text(f"状态是upcoming，但{begins}已经生效", f"status is upcoming, but it took effect on {begins}"),
                Text("改为in-force，并检查引用它的页面", "write in-force, and look at the pages that refer to it"),
            )
        elif regulation.status is Status.IN_FORCE and begins > today:
            yield RULE.at(
                span,
                Text(f"状态是in-force，但{begins}才生效", f"status is in-force, but it takes effect only on {begins}"),
                Text("改为upcoming", "write upcoming"),
            )
