from collections.abc import Iterator
from datetime import date

from handbook.blocks import BLOCKS, HOUSE_NORM, Argument
from handbook.diagnostics import Finding, Rule
from handbook.library import Document, Library
from handbook.model import KINDS, Kind
from handbook.references import Reference
from handbook.text import Text

RULE = Rule(
    code="HB243",
    name="kind-of-field",
    finds=Text(
        "字段或标记块只收一种引用，却写了另一种。", "A reference of another kind than its field or block takes."
    ),
    why=Text(
        "依据必须是条款，先修必须是课程：页面按字段的意思展示它们。",
        "A legal basis must be a provision, a prerequisite a lesson: the page shows them as such.",
    ),
    wrong="""legal_basis: [term:call-recording]""",
    right="""legal_basis: [reg:cn-pipl#art-17]
related: [term:call-recording]""",
)

_TAKES = {
    "scripts": Kind.SCRIPT,
    "legal_basis": Kind.REGULATION,
    "prerequisites": Kind.LESSON,
    "confused_with": Kind.TERM,
}


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        places = _bases(document)
        for reference in document.references:
            place = reference.field or places.get((reference.span.line, reference.span.column), "")
            takes = _TAKES.get(place) if reference.field else Kind.REGULATION if place else None
            if takes and reference.target.scheme != takes.value and library.find(reference.target):
                yield _finding(library, reference, place, takes)


def _bases(document: Document) -> dict[tuple[int, int], str]:
    """Where the basis of a block begins, and the block's name."""
    found = {}
    for block in document.body.blocks:
        of = BLOCKS.get(block.name)
        if block.argument and of and of.argument is Argument.BASIS:
            start = document.source.data.index(block.argument.encode(), block.start)
            found[document.source.position(start)] = block.name
    return found


def _finding(library: Library, reference: Reference, place: str, takes: Kind) -> Finding:
    target, wanted = reference.target, KINDS[takes].name
    return RULE.at(
        reference.span,
        Text(f"“{place}”要的是{wanted.zh}，不是“{target}”", f"'{place}' takes a {wanted.en}, not '{target}'"),
        _help(library, reference, takes),
    )


def _help(library: Library, reference: Reference, takes: Kind) -> Text:
    target = reference.target
    if target.fact is not None and takes is target.kind:
        provision = f"{takes}:{target.id}#{library.anchor_of(target)}"
        return Text(f"写成{provision}", f"write {provision}")
    if reference.field is None:
        return Text(f"写成{takes}:…#…，或{HOUSE_NORM}", f"write {takes}:…#…, or {HOUSE_NORM}")
    return Text(f"换成{takes}:…，其他种类放进related", f"write {takes}:…; other kinds belong in 'related'")
