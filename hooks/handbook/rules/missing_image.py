from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.link_targets import in_markdown
from handbook.relative_paths import Way, outcomes
from handbook.text import Text

RULE = Rule(
    code="HB216",
    name="missing-image",
    finds=Text("图片文件不存在。", "An image whose file does not exist."),
    why=Text("页面上只剩一个破图标。", "The page shows the sign of a broken image."),
    wrong="""![流程图](../assets/proces.svg)""",
    right="""![流程图](../assets/process.svg)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for link, outcome in outcomes(library, in_markdown(library)):
        if link.image and outcome.way is Way.NOTHING:
            yield RULE.at(
                link.span,
                Text(f"没有图片“{link.path}”", f"there is no image '{link.path}'"),
                Text(f"是否想写“{outcome.path}”？", f"did you mean '{outcome.path}'?")
                if outcome.asset
                else Text("把图片放进docs/assets/", "put the image into docs/assets/"),
            )
