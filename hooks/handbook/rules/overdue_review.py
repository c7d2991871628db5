from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Library
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB618",
    name="overdue-review",
    finds=Text("过了下次复核的日期。", "A page that is past its next review."),
    why=Text(
        "说好的复核没有做，页面却还写着已复核。",
        "The page still says that it was reviewed, though the next review is due.",
    ),
    wrong="""review: {…, due: 2026-05-01}（今天是2026-11-23）""",
    right="""review: {…, due: 2027-05-01}""",
    severity=Severity.WARNING,
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.entities.values():
        review = entity.structure.review if entity.structure else None
        if review and review.due and review.due < today:
            document = entity.documents[SOURCE]
            yield RULE.at(
                document.front.span(("review", "due")),
                Text(f"{review.due}就该复核", f"a review was due on {review.due}"),
                Text(
                    f"请人复核，然后运行handbook reviewed {document.path} --by 岗位",
                    f"have it reviewed, then run: handbook reviewed {document.path} --by ROLE",
                ),
            )
