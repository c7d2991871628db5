from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.personal_data import PRIVATE_MAIL, find
from handbook.text import Text

RULE = Rule(
    code="HB920",
    name="private-mail-address",
    finds=Text(
        "公共邮箱（QQ、163、Gmail等）的地址。",
        "An address at a public mail host such as QQ, 163 or Gmail.",
    ),
    why=Text(
        "这样的地址属于某个人；机构也不用它收材料。",
        "Such an address belongs to a person, and no institution receives documents at one.",
    ),
    wrong="""zhang.wei@qq.com""",
    right="""complaints@example.com""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for span, shown in find(library, PRIVATE_MAIL):
        yield RULE.at(
            span,
            Text(f"私人邮箱{shown}", f"a private mail address: {shown}"),
            Text(
                "用机构邮箱的占位符，或example.com下的虚构地址",
                "use a placeholder, or a made-up address at example.com",
            ),
        )
