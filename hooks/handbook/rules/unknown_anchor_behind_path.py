from collections.abc import Iterator
from datetime import date
from functools import cache, partial

from handbook.diagnostics import Finding, Rule
from handbook.library import Document, Library
from handbook.link_targets import in_markdown
from handbook.relative_paths import Way, anchors_of_page, outcomes
from handbook.suggest import did_you_mean
from handbook.text import Text

RULE = Rule(
    code="HB212",
    name="unknown-anchor-behind-path",
    finds=Text(
        "相对链接的页面存在，但没有所写的锚点。",
        "A relative link whose page exists but does not have the anchor.",
    ),
    why=Text("读者会停在页首，找不到所说的小节。", "The reader lands at the top and does not find the section."),
    wrong="""[评估](process.md#asess)""",
    right="""[评估](process.md#assess)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    anchors_of = cache(partial(anchors_of_page, library))
    for link, outcome in outcomes(library, in_markdown(library)):
        page, anchor = outcome.page, link.anchor
        if outcome.way is not Way.SOUND or page is None or not anchor:
            continue
        if anchor not in anchors_of(page):
            yield RULE.at(
                link.span,
                Text(f"{page.path}没有锚点“{anchor}”", f"no anchor '{anchor}' in {page.path}"),
                _in_other_language(library, page, anchor) or did_you_mean(anchor, page.anchors) or _listed(page),
            )


def _in_other_language(library: Library, page: Document, anchor: str) -> Text | None:
    for other in library.entities[page.kind, page.id].documents.values():
        if other is not page and anchor in other.anchors:
            return Text(f"只有{other.path}有它", f"only {other.path} has it")
    return None


def _listed(page: Document) -> Text | None:
    anchors = ", ".join(page.anchors)
    return Text(f"现有锚点：{anchors}", f"the anchors are: {anchors}") if anchors else None
