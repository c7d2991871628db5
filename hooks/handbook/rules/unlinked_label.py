import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity
from handbook.labels_in_text import Areas, Occurrence
from handbook.library import Document, Library
from handbook.model import Kind
from handbook.quotations import is_quoted
from handbook.term_labels import Label, Role, labels_in_texts
from handbook.text import Language, Text

RULE = Rule(
    code="HB705",
    name="unlinked-label",
    finds=Text(
        "页面用到一个术语，却从没有引用它。",
        "A page that uses the label of a term and never refers to the term.",
    ),
    why=Text(
        "不懂这个词的读者，应当一点就能看到定义。",
        "A reader who does not know the word should be one step from its definition.",
    ),
    wrong="""先看滚动率。   （全页没有引用term:roll-rate）""",
    right="""先看[](term:roll-rate)。""",
    severity=Severity.WARNING,
)

_SPOKEN = ("say", "send", "hear")
_ABOUT_THE_HANDBOOK = ("contributing/", "about/")
"""Pages that explain how the handbook is made; they mention its terms as examples."""
_LEAST_HAN, _LEAST_WORDS = 3, 2
_HAN = re.compile(r"[\u3400-\u9fff]")
_COUNT = re.compile(r"(?:\d|\b(?:few|several|some|many))\s+$", re.IGNORECASE)
"""`30 days past due` and `a few days late` say how many, and do not name the measure."""


def check(library: Library, today: date) -> Iterator[Finding]:
    referred = _referred(library)
    for document, occurrences in labels_in_texts(library).items():
        if not _is_about_the_handbook(document):
            yield from _in_document(document, occurrences, referred[document.kind, document.id])


def _referred(library: Library) -> dict[tuple[Kind, str], set[str]]:
    """The terms to which each page refers, in either language, in the text or the front matter."""
    referred: dict[tuple[Kind, str], set[str]] = defaultdict(set)
    for document, reference in library.all_references():
        if reference.target.kind is Kind.TERM:
            referred[document.kind, document.id].add(reference.target.id)
    return referred


def _is_about_the_handbook(document: Document) -> bool:
    return document.kind is Kind.PAGE and document.id.startswith(_ABOUT_THE_HANDBOOK)


def _in_document(document: Document, occurrences: Sequence[Occurrence[Label]], referred: set[str]) -> Iterator[Finding]:
    known = referred | ({document.id} if document.kind is Kind.TERM else set())
    found = [each for each in occurrences if _names_unknown_term(each, known)]
    if not found:
        return
    body = document.body
    elsewhere = Areas(
        (piece.start, piece.end)
        for pieces in (body.headings, body.links, [block for block in body.blocks if block.name in _SPOKEN])
        for piece in pieces
    )
    for each in found:
        label = each.meanings[0]
        if label.id not in known and not elsewhere.touches(each.piece):
            known.add(label.id)
            yield RULE.at(
                document.span(each.piece),
                Text(
                    f"“{each.text}”没有引用{label.reference}", f"'{each.text}' without a reference to {label.reference}"
                ),
                Text(f"写成[{each.text}]({label.reference})", f"write [{each.text}]({label.reference})"),
            )


def _names_unknown_term(occurrence: Occurrence[Label], known: set[str]) -> bool:
    label = occurrence.meanings[0]
    return (
        len(occurrence.meanings) == 1
        and label.role in (Role.PREFERRED, Role.ALIAS)
        and label.id not in known
        and _is_distinctive(label)
        and not is_quoted(occurrence.paragraph.text, occurrence.match.start)
        and not _COUNT.search(occurrence.paragraph.text, 0, occurrence.match.start)
    )


def _is_distinctive(label: Label) -> bool:
    """Whether a label is long enough to mean its term wherever it stands."""
    if label.document.language is Language.ZH:
        return len(_HAN.findall(label.text)) >= _LEAST_HAN
    return len(label.text.split()) >= _LEAST_WORDS
