import re
from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Span
from handbook.labels import label
from handbook.library import Document, Library
from handbook.model import Kind, Regulation
from handbook.model.regulation import Status
from handbook.references import Reference
from handbook.text import Language, Text

RULE = Rule(
    code="HB244",
    name="status-not-said",
    finds=Text(
        "引用已废止、已到期、已被取代、尚未生效的法规或草案，同一段里却没有说明。",
        "A reference to a regulation that is a draft, repealed, expired, superseded or not yet in force, "
        "where nothing says so.",
    ),
    why=Text("读者会把失效的规定当作现行规定。", "The reader would take for law what is none."),
    wrong="""按[](reg:cn-old-measures#art-8)保存录音。""",
    right="""已废止的[](reg:cn-old-measures#art-8)曾要求保存录音。""",
)

_GONE = re.compile(
    "废止|失效|到期|取代|替代|代替|不再(?:有效|施行|适用)|旧版|旧法|旧规|旧办法|原办法|原规定"
    r"|\b(?:repealed|superseded|replaced|rescinded|revoked|lapsed|expired|former|formerly|no longer)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    "(?:尚未|还未|未)(?:生效|施行|实施)|将(?:于|在|自)|起(?:施行|生效|实施|适用)|待(?:生效|施行)|即将"
    r"|\b(?:not yet|upcoming|forthcoming|takes? effect|(?:comes?|enters?) into force)\b"
    r"|\bwill (?:apply|take|come|enter|be)\b",
    re.IGNORECASE,
)
_DRAFT = re.compile(r"草案|征求意见|\bdraft\b", re.IGNORECASE)
_SAYS = {
    Status.REPEALED: _GONE,
    Status.SUPERSEDED: _GONE,
    Status.EXPIRED: _GONE,
    Status.UPCOMING: _TO_COME,
    Status.DRAFT: _DRAFT,
}
_SILENT_LISTS = ("related",)
_NEW_UNIT = re.compile(r"\s*(?:$|///|#|\||[-*+] |\d+[.)] |\[\^)")
_OPENING = re.compile(r"\s*///+\s*\w")


def check(library: Library, today: date) -> Iterator[Finding]:
    not_in_force = {
        entity.id: entity.structure.status
        for entity in library.of_kind(Kind.REGULATION)
        if isinstance(entity.structure, Regulation) and entity.structure.status in _SAYS
    }
    if not not_in_force:
        return
    for document, reference in library.all_references():
        if reference.target.kind is not Kind.REGULATION or document.kind is Kind.REGULATION:
            continue
        status = not_in_force.get(reference.target.id)
        if status and reference.field not in _SILENT_LISTS and not _SAYS[status].search(_unit(document, reference)):
            yield _finding(reference, status)


def _unit(document: Document, reference: Reference) -> str:
    """The text in which the status should be said: a paragraph, list item, table row, block or front matter value."""
    lines = document.source.text.splitlines()
    if reference.field is not None:
        span = _value_around(document, reference.span)
        return "\n".join(lines[span.line - 1 : span.end_line])
    top = document.source.position(document.front.body)[0] - 1
    first = last = reference.span.line - 1
    if _OPENING.match(lines[first]):
        return _block_at(document, first + 1)
    while first > top and not _NEW_UNIT.match(lines[first]) and not _ends_unit(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and not _NEW_UNIT.match(lines[last + 1]):
        last += 1
    return "\n".join(lines[first : last + 1])


def _ends_unit(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("///")


def _block_at(document: Document, line: int) -> str:
    for block in document.body.blocks:
        if document.source.position(block.start)[0] == line:
            return document.source.data[block.start : block.end].decode()
    return ""


def _value_around(document: Document, place: Span) -> Span:
    """The smallest value of the front matter that holds the place."""
    around = [span for path, span in document.front.spans.items() if path and span.line <= place.line <= span.end_line]
    return max(around, key=lambda span: (span.line, -span.end_line), default=place)


def _finding(reference: Reference, status: Status) -> Finding:
    zh, en = label(status, Language.ZH), label(status, Language.EN).lower()
    return RULE.at(
        reference.span,
        Text(f"“{reference.target}”{zh}，这里没有说明", f"'{reference.target}' is {en}, and nothing here says so"),
        Text(f"写明{zh}，或改引现行规定", f"say that it is {en}, or refer to the rule in force"),
    )
