import re
from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.model import Kind, Regulation
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB611",
    name="unlisted-provision",
    finds=Text(
        "法规页里像条款的小节没有列入provisions。",
        "A section that looks like a provision and is not listed in `provisions`.",
    ),
    why=Text(
        "这一条没有核实程度，也没有条号，读者不知道能信几分。",
        "It has no level of verification and no number: readers cannot tell how far to trust it.",
    ),
    wrong="""## 告知 {#art-17}（provisions里没有art-17）""",
    right="""provisions:\n  art-17: {article: "17", verification: full-text}""",
)

_SECTION_LEVEL = 2
_NUMBERED = re.compile(r"(?P<kind>[a-z]+(?:-[a-z]+)*)-\d+[a-z]?(?:-\d+[a-z]?)*")
_KINDS = {"art", "article", "sec", "section", "rule", "clause", "para"}


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.of_kind(Kind.REGULATION):
        regulation = entity.structure
        if not isinstance(regulation, Regulation):
            continue
        document = entity.documents[SOURCE]
        kinds = _KINDS | {found["kind"] for each in regulation.provisions if (found := _NUMBERED.fullmatch(each))}
        for heading in document.body.headings:
            found = _NUMBERED.fullmatch(heading.id)
            is_listed = heading.id in regulation.provisions
            if found and heading.level == _SECTION_LEVEL and found["kind"] in kinds and not is_listed:
                yield RULE.at(
                    document.span(heading),
                    Text(f"条款小节“{heading.id}”没有列入provisions", f"'{heading.id}' is not listed in 'provisions'"),
                    Text(
                        f"在provisions里加上“{heading.id}: {{article: …, verification: …}}”",
                        f"add '{heading.id}: {{article: …, verification: …}}' there",
                    ),
                )
