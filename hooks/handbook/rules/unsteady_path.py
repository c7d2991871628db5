from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.link_targets import in_markdown
from handbook.relative_paths import Way, outcomes, use_reference
from handbook.text import Text

RULE = Rule(
    code="HB236",
    name="unsteady-path",
    finds=Text(
        "相对链接只在仓库里对，或只在网站上对。",
        "A relative link that is right only in the repository, or only on the site.",
    ),
    why=Text(
        "术语、话术等的网址由id决定，与文件放在哪个文件夹无关。",
        "The address of a term or script follows from its id, not from the folder that its file lies in.",
    ),
    wrong="""[四步流程](../../docs/guide/process.md)""",
    right="""[四步流程](page:guide/process)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for link, outcome in outcomes(library, in_markdown(library)):
        if outcome.way is not Way.UNSTEADY:
            continue
        yield RULE.at(
            link.span,
            Text(
                f"“{link.path}”在仓库里和在网站上指向不同的地方",
                f"'{link.path}' leads elsewhere on the site than in the repository",
            ),
            use_reference(outcome.page, link.anchor)
            if outcome.page
            else Text(f"写成“{outcome.path}”", f"write '{outcome.path}'"),
        )
