from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import INDEX, Document, Entity, Library
from handbook.link_targets import in_html, in_markdown
from handbook.model import Kind
from handbook.relative_paths import SiteMap
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB226",
    name="orphan-page",
    severity=Severity.WARNING,
    finds=Text(
        "没有任何页面链接、导航里也没有的页面。", "A page that nothing links to and that is not in the navigation."
    ),
    why=Text("读者走不到那里。", "No reader will get there."),
    wrong="""docs/guide/shift-handover.md""",
    right="""docs/guide/index.md: 换人接手时见[](page:guide/shift-handover)。""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    if not library.navigation:
        return  # the site generator then lists every page
    listed = {entry.path for entry in library.navigation}
    lonely = [entity for entity in library.of_kind(Kind.PAGE) if _may_be_lonely(library, entity, listed)]
    linked = _linked_by_path(library) if lonely else set()
    for entity in lonely:
        document = entity.documents[SOURCE]
        if (entity.kind, entity.id) not in linked:
            yield RULE.at(
                document.front.span(("title",)),
                Text(f"没有页面链接到{entity.reference}", f"nothing links to {entity.reference}"),
                Text(
                    "从栏目首页或相关页面引用它",
                    "refer to it from the front page of its section, or from a related page",
                ),
            )


def _may_be_lonely(library: Library, entity: Entity, listed: set[str]) -> bool:
    is_index = entity.id.rpartition("/")[2] == INDEX
    written = SOURCE in entity.documents and not entity.documents[SOURCE].defects
    return written and not is_index and f"{entity.id}.md" not in listed and not library.cited_by(entity)


def _linked_by_path(library: Library) -> set[tuple[Kind, str]]:
    """The entities to which a link leads that is no reference, from another page than their own."""
    site = SiteMap(library)
    found: set[tuple[Kind, str]] = set()
    for link in (*in_markdown(library), *in_html(library)):
        if not link.is_relative:
            continue
        pages: tuple[Document | Entity | None, ...] = (site.resolve(link).page, site.page_of_html(link))
        found.update(
            (page.kind, page.id)
            for page in pages
            if page and (page.kind, page.id) != (link.document.kind, link.document.id)
        )
    return found
