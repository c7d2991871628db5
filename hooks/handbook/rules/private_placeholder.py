from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Document, Library
from handbook.model import Kind, Script
from handbook.model.placeholder import Privacy
from handbook.model.script import Audience, Channel
from handbook.spoken import spoken, within
from handbook.text import Text

RULE = Rule(
    code="HB312",
    name="private-placeholder",
    finds=Text(
        "敏感的占位符写进短信、即时消息或邮件；或者对第三人说出客户的账务。",
        "A sensitive placeholder in a text, instant message or e-mail, or a customer's affairs told to a third party.",
    ),
    why=Text(
        "这些渠道会被别人看到，对第三人多说一项就是泄露欠款。",
        "Others see these channels, and every item told to a third party discloses the debt.",
    ),
    wrong="""audience: third-party
…
/// say
请他还{{ amount_due }}元。
///""",
    right="""audience: third-party
…
/// say
请他回电{{ service_phone }}。
///""",
)

_OPEN_CHANNELS = (Channel.SMS, Channel.IM, Channel.EMAIL)
_TOLD_TO_THIRD_PARTIES = ("customer_name", "salutation", "agent_name", "callback_time", "reference_number")
"""What is about a person and yet may be said to somebody else: whom to call back, whom to ask for, and when."""


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.SCRIPT):
        if isinstance(entity.structure, Script):
            for document in entity.documents.values():
                yield from _findings(document, entity.structure, library)


def _findings(document: Document, script: Script, library: Library) -> Iterator[Finding]:
    for placeholder in within(document.body.placeholders, spoken(document.body)):
        entry = library.placeholders.get(placeholder.name)
        if entry is None or entry.privacy is Privacy.PUBLIC:
            continue
        if script.audience is Audience.THIRD_PARTY and placeholder.name not in _TOLD_TO_THIRD_PARTIES:
            yield RULE.at(
                document.span(placeholder),
                Text(
                    f"不能对第三人说“{placeholder.name}”",
                    f"placeholder '{placeholder.name}' may not be told to a third party",
                ),
                Text("删去；只请对方转告回电", "leave it out; ask only that the customer call back"),
            )
        elif entry.privacy is Privacy.SENSITIVE and script.channel in _OPEN_CHANNELS:
            yield RULE.at(
                document.span(placeholder),
                Text(
                    f"敏感的“{placeholder.name}”不能写进{script.channel}",
                    f"sensitive placeholder '{placeholder.name}' in channel {script.channel}",
                ),
                Text(
                    "删去，核身后在电话里说，或写进信函",
                    "leave it out; say it by phone after verification, or in a letter",
                ),
            )
