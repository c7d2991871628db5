from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Document, Library
from handbook.model import KINDS
from handbook.source import DefectKind
from handbook.suggest import did_you_mean
from handbook.text import TRANSLATION, Text

RULE = Rule(
    code="HB107",
    name="unknown-field",
    finds=Text("不认识的字段。", "A field that does not exist."),
    why=Text("拼错的字段会被悄悄忽略。", "A misspelt field would be ignored in silence."),
    wrong="""titel: 滚动率""",
    right="""title: 滚动率""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    defects = library.defects_of(DefectKind.UNKNOWN_FIELD)
    documents = {document.path: document for document in library.documents} if defects else {}
    for defect in defects:
        known = [name for name in defect.expected.split(", ") if name]
        nothing_near = Text("删去它", "remove it")
        if known:
            nothing_near = Text(f"可用的字段：{defect.expected}", f"the fields are: {defect.expected}")
        yield RULE.at(
            defect.span,
            Text(f"没有字段“{defect.detail}”", f"unknown field '{defect.detail}'"),
            _belongs_to_source(defect.detail, known, documents.get(defect.span.path))
            or did_you_mean(defect.detail, known)
            or nothing_near,
        )


def _belongs_to_source(name: str, known: list[str], document: Document | None) -> Text | None:
    """Help for a field of the Chinese file that stands in its translation, and not within a value there."""
    if document is None or document.language is not TRANSLATION:
        return None
    of = KINDS[document.kind]
    if known != list(of.translation.model_fields) or name not in of.structure.model_fields:
        return None
    return Text("它只写在中文文件里，从译文中删去", "it belongs into the Chinese file alone: remove it here")
