from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.link_targets import in_markdown
from handbook.relative_paths import Way, outcomes
from handbook.text import Text

RULE = Rule(
    code="HB211",
    name="wrong-letter-case",
    finds=Text(
        "相对链接的大小写与文件名不一致。", "A relative link whose letters differ in case from the file's name."
    ),
    why=Text(
        "在作者的电脑上打得开，到服务器上就是断链。",
        "It works on the author's machine and is broken on the server.",
    ),
    wrong="""![图标](Assets/icon.SVG)""",
    right="""![图标](assets/icon.svg)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for link, outcome in outcomes(library, in_markdown(library)):
        if outcome.way is Way.LETTER_CASE:
            yield RULE.at(
                link.span,
                Text(f"“{link.path}”的大小写不对", f"'{link.path}' has the wrong letter case"),
                Text(f"写成“{outcome.path}”", f"write '{outcome.path}'"),
            )
