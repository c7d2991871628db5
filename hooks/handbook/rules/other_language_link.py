from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.link_targets import in_markdown
from handbook.relative_paths import Way, outcomes, use_reference
from handbook.text import Text

RULE = Rule(
    code="HB235",
    name="other-language-link",
    finds=Text("中文页的相对链接指向英文文件。", "A relative link of a Chinese page to an English file."),
    why=Text(
        "中文网站里没有那个文件；切换语言有页首的按钮。",
        "The Chinese site does not hold that file; readers change the language at the top of the page.",
    ),
    wrong="""[四步流程](process.en.md)""",
    right="""[四步流程](page:guide/process)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for link, outcome in outcomes(library, in_markdown(library)):
        if outcome.way is Way.OTHER_LANGUAGE and outcome.page:
            yield RULE.at(
                link.span,
                Text(f"“{link.path}”是另一种语言的文件", f"'{link.path}' is in the other language"),
                use_reference(outcome.page, link.anchor),
            )
