from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Library
from handbook.review import reviewed_digest
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB616",
    name="changed-since-review",
    finds=Text("复核之后又改过。", "A page that changed after it was reviewed."),
    why=Text(
        "页面上写着有人复核过，复核的却不是现在这些字。",
        "The page says that a person reviewed it, but what was reviewed is no longer what it says.",
    ),
    wrong="""review: {on: 2026-11-01, by: 合规, digest: 0000000000000000}""",
    right="""review: {…, digest: …}（handbook reviewed FILE --by 合规）""",
    severity=Severity.WARNING,
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.entities.values():
        review = entity.structure.review if entity.structure else None
        if review is None:
            continue
        document = entity.documents[SOURCE]
        if review.digest != reviewed_digest(document.source, document.front):
            yield RULE.at(
                document.front.span(("review", "digest")),
                Text(f"{review.on}复核之后改过", f"changed since it was reviewed on {review.on}")
                if review.digest
                else Text("没有记下复核的是哪一稿", "it is not recorded which text was reviewed"),
                Text(
                    f"请人重新复核，然后运行handbook reviewed {document.path} --by 岗位",
                    f"have it reviewed again, then run: handbook reviewed {document.path} --by ROLE",
                ),
            )
