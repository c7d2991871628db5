from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.personal_data import MOBILE_NUMBER, find
from handbook.text import Text

RULE = Rule(
    code="HB919",
    name="mobile-number",
    finds=Text(
        "11位大陆手机号码，不论写在哪里。",
        "An 11-digit mainland mobile number, wherever it stands.",
    ),
    why=Text(
        "编出来的号码多半也有人在用，照着打过去就是骚扰。",
        "Even an invented number mostly belongs to somebody, who would then be called.",
    ),
    wrong="""请打13800138000""",
    right="""请打{{ service_phone }}""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for span, shown in find(library, MOBILE_NUMBER):
        yield RULE.at(
            span,
            Text(f"手机号码{shown}", f"a mobile number: {shown}"),
            Text("用占位符，或写成138****0000", "use a placeholder, or write 138****0000"),
        )
