from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.link_targets import WrittenLink, in_markdown
from handbook.relative_paths import Outcome, Way, outcomes, reference_to
from handbook.text import Text

RULE = Rule(
    code="HB213",
    name="wrong-depth",
    finds=Text(
        "相对链接的目标存在，但层级（../）不对。",
        "A relative link whose target exists, but at another depth.",
    ),
    why=Text("文件挪动后最常见的断链。", "The commonest broken link after a file was moved."),
    wrong="""[四步流程](guide/process.md)""",
    right="""[四步流程](../guide/process.md)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for link, outcome in outcomes(library, in_markdown(library)):
        if outcome.way is Way.DEPTH:
            yield RULE.at(
                link.span,
                Text(f"“{link.path}”处没有文件，别处有", f"'{link.path}' is elsewhere"),
                _help(link, outcome),
            )


def _help(link: WrittenLink, outcome: Outcome) -> Text:
    reference = reference_to(outcome.page, link.anchor) if outcome.page else outcome.path
    if outcome.path == reference:
        return Text(f"写成“{reference}”", f"write '{reference}'")
    return Text(
        f"写成“{outcome.path}”，最好用引用{reference}", f"write '{outcome.path}', or better the reference {reference}"
    )
