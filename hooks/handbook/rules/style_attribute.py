from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.markup import all_attributes
from handbook.text import Text

RULE = Rule(
    code="HB913",
    name="style-attribute",
    finds=Text("style属性。", "A style attribute."),
    why=Text(
        "网站的安全策略不许行内样式；它还能遮住页面上的字。",
        "The site's security policy blocks inline styles, and they can cover what stands on the page.",
    ),
    wrong="""<span style="color: red">不得</span>""",
    right="""**不得**""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for attribute in all_attributes(library):
        if attribute.name == "style":
            yield RULE.at(
                attribute.span,
                Text("不允许style属性", "a style attribute is not allowed"),
                Text("删去；强调用**…**，提示用标记块", "delete it; stress with **…**, and use a block for a warning"),
            )
