from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.personal_data import CARD_NUMBER, find, is_card_number
from handbook.text import Text

RULE = Rule(
    code="HB918",
    name="bank-card-number",
    finds=Text(
        "通过Luhn校验的16–19位银行卡号，带空格或连字符的也算。",
        "A bank card number of 16 to 19 digits that passes Luhn's check, also with spaces or hyphens.",
    ),
    why=Text(
        "真实卡号可以被盗用；催收话术里也只该出现末四位。",
        "A real number can be misused, and collection scripts say no more than the last four digits.",
    ),
    wrong="""卡号4111 1111 1111 1111""",
    right="""卡号末四位{{ card_tail }}""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for span, shown in find(library, CARD_NUMBER, is_card_number):
        yield RULE.at(
            span,
            Text(f"银行卡号{shown}", f"a bank card number: {shown}"),
            Text("只留末四位，或用{{ card_tail }}", "keep the last four digits, or use {{ card_tail }}"),
        )
