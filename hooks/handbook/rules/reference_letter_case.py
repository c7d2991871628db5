from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from handbook.anchors import TOP, anchors_of
from handbook.body import anchor
from handbook.diagnostics import Finding, Rule, Span
from handbook.library import Document, Library
from handbook.meant import Intentions, Slip, in_lower_case, in_other_case
from handbook.references import Target, parse
from handbook.text import Text
from handbook.written_links import written_links

RULE = Rule(
    code="HB241",
    name="reference-letter-case",
    finds=Text("引用的种类、id或锚点大小写不对。", "A kind, id or anchor in the wrong letter case."),
    why=Text(
        "地址区分大小写：写错一个字母就是断链。",
        "Addresses tell capitals from small letters, and one wrong letter breaks the link.",
    ),
    wrong="""[](Term:Roll-Rate#Formula)""",
    right="""[](term:roll-rate#formula)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    intentions = Intentions(library)
    for document, reference in library.all_references():
        right = _right(intentions, reference.target, document)
        if right != reference.target:
            yield _finding(reference.span, str(reference.target), str(right))
    for document in library.documents:
        for link, place in written_links(document):
            if target := in_lower_case(link.target):
                yield _finding(place(), link.target, str(_right(intentions, target, document)))
        for link in document.body.links:
            if link.target.startswith("#"):
                known = in_other_case(anchor(link.target[1:]), (TOP, *document.anchors))
                if known:
                    yield _finding(document.span(link), link.target, f"#{known}")


def _right(intentions: Intentions, target: Target, document: Document) -> Target:
    """The reference with id and anchor as they are spelt where they are declared."""
    meant = intentions.of(target)
    if meant and meant.slip is Slip.LETTER_CASE:
        target = parse(meant.references[0]) or target
    entity = intentions.library.find(target)
    if entity and target.anchor is not None:
        known = in_other_case(target.anchor, anchors_of(entity, document.language))
        target = replace(target, anchor=known or target.anchor)
    return target


def _finding(span: Span, wrong: str, right: str) -> Finding:
    return RULE.at(
        span,
        Text(f"“{wrong}”大小写不对", f"wrong letter case in '{wrong}'"),
        Text(f"写成{right}", f"write {right}"),
    )
