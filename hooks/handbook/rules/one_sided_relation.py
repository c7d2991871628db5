from collections.abc import Iterator, Mapping
from datetime import date

from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Entity, Library
from handbook.model import Kind
from handbook.references import Reference
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB250",
    name="one-sided-relation",
    finds=Text(
        "两个术语之间的related或confused_with只写了一边。",
        "A relation between two terms that only one of them states.",
    ),
    why=Text(
        "从另一个术语进来的读者，看不到相关或易混的这一个。",
        "A reader who comes from the other term is not told of this one.",
    ),
    wrong="""related: [term:cure-rate]   # glossary/cure-rate.md: related: []""",
    right="""related: [term:cure-rate]   # glossary/cure-rate.md: related: [term:roll-rate]""",
    severity=Severity.WARNING,
)

_RELATED, _CONFUSED = "related", "confused_with"
_ANSWERS = {_RELATED: (_RELATED, _CONFUSED), _CONFUSED: (_CONFUSED,)}
"""By which fields of the other term a relation is returned."""

Relations = Mapping[str, Mapping[str, Reference]]


def check(library: Library, today: date) -> Iterator[Finding]:
    terms = {
        entity.id: relations for entity in library.of_kind(Kind.TERM) if (relations := _relations(entity, library))
    }
    for id_, relations in terms.items():
        for field, others in relations.items():
            for other, reference in others.items():
                back = terms.get(other)
                if back and not any(id_ in back[each] for each in _ANSWERS[field]):
                    yield _finding(reference, field, id_)


def _relations(entity: Entity, library: Library) -> Relations | None:
    """Field to the other terms it names; None where a mistake in the file, reported elsewhere, hides some of them."""
    document = entity.documents.get(SOURCE)
    if document is None or document.prose is None:
        return None
    found: dict[str, dict[str, Reference]] = {_RELATED: {}, _CONFUSED: {}}
    for reference in document.references:
        target = reference.target
        if reference.field not in found:
            continue
        if library.find(target) is None:
            return None
        if target.kind is Kind.TERM and target.id != entity.id:
            found[reference.field].setdefault(target.id, reference)
    return found


def _finding(reference: Reference, field: str, id_: str) -> Finding:
    other = reference.target
    return RULE.at(
        reference.span,
        Text(f"“{other}”的{field}里没有“term:{id_}”", f"'{other}' does not name 'term:{id_}' in its '{field}'"),
        Text(f"在{other}的{field}里加上term:{id_}", f"add term:{id_} to '{field}' of {other}"),
    )
