import re
from collections.abc import Iterator
from datetime import date

from handbook.characters import COMPATIBILITY, holds, matches, ordinary, without_code
from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB013",
    name="compatibility-character",
    finds=Text(
        "康熙部首、部首补充和兼容汉字，看上去与常用字一样。",
        "A radical or compatibility ideograph that looks like an ordinary Chinese character.",
    ),
    why=Text(
        "多半是从PDF复制来的；搜索和引用把它当成另一个字。",
        "Mostly copied from a PDF; search and references take it for another character.",
    ),
    wrong="""⾦额(U+2FA6)""",
    right="""金额(U+91D1)""",
    severity=Severity.WARNING,
)

_CHARACTER = re.compile(f"[{COMPATIBILITY}]")


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        if not holds(document.source, _CHARACTER):
            continue
        for span, match in matches(document.source, _CHARACTER, without_code(document)):
            better = ordinary(match[0])
            if better != match[0]:
                code = f"U+{ord(match[0]):04X}"
                yield RULE.at(
                    span,
                    Text(
                        f"“{match[0]}”（{code}）不是常用字的编码",
                        f"'{match[0]}' ({code}) is not the ordinary character",
                    ),
                    Text(f"换成“{better}”（U+{ord(better):04X}）", f"write '{better}' (U+{ord(better):04X})"),
                )
