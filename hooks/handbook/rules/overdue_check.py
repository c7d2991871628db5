from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Library
from handbook.model import Kind, Regulation
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB607",
    name="overdue-check",
    finds=Text("法规摘要过了复核日期。", "A summary of a regulation that is past its date of review."),
    why=Text(
        "规定可能已经修改，读者却以为刚核对过。",
        "The rule may have changed while readers believe that it was checked.",
    ),
    wrong="""review_by: 2026-05-23（今天是2026-11-23）""",
    right="""checked_on: 2026-11-23\nreview_by: 2027-05-23""",
    severity=Severity.WARNING,
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.REGULATION):
        regulation = entity.structure
        if isinstance(regulation, Regulation) and regulation.review_by < today:
            days = (today - regulation.review_by).days
            yield RULE.at(
                entity.documents[SOURCE].front.span(("review_by",)),
                Text(f"复核已过期{days}天", f"the review is {days} {'day' if days == 1 else 'days'} overdue"),
                Text("重新核对，再改checked_on和review_by", "check it again, then change checked_on and review_by"),
            )
