from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Library
from handbook.model.wording import Discouraged
from handbook.text import Text
from handbook.wording import found

RULE = Rule(
    code="HB802",
    name="discouraged-wording",
    finds=Text(
        "坐席要说或要发出的话里有责备、施压或容易误解的措辞，而措辞表里有更好的说法。",
        "Blaming, pressing or misleading wording in what an agent says or sends, for which the dictionary has better.",
    ),
    why=Text("责备让人防备，中性的说法让人开口。", "Blame puts people on their guard; neutral words let them talk."),
    wrong="""/// say
您恶意拖欠已经16天。
///""",
    right="""/// say
到今天逾期16天，我们还没有看到入账。
///""",
    severity=Severity.WARNING,
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for each in found(library):
        entry = each.entry
        if isinstance(entry, Discouraged):
            yield RULE.at(
                each.span,
                Text(f"不宜说“{each.text}”：{entry.why.zh}", f"better not say '{each.text}': {entry.why.en}"),
                Text(f"可以说：{entry.instead}", f"for example: {entry.instead}"),
            )
