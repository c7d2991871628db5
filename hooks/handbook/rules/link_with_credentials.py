import re
from collections.abc import Iterator
from datetime import date

from handbook.characters import matches
from handbook.diagnostics import Finding, Rule, Span
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB916",
    name="link-with-credentials",
    finds=Text("带用户名或密码的网址，代码里的也算。", "A web address with a user name or password, in code as well."),
    why=Text(
        "密码就此公开；“@”前面的字还能让仿冒网址看上去像官方网址。",
        "The password is public from then on; and what stands before '@' can make a forged address look official.",
    ),
    wrong="""https://agent:secret@crm.example.com/""",
    right="""https://crm.example.com/""",
)

_USER = r"[A-Za-z0-9._~%!$&'*+;=-]+"
_ADDRESS = re.compile(
    rf"(?<![A-Za-z0-9])(?:(?i:https?|ftps?)://({_USER}(?::[^\s/?#@<>]*)?@)|[A-Za-z][A-Za-z0-9+.-]{{0,20}}://({_USER}:[^\s/?#@<>]+@))"
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for source in library.sources():
        if b"@" not in source.data or b"://" not in source.data:
            continue
        for span, match in matches(source, _ADDRESS):
            group = match.lastindex or 0
            yield RULE.at(
                Span(span.path, span.line, match.start(group) + 1, span.line, match.end(group) + 1),
                Text("网址里带着用户名或密码", "the web address carries a user name or password"),
                Text(
                    "删去“@”和它前面的部分；密码已经泄露，要改掉",
                    "delete it up to '@'; the password is known now: change it",
                ),
            )
