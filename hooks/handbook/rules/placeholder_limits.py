from collections import Counter
from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.front_matter import KeyPath
from handbook.library import Library
from handbook.model.placeholder import PlaceholderEntry, Range, ValueType
from handbook.text import Text

RULE = Rule(
    code="HB311",
    name="placeholder-limits",
    finds=Text(
        "占位符的字数、范围或选项与类型不配，或者自相矛盾。",
        "A length, range or choices of a placeholder that its type has no use for, or that contradict themselves.",
    ),
    why=Text(
        "这样的限制拦不住填错的内容，或者把所有内容都拦住。",
        "Such a limit lets everything through that is wrong, or nothing at all.",
    ),
    wrong="""amount_due:
  type: money
  length: {max: 10}""",
    right="""amount_due:
  type: money
  range: {min: 0.01}""",
)

_USES = {
    "length": (ValueType.TEXT, ValueType.NAME, ValueType.PHONE),
    "range": (ValueType.MONEY, ValueType.PERCENT, ValueType.COUNT),
    "choices": (ValueType.CHOICE,),
}


def check(library: Library, today: date) -> Iterator[Finding]:
    front = library.placeholder_dictionary.front
    for name, entry in library.placeholders.items():
        for path, message, mend in _faults(name, entry):
            span = front.keys.get(path) or front.span(path)
            yield RULE.at(span, message, mend)


def _faults(name: str, entry: PlaceholderEntry) -> Iterator[tuple[KeyPath, Text, Text]]:
    for field, types in _USES.items():
        if getattr(entry, field) and entry.type not in types:
            fitting = [other for other, its_types in _USES.items() if entry.type in its_types]
            yield (
                (name, field),
                Text(f"{entry.type}类型不用{field}", f"type {entry.type} has no use for '{field}'"),
                Text(f"删去，或改用{fitting[0]}", f"remove it, or use '{fitting[0]}'")
                if fitting
                else Text("删去", "remove it"),
            )
    if entry.type is ValueType.CHOICE and not entry.choices:
        yield (
            (name, "type"),
            Text(f"占位符“{name}”没有选项", f"placeholder '{name}' has no choices"),
            Text("加上choices", "add 'choices'"),
        )
    for value, count in Counter(choice.value for choice in entry.choices).items():
        if count > 1:
            yield (
                (name, "choices"),
                Text(f"选项“{value}”写了{count}次", f"choice '{value}' is listed {count} times"),
                Text("留一个", "keep one of them"),
            )
    if entry.length and entry.length.min > entry.length.max:
        yield _empty((name, "length"), entry.length.min, entry.length.max)
    if entry.range:
        yield from _range_faults((name, "range"), entry.type, entry.range)


def _range_faults(path: KeyPath, of: ValueType, limits: Range) -> Iterator[tuple[KeyPath, Text, Text]]:
    if limits.min is not None and limits.max is not None and limits.min > limits.max:
        yield _empty(path, limits.min, limits.max)
    if of in _USES["range"] and limits.min is not None and limits.min < 0:
        yield (
            (*path, "min"),
            Text(f"{of}类型的最小值不能小于0", f"the least {of} cannot be below 0"),
            Text("写0或更大的数", "write 0 or more"),
        )
    if of is ValueType.PERCENT and limits.max is not None and limits.max > 100:  # noqa: PLR2004 -- a per cent
        yield (
            (*path, "max"),
            Text("百分比的最大值不能超过100", "a percentage cannot be above 100"),
            Text("写100或更小的数", "write 100 or less"),
        )


def _empty(path: KeyPath, least: float, most: float) -> tuple[KeyPath, Text, Text]:
    return (
        path,
        Text(f"min（{least:g}）大于max（{most:g}）", f"min ({least:g}) is greater than max ({most:g})"),
        Text("对调，或改其中一个", "swap them, or change one"),
    )
