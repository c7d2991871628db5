from collections.abc import Iterator, Sequence
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity, Span
from handbook.front_text import place
from handbook.labels_in_text import Areas, Finder, Match, Occurrence
from handbook.library import Document, Library
from handbook.model import Kind
from handbook.quotations import is_quoted
from handbook.term_labels import Label, Role, all_labels, finder_of, labels_in_texts
from handbook.text import Language, Text

RULE = Rule(
    code="HB704",
    name="deprecated-label",
    finds=Text("正文用了术语不再使用的叫法。", "Running text that uses a deprecated label of a term."),
    why=Text(
        "这个叫法是因为会误导才停用的；一个概念只用一个名称。",
        "It was given up because it misleads; one concept has one name.",
    ),
    wrong="""可以为您办理停息挂账。""",
    right="""可以和您协商[](term:personalised-instalment)。""",
    severity=Severity.WARNING,
)

_OTHERS_WORDS = ("hear", "trap", "never")
"""Blocks that say what customers say, and what is wrong."""
_WRONG_OPTION = "[ ]"
_FIELDS = ("title", "summary")


def check(library: Library, today: date) -> Iterator[Finding]:
    if not any(label.role is Role.DEPRECATED for label in all_labels(library)):
        return
    for document, occurrences in labels_in_texts(library).items():
        yield from _in_body(document, [each for each in occurrences if _is_wrong(each.match, document)])
    finders = {language: finder_of(library, language) for language in Language}
    for document in library.documents:
        yield from _in_front(document, finders[document.language])


def _in_body(document: Document, found: Sequence[Occurrence[Label]]) -> Iterator[Finding]:
    if not found:
        return
    exempt = Areas((block.start, block.end) for block in document.body.blocks if block.name in _OTHERS_WORDS)
    for each in found:
        if not exempt.touches(each.piece) and not _is_said_by_others(each):
            yield _finding(document.span(each.piece), each.text, each.match)


def _in_front(document: Document, finder: Finder[Label]) -> Iterator[Finding]:
    for field in _FIELDS:
        value = document.front.data.get(field)
        if not isinstance(value, str):
            continue
        for match in finder.in_text(value):
            if _is_wrong(match, document) and not is_quoted(value, match.start):
                text = value[match.start : match.end]
                yield _finding(place(document.source, document.front.span((field,)), text), text, match)


def _is_wrong(match: Match[Label], document: Document) -> bool:
    """Whether all terms that know the label have given it up, and none of them is this page."""
    return all(
        label.role is Role.DEPRECATED and (document.kind, document.id) != (Kind.TERM, label.id)
        for label in match.meanings
    )


def _is_said_by_others(occurrence: Occurrence[Label]) -> bool:
    text = occurrence.paragraph.text
    return text.startswith(_WRONG_OPTION) or is_quoted(text, occurrence.match.start)


def _finding(span: Span, text: str, match: Match[Label]) -> Finding:
    zh = "或".join(f"“{label.document.title}”（{label.reference}）" for label in match.meanings)
    en = " or ".join(f"'{label.document.title}' ({label.reference})" for label in match.meanings)
    return RULE.at(span, Text(f"不再用“{text}”", f"'{text}' is not used any more"), Text(f"写{zh}", f"write {en}"))
