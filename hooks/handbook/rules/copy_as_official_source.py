from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.model import Kind, Regulation
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB608",
    name="copy-as-official-source",
    finds=Text(
        "官方网址写的是代码托管、百科、文库或存档网站。",
        "An official source on a host of code, an encyclopaedia, a document exchange or an archive.",
    ),
    why=Text(
        "那里谁都能改，也不会随官方更新；读者会把副本当原文。",
        "Anyone can change what stands there, and it does not follow the original; readers take the copy for it.",
    ),
    wrong="""official_source: https://github.com/somebody/laws""",
    right="""official_source: https://www.npc.gov.cn/npc/c2/c30834/202108/t20210820_313088.html""",
)

_HOSTS = (
    "github.com",
    "github.io",
    "githubusercontent.com",
    "gitee.com",
    "gitee.io",
    "gitlab.com",
    "gitlab.io",
    "gitcode.com",
    "gitcode.net",
    "bitbucket.org",
    "codeberg.org",
    "sourceforge.net",
    "huggingface.co",
    "jsdelivr.net",
    "unpkg.com",
    "pastebin.com",
    "archive.org",
    "archive.ph",
    "archive.today",
    "wikipedia.org",
    "wikisource.org",
    "baike.baidu.com",
    "wenku.baidu.com",
    "docin.com",
    "doc88.com",
    "360doc.com",
    "scribd.com",
    "zhihu.com",
    "csdn.net",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.REGULATION):
        regulation = entity.structure
        if not isinstance(regulation, Regulation) or regulation.official_source is None:
            continue
        host = regulation.official_host
        if any(host == known or host.endswith(f".{known}") for known in _HOSTS):
            yield RULE.at(
                entity.documents[SOURCE].front.span(("official_source",)),
                Text(f"“{host}”上的是副本，不是官方来源", f"'{host}' holds a copy, not the official text"),
                Text(
                    "写发布机关的网址；不知道写null，读了什么写进checked_against",
                    "write the issuer's address, or null; say in checked_against what was read",
                ),
            )
