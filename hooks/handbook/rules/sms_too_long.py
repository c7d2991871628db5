from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Document, Library
from handbook.model import Kind, Script
from handbook.model.script import Channel
from handbook.running_text import han
from handbook.spoken import SEND
from handbook.text import Text
from handbook.text_message import filled, foreign_character, length_and_limit

RULE = Rule(
    code="HB806",
    name="sms-too-long",
    finds=Text(
        "短信填好占位符以后超过两条：有汉字或特殊符号的134个字符，其余306个。",
        "A text message that, once filled, takes more than two segments: 134 characters with Chinese or special ones, "
        "306 without.",
    ),
    why=Text(
        "三条以上的短信可能拆散、乱序到达，话不成句，还多收费。",
        "Longer ones may arrive in pieces and out of order, and cost more.",
    ),
    wrong="""/// send
（一百五十个字的正文）
///""",
    right="""/// send
{{ institution_name }}提醒：您本期应还{{ amount_due }}元，{{ due_date }}到期。客服{{ service_phone }}。
///""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    if any(defect.span.path == library.placeholder_dictionary.path for defect in library.defects):
        return  # what a placeholder is filled with is not known until the dictionary can be read
    for entity in library.of_kind(Kind.SCRIPT):
        script = entity.structure
        if isinstance(script, Script) and script.channel is Channel.SMS:
            for document in entity.documents.values():
                yield from _findings(library, document)


def _findings(library: Library, document: Document) -> Iterator[Finding]:
    for block in document.body.blocks:
        if block.name != SEND or not block.closed:
            continue
        text = filled(library, document, block)
        length, limit = length_and_limit(text)
        if length > limit:
            special = None if han(text) else foreign_character(text)
            yield RULE.at(
                document.span(block),
                Text(
                    f"填好后有{length}个字符，两条短信只装{limit}个",
                    f"{length} characters when filled, two messages hold {limit}",
                ),
                Text(f"特殊符号“{special}”使容量减半；换掉它", f"'{special}' halves what fits: replace it")
                if special
                else Text(f"至少删去{length - limit}个字符", f"shorten it by {length - limit}"),
            )
