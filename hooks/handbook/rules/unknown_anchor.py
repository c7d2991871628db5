from collections.abc import Iterator
from datetime import date

from handbook.anchors import TOP, anchors_of
from handbook.body import anchor
from handbook.diagnostics import Finding, Rule, Span
from handbook.library import Library
from handbook.meant import in_other_case
from handbook.suggest import did_you_mean
from handbook.text import Text

RULE = Rule(
    code="HB202",
    name="unknown-anchor",
    finds=Text("引用的锚点在目标页中不存在。", "A reference to an anchor that the target does not have."),
    why=Text(
        "读者会停在页首，找不到所说的条款或步骤。",
        "The reader lands at the top and does not find the provision or step.",
    ),
    wrong="""[第13条](reg:cn-pipl#article13)""",
    right="""[第13条](reg:cn-pipl#art-13)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document, reference in library.all_references():
        target = reference.target
        entity = library.find(target)
        if not entity or target.anchor is None or not entity.document(document.language).has_body:
            continue
        known = anchors_of(entity, document.language)
        if target.anchor not in known and not in_other_case(target.anchor, known):
            where = Text(f"“{entity.reference}”", f"'{entity.reference}'")
            yield _finding(reference.span, target.anchor, entity.document(document.language).anchors, where)
    for document in library.documents:
        for link in document.body.links:
            if not link.target.startswith("#"):
                continue
            wanted, known = anchor(link.target[1:]), (TOP, *document.anchors)
            if wanted not in known and not in_other_case(wanted, known):
                here = Text("本页", "this page")
                yield _finding(document.span(link), wanted, document.anchors, here)


def _finding(span: Span, wanted: str, anchors: tuple[str, ...], where: Text) -> Finding:
    listed = ", ".join(anchors)
    return RULE.at(
        span,
        Text(f"{where.zh}没有锚点“{wanted}”", f"no anchor '{wanted}' in {where.en}"),
        did_you_mean(wanted, anchors) or Text(f"现有锚点：{listed}", f"the anchors are: {listed}"),
    )
