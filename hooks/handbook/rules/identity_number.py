from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.personal_data import IDENTITY_NUMBER, find, is_identity_number
from handbook.text import Text

RULE = Rule(
    code="HB917",
    name="identity-number",
    finds=Text(
        "校验码正确的18位身份证号码，出现在任何地方。",
        "An 18-digit mainland identity number with a valid check digit, anywhere in a file.",
    ),
    why=Text(
        "手册公开且永久留存版本，一个真实号码进去就收不回来。",
        "The handbook is public and its history permanent: a real number that enters it cannot be taken back.",
    ),
    wrong="""证件号11010519491231002X（标准里的示例）""",
    right="""证件号110***********002X""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for span, shown in find(library, IDENTITY_NUMBER, is_identity_number):
        yield RULE.at(
            span,
            Text(f"身份证号码{shown}", f"an identity number: {shown}"),
            Text(
                "删去，或改成110***********00；已经提交过的要从版本库里清除",
                "delete it, or write 110***********00; if it was committed, purge it from the history",
            ),
        )
