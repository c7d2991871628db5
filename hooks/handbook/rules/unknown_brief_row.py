import re
from collections.abc import Iterator
from datetime import date

from handbook import brief
from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.model.common import BRIEF_PATTERN
from handbook.suggest import did_you_mean
from handbook.text import Text

RULE = Rule(
    code="HB116",
    name="unknown-brief-row",
    finds=Text("`brief`写了培训大纲里没有的行。", "A row in `brief` that the training brief does not have."),
    why=Text(
        "handbook coverage会把这一页漏算，大纲的那一行看上去还没有内容。",
        "`handbook coverage` does not count the page, and the row that was meant looks uncovered.",
    ),
    wrong="""brief: [S2.2]""",
    right="""brief: [S2.2a]""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    rows = brief.rows()
    for document in library.documents:
        listed = document.front.data.get("brief")
        for number, row in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(row, str) and re.fullmatch(BRIEF_PATTERN, row) and row not in rows:
                section = [each for each in rows if each.startswith(row[:2])]
                yield RULE.at(
                    document.front.span(("brief", number)),
                    Text(f"大纲里没有“{row}”这一行", f"the brief has no row '{row}'"),
                    _parts(row) or did_you_mean(row, section),
                )


def _parts(row: str) -> Text | None:
    """The rows into which the brief divides what was named."""
    parts = [each for each in brief.rows() if each[:-1] == row]
    if not parts:
        return None
    return Text(f"写其中的一行：{'、'.join(parts)}", f"name one of its parts: {', '.join(parts)}")
