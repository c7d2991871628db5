import re
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.model.placeholder import PlaceholderEntry, ValueType
from handbook.text import Text

RULE = Rule(
    code="HB310",
    name="placeholder-value",
    finds=Text(
        "占位符的例子或默认值不合它的类型、字数、范围或选项。",
        "An example or default of a placeholder that does not fit its type, length, range or choices.",
    ),
    why=Text(
        "例子教人怎么填，默认值会直接发出去；它们自己就得填对。",
        "An example shows how to fill it in, and a default is sent as it stands: both must be right themselves.",
    ),
    wrong="""due_date:
  type: date
  example: 2026年11月7日""",
    right="""due_date:
  type: date
  example: "2026-11-07\"""",
)

_FORMS = {
    ValueType.DATE: re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII),
    ValueType.TIME: re.compile(r"\d{2}:\d{2}", re.ASCII),
    ValueType.MONEY: re.compile(r"\d+(?:\.\d{1,2})?", re.ASCII),
    ValueType.PHONE: re.compile(r"\+?[\d(][\d ()-]*", re.ASCII),
    ValueType.PERCENT: re.compile(r"\d+(?:\.\d+)?", re.ASCII),
    ValueType.COUNT: re.compile(r"\d+", re.ASCII),
}
_EXPECTED = {
    ValueType.DATE: Text('写日期，例如"2026-11-07"', 'write a date such as "2026-11-07"'),
    ValueType.TIME: Text('写时刻，例如"10:30"', 'write a time such as "10:30"'),
    ValueType.MONEY: Text(
        '写不小于0、至多两位小数的数，例如"18600.00"',
        'write a number with at most two decimals, not below 0, such as "18600.00"',
    ),
    ValueType.PHONE: Text(
        '只用数字、空格、+、-和半角括号，例如"400-000-0000"',
        'use digits, spaces, +, - and brackets only, such as "400-000-0000"',
    ),
    ValueType.PERCENT: Text(
        '写0到100的数，不带%，例如"12.5"', 'write a number from 0 to 100 without %, such as "12.5"'
    ),
    ValueType.COUNT: Text('写不小于0的整数，例如"12"', 'write a whole number, not below 0, such as "12"'),
}
_NUMBERS = (ValueType.MONEY, ValueType.PERCENT, ValueType.COUNT)


def check(library: Library, today: date) -> Iterator[Finding]:
    for name, entry in library.placeholders.items():
        for field in ("example", "default"):
            for path, value in library.placeholder_dictionary.front.strings_at(name, field):
                if expected := _misfit(value, entry):
                    yield RULE.at(
                        library.placeholder_dictionary.front.span(path),
                        Text(
                            f"“{value}”不合占位符“{name}”的{entry.type}类型或限制",
                            f"'{value}' does not fit placeholder '{name}' of type {entry.type}",
                        ),
                        expected,
                    )


def _misfit(value: str, entry: PlaceholderEntry) -> Text | None:
    """What should stand in place of the value, or None where it fits."""
    form = _FORMS.get(entry.type)
    if form and not form.fullmatch(value):
        return _EXPECTED[entry.type]
    if entry.type in (ValueType.DATE, ValueType.TIME):
        return None if _exists(value, entry.type) else _EXPECTED[entry.type]
    if entry.type in _NUMBERS:
        return _out_of_range(Decimal(value), entry)
    if entry.type is ValueType.CHOICE:
        values = [choice.value for choice in entry.choices]
        listed = ", ".join(values)
        return None if value in values else Text(f"写选项中的一个：{listed}", f"write one of the choices: {listed}")
    return _wrong_length(value, entry)


def _exists(value: str, of: ValueType) -> bool:
    try:
        (date if of is ValueType.DATE else time).fromisoformat(value)
    except ValueError:
        return False
    return True


def _out_of_range(value: Decimal, entry: PlaceholderEntry) -> Text | None:
    if entry.type is ValueType.PERCENT and value > 100:  # noqa: PLR2004 -- a per cent
        return _EXPECTED[ValueType.PERCENT]
    least, most = (entry.range.min, entry.range.max) if entry.range else (None, None)
    if least is not None and value < Decimal(str(least)):
        return Text(f"不小于{least:g}", f"at least {least:g}")
    if most is not None and value > Decimal(str(most)):
        return Text(f"不大于{most:g}", f"at most {most:g}")
    return None


def _wrong_length(value: str, entry: PlaceholderEntry) -> Text | None:
    if entry.length and len(value) < entry.length.min:
        return Text(f"至少{entry.length.min}个字", f"at least {entry.length.min} characters")
    if entry.length and len(value) > entry.length.max:
        return Text(f"至多{entry.length.max}个字", f"at most {entry.length.max} characters")
    return None
