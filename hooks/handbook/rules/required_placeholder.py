from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.model import Kind, Script
from handbook.model.script import Audience, Channel
from handbook.spoken import SAY, SEND, spoken, within
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB313",
    name="required-placeholder",
    finds=Text(
        "电话话术没有说机构和坐席姓名，或书面话术没有写机构名称。",
        "A phone script that never names institution and agent, or a written one without the institution.",
    ),
    why=Text(
        "对方有权知道谁在联系他；不报家门的催收像诈骗，也违反首次联系的要求。",
        "Whoever is contacted must know by whom; otherwise it looks like fraud and breaks the rules on first contact.",
    ),
    wrong="""channel: sms
…
/// send
您本期应还{{ amount_due }}元。
///""",
    right="""channel: sms
…
/// send
{{ institution_name }}提醒：您本期应还{{ amount_due }}元。
///""",
)

_INSTITUTION, _AGENT = "institution_name", "agent_name"
_NEEDS: dict[Channel, tuple[str, tuple[str, ...]]] = {
    Channel.PHONE: (SAY, (_INSTITUTION, _AGENT)),
    Channel.SMS: (SEND, (_INSTITUTION,)),
    Channel.IM: (SEND, (_INSTITUTION,)),
    Channel.EMAIL: (SEND, (_INSTITUTION,)),
    Channel.LETTER: (SEND, (_INSTITUTION,)),
}
"""For each channel the block that is said or sent, and what it must name."""


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.SCRIPT):
        script, document = entity.structure, entity.documents.get(SOURCE)
        if not isinstance(script, Script) or not document or not document.has_body:
            continue
        if script.audience is Audience.THIRD_PARTY and script.channel is not Channel.PHONE:
            continue  # the sender's name alone may disclose the debt
        block, names = _NEEDS[script.channel]
        used = {each.name for each in within(document.body.placeholders, spoken(document.body, (block,)))}
        for name in names:
            if name in library.placeholders and name not in used:
                yield RULE.at(
                    document.front.span(("channel",)),
                    Text(f"没有一个{block}块用到“{name}”", f"no '{block}' block uses placeholder '{name}'"),
                    Text(
                        f"在{block}块里写上{{{{ {name} }}}}",
                        f"write {{{{ {name} }}}} in a '{block}' block",
                    ),
                )
