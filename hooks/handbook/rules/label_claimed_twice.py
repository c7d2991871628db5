from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.term_labels import ROLES, Label, Role, by_label
from handbook.text import Text

RULE = Rule(
    code="HB701",
    name="label-claimed-twice",
    finds=Text(
        "一个叫法属于两个术语，或被另一个术语列为不再使用。",
        "A label that two terms claim, or that another term deprecates.",
    ),
    why=Text(
        "一个叫法只能指一个概念，否则读者查到的是另一个定义。",
        "One label, one concept: otherwise the reader finds the wrong definition.",
    ),
    wrong="""aliases: [滚动率]   # title of term:roll-rate""",
    right="""aliases: [净流转率]""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for labels in by_label(library).values():
        holder = labels[0]
        for label in labels:
            if label.id != holder.id and not label.role is holder.role is Role.DEPRECATED:
                yield _finding(label, holder)


def _finding(label: Label, holder: Label) -> Finding:
    role = ROLES[holder.role]
    if label.role is Role.DEPRECATED:
        return RULE.at(
            label.span,
            Text(
                f"“{label.text}”不再使用，却是{holder.reference}的{role.zh}",
                f"'{label.text}' is deprecated here, and a label ({role.en}) of {holder.reference}",
            ),
            Text("只留一处", "keep one of the two"),
        )
    return RULE.at(
        label.span,
        Text(
            f"“{label.text}”也是{holder.reference}的{role.zh}",
            f"'{label.text}' is also a label ({role.en}) of {holder.reference}",
        ),
        Text("换一个叫法，或只留给其中一个术语", "choose another label, or leave it to one of the terms"),
    )
