from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity, Span
from handbook.library import Entity, Library
from handbook.link_targets import in_markdown
from handbook.relative_paths import Way, outcomes
from handbook.text import SOURCE, TRANSLATION, Text

RULE = Rule(
    code="HB232",
    name="link-to-untranslated-page",
    severity=Severity.WARNING,
    finds=Text("英文页链接到还没有英文译文的页面。", "An English page that links to a page not translated yet."),
    why=Text("英文读者点开看到的是中文。", "The English reader lands on Chinese."),
    wrong="""[](term:roll-rate)  <!-- glossary/roll-rate.en.md is missing -->""",
    right="""glossary/roll-rate.md
glossary/roll-rate.en.md""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    untranslated = {key: each for key, each in library.entities.items() if TRANSLATION not in each.documents}
    if not untranslated:
        return
    for document, reference in library.all_references():
        entity = untranslated.get((reference.target.kind, reference.target.id))
        if entity and document.language is TRANSLATION:
            yield _finding(reference.span, entity)
    for link, outcome in outcomes(library, in_markdown(library)):
        page = outcome.page
        if page and outcome.way is Way.SOUND and link.document.language is TRANSLATION:
            entity = untranslated.get((page.kind, page.id))
            if entity:
                yield _finding(link.span, entity)


def _finding(span: Span, entity: Entity) -> Finding:
    path = entity.documents[SOURCE].path.removesuffix(".md") + f".{TRANSLATION}.md"
    return RULE.at(
        span,
        Text(f"{entity.reference}没有英文译文", f"{entity.reference} is not translated"),
        Text(f"写{path}", f"write {path}"),
    )
