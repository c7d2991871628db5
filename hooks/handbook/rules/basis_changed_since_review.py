from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Document, Library
from handbook.review_state import changed_rules
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB617",
    name="basis-changed-since-review",
    finds=Text(
        "复核之后，所依据的法规页改过。",
        "A page whose regulations changed after it was reviewed against them.",
    ),
    why=Text(
        "规则变了，照旧规则复核过的话术不一定还对。",
        "The rule is another now; what was reviewed against the old one may be wrong.",
    ),
    wrong="""review: {…, basis: {reg:cn-pipl: 0000000000000000}}""",
    right="""review: {…, basis: {reg:cn-pipl: …}}（handbook reviewed FILE --by 合规）""",
    severity=Severity.WARNING,
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.entities.values():
        review = entity.structure.review if entity.structure else None
        for written, is_known in changed_rules(library, review) if review else ():
            yield _finding(entity.documents[SOURCE], written, is_known=is_known)


def _finding(document: Document, written: str, *, is_known: bool) -> Finding:
    path = ("review", "basis", written)
    span = document.front.keys.get(path, document.front.span(path))
    if not is_known:
        return RULE.at(
            span,
            Text(f"复核依据“{written}”不是本手册的法规", f"the review names '{written}', which is no regulation here"),
            Text("改正或删去", "correct it, or remove it"),
        )
    return RULE.at(
        span,
        Text(f"“{written}”在复核之后改过", f"'{written}' changed since this page was reviewed"),
        Text(
            f"对照新规则复核，然后运行handbook reviewed {document.path} --by 岗位",
            f"review it against the rule as it is now, then run: handbook reviewed {document.path} --by ROLE",
        ),
    )
