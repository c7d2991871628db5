from collections.abc import Iterator
from datetime import date

from handbook.correspondence import pairs
from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB406",
    name="entry-counts-differ",
    finds=Text(
        "案例的profile、variables，或课程的objectives、materials，两种语言的项数不同。",
        "Profile and variables of a case, or objectives and materials of a lesson, that differ in number.",
    ),
    why=Text(
        "两种语言的学员拿到的案情和目标不一样。",
        "Learners in the two languages would get another case or other objectives.",
    ),
    wrong="""profile: {Occupation: driver}   （zh: 职业、家庭两项）""",
    right="""profile: {Occupation: driver, Family: married}""",
)

_FIELDS = ("profile", "variables", "objectives", "materials")


def check(library: Library, today: date) -> Iterator[Finding]:
    for source, translation in pairs(library):
        for field in _FIELDS:
            mine, theirs = source.front.data.get(field), translation.front.data.get(field)
            if not isinstance(mine, (dict, list)) or not isinstance(theirs, type(mine)) or len(mine) == len(theirs):
                continue
            yield RULE.at(
                translation.front.keys[(field,)],
                Text(
                    f"{field}的项数不同：这里{len(theirs)}项，{source.path}中{len(mine)}项",
                    f"'{field}' differs in length: {len(theirs)} here, {len(mine)} in {source.path}",
                ),
                Text("逐项翻译，次序相同", "translate entry by entry, in the same order"),
            )
