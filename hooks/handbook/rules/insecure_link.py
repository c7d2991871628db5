from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Library
from handbook.link_targets import everywhere
from handbook.text import Text
from handbook.web_addresses import is_local

RULE = Rule(
    code="HB233",
    name="insecure-link",
    severity=Severity.WARNING,
    finds=Text("http://开头的外部链接。", "A link to another site that begins with http://."),
    why=Text(
        "内容在途中可被看到和改动。",
        "What the reader gets can be seen and changed on its way.",
    ),
    wrong="""[全国人大](http://www.npc.gov.cn/)""",
    right="""[全国人大](https://www.npc.gov.cn/)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for link in everywhere(library):
        if link.target.lower().startswith("http://") and not is_local(link.target):
            secure = f"https{link.target[4:]}"
            yield RULE.at(
                link.span,
                Text(f"“{link.target}”没有加密", f"'{link.target}' is not encrypted"),
                Text(
                    f"改为{secure}；那个网站若只有http，写放行理由",
                    f"write {secure}; if that site has http only, excuse it with that reason",
                ),
            )
