from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB505",
    name="skipped-heading-level",
    finds=Text("标题跳了级，例如##下面直接是####。", "A heading that skips a level, such as #### under ##."),
    why=Text(
        "用读屏软件的人靠标题级别知道自己在哪一节（WCAG 2.2，1.3.1）。",
        "Readers who hear the page find their way by the levels of headings (WCAG 2.2, 1.3.1).",
    ),
    wrong="""## 怎么算 {#formula}

#### 例子 {#example}""",
    right="""## 怎么算 {#formula}

### 例子 {#example}""",
)

_TITLE = 1
"""The level of the page's title, which stands above all headings of the body."""


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        above = _TITLE
        for heading in document.body.headings:
            if heading.level > above + 1:
                yield RULE.at(
                    document.span(heading),
                    Text(f"{heading.level}级标题接在{above}级后面", f"level {heading.level} follows level {above}"),
                    Text(f"写{'#' * (above + 1)}", f"write {'#' * (above + 1)}"),
                )
            above = heading.level
