import re
from collections.abc import Iterator, Sequence
from datetime import date

from handbook import characters
from handbook.diagnostics import Finding, Rule, Span
from handbook.library import Document, Library
from handbook.model import Kind
from handbook.sections import sections
from handbook.text import Text

RULE = Rule(
    code="HB621",
    name="scoring-total",
    finds=Text("观察员评分表的分值加起来不是100。", "A scoring table whose points do not add up to 100."),
    why=Text("不同案例的得分没法比较，学员会追问。", "Scores of different cases could not be compared."),
    wrong="""| 合规 | 40 |\n| 策略 | 40 |\n| 情绪 | 30 |""",
    right="""| 合规 | 40 |\n| 策略 | 40 |\n| 情绪 | 20 |""",
)

_SECTION = "scoring"
_FULL_SCORE = 100
_POINTS = re.compile(r"分值|分数|满分|points?|marks?|score", re.IGNORECASE)
_NUMBER = re.compile(r"(\d{1,3})(?:\s*(?:分|points?))?", re.IGNORECASE)
_TOTAL = re.compile(r"[*_]*(?:合计|总计|总分|共计|total|sum)", re.IGNORECASE)
_RULER = re.compile(r"\s*\|?[\s:|-]*-[\s:|-]*")
_CELL = re.compile(r"(?:\\.|[^|\\])+")


def check(library: Library, today: date) -> Iterator[Finding]:
    for kind in (Kind.CASE, Kind.LESSON):
        for entity in library.of_kind(kind):
            for document in entity.documents.values():
                yield from _of(document)


def _of(document: Document) -> Iterator[Finding]:
    section = next((each for each in sections(document.body) if each.heading.id == _SECTION), None)
    if section is None:
        return
    first, last = (document.source.position(offset)[0] for offset in (section.start, section.end))
    lines = characters.without_code(document).split("\n")[first - 1 : last]
    tables = [points for table in _tables(lines) if (points := _points(table))]
    sums = [sum(points) for _, points in tables]
    if tables and sum(sums) != _FULL_SCORE and any(each != _FULL_SCORE for each in sums):
        (line, column), _ = tables[0]
        at = first + line
        yield RULE.at(
            Span(document.path, at, column + 1, at, column + 2),
            Text(f"分值合计{sum(sums)}分，应为{_FULL_SCORE}分", f"the points add up to {sum(sums)}, not {_FULL_SCORE}"),
            Text("改分值，使合计为100", "change them so that they make 100"),
        )


Row = tuple[int, list[tuple[int, str]]]
"""Index of a line, and its cells, each with the column where it begins."""


def _tables(lines: Sequence[str]) -> Iterator[list[Row]]:
    """Header and rows of each table."""
    table: list[Row] = []
    for number, line in enumerate([*lines, ""]):
        if "|" in line:
            table.append((number, _cells(line)))
        else:
            if len(table) > 1 and _RULER.fullmatch(lines[table[1][0]]):
                yield [table[0], *table[2:]]
            table = []


def _cells(line: str) -> list[tuple[int, str]]:
    indent = len(line) - len(line.lstrip(" |"))
    found = []
    for match in _CELL.finditer(line, indent):
        text = match[0].strip()
        if text:
            found.append((match.start() + len(match[0]) - len(match[0].lstrip()), text))
    return found


def _points(table: list[Row]) -> tuple[tuple[int, int], list[int]] | None:
    """Where the column of points is headed, and the points; None where no column is one beyond doubt."""
    number, header = table[0]
    rows = [cells for _, cells in table[1:] if cells and not _TOTAL.match(cells[0][1])]
    if not rows or any(len(cells) != len(header) for cells in rows):
        return None
    named = [index for index, (_, text) in enumerate(header) if _POINTS.search(text)]
    index = named[-1] if named else len(header) - 1
    numbers = [_NUMBER.fullmatch(cells[index][1]) for cells in rows]
    if not all(numbers):
        return None
    return (number, header[index][0]), [int(match[1]) for match in numbers if match]
