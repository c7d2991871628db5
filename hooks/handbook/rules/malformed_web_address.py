import re
from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Document, Library
from handbook.link_labels import bare_text
from handbook.link_targets import everywhere
from handbook.references import SCHEMES, unknown_scheme
from handbook.text import Text
from handbook.web_addresses import Fault, fault

RULE = Rule(
    code="HB234",
    name="malformed-web-address",
    finds=Text(
        "写坏的外部地址：有空格、缺主机名、缺冒号或斜杠、带着中文标点。",
        "An address on the web gone wrong: a space, no host, a missing colon or slash, a Chinese full stop.",
    ),
    why=Text("浏览器打不开，或者整个链接变成普通文字。", "No browser can open it, or the link is no link at all."),
    wrong="""[全国人大](https//www.npc.gov.cn/)""",
    right="""[全国人大](https://www.npc.gov.cn/)""",
)

_FAULTS = {
    Fault.SCHEME: Text("以https://开头", "begin it with https://"),
    Fault.SPACE: Text("去掉空格，或写成%20", "remove the space, or write %20"),
    Fault.NO_HOST: Text("https://后面写主机名", "write a host after https://"),
    Fault.HOST: Text("主机名不对，应如www.npc.gov.cn", "the host is wrong: it should be like www.npc.gov.cn"),
    Fault.PERCENT: Text(
        "%后面要有两位十六进制数；百分号本身写成%25", "% takes two hexadecimal digits; write %25 for the sign itself"
    ),
    Fault.CLOSING_MARK: Text("把句末的标点移到链接外面", "move the punctuation at its end out of the link"),
    Fault.MAIL: Text("邮箱应如mailto:name@example.cn", "it should be like mailto:name@example.cn"),
}
_TARGET_IN_TEXT = re.compile(rb"\]\(([^()\n<>\"']*)\)")
_MEANT_AS_TARGET = re.compile(
    rf"(?i)https?[:：/]|www\.|(?:{'|'.join(SCHEMES)}):|.*\.(?:md|png|jpe?g|gif|svg|webp|pdf|html?)(?:#\S*)?$"
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for link in everywhere(library):
        if link.is_of_the_web and not unknown_scheme(link.target) and (found := fault(link.target)):
            yield RULE.at(
                link.span,
                Text(f"地址写坏了：“{link.target}”", f"malformed address '{link.target}'"),
                _FAULTS[found],
            )
    for document in library.documents:
        yield from _no_links(document)


def _no_links(document: Document) -> Iterator[Finding]:
    """What looks like a link but has a space in its target."""
    if not any(b" " in match[1].strip() for match in _TARGET_IN_TEXT.finditer(document.body.data)):
        return
    for match in _TARGET_IN_TEXT.finditer(bare_text(document)):
        target = match[1].decode().strip()
        if " " in target and _MEANT_AS_TARGET.match(target):
            start = match.start(1) + match[1].index(target.encode())
            yield RULE.at(
                document.source.span(start, start + len(target.encode())),
                Text(f"目标里有空格：“{target}”", f"the target has a space: '{target}'"),
                _FAULTS[Fault.SPACE],
            )
