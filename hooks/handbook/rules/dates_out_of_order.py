from collections.abc import Iterator
from datetime import date
from itertools import combinations

from handbook.diagnostics import Finding, Rule
from handbook.front_matter import KeyPath
from handbook.library import Document, Library
from handbook.model import Regulation, Structure
from handbook.text import SOURCE, Text

RULE = Rule(
    code="HB605",
    name="dates-out-of-order",
    finds=Text(
        "日期先后不对：通过、公布、生效，核对、复核，或者核对日期在将来。",
        "Dates out of order: adopted, promulgated, effective; checked and due; or a check that lies in the future.",
    ),
    why=Text(
        "至少有一个日期是错的，而效力和复核都按它计算。",
        "At least one of them is wrong, and what is in force or due is worked out from them.",
    ),
    wrong="""checked_on: 2026-11-23\nreview_by: 2026-05-23""",
    right="""checked_on: 2026-11-23\nreview_by: 2027-05-23""",
)

_HISTORY = ("adopted", "promulgated", "effective")


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.entities.values():
        if entity.structure:
            yield from _of(entity.documents[SOURCE], entity.structure, today)


def _of(document: Document, structure: Structure, today: date) -> Iterator[Finding]:
    if isinstance(structure, Regulation):
        history = [(name, day) for name in _HISTORY if (day := getattr(structure, name))]
        for (name, day), (later, day_of_later) in combinations(history, 2):
            if day > day_of_later:
                yield _late(document, (name,), day, later, day_of_later)
        if structure.checked_on > today:
            yield _future(document, ("checked_on",), structure.checked_on, today)
        if structure.review_by <= structure.checked_on:
            yield _early(document, ("review_by",), structure.review_by, "checked_on", structure.checked_on)
    review = structure.review
    if review and review.on > today:
        yield _future(document, ("review", "on"), review.on, today)
    if review and review.due and review.due <= review.on:
        yield _early(document, ("review", "due"), review.due, "on", review.on)


def _late(document: Document, path: KeyPath, day: date, later: str, day_of_later: date) -> Finding:
    return RULE.at(
        document.front.span(path),
        Text(f"{path[-1]} {day}晚于{later} {day_of_later}", f"{path[-1]} {day} is after {later} {day_of_later}"),
        Text("对照原文核对这两个日期", "check both dates against the source"),
    )


def _early(document: Document, path: KeyPath, day: date, earlier: str, day_of_earlier: date) -> Finding:
    return RULE.at(
        document.front.span(path),
        Text(
            f"{path[-1]} {day}不晚于{earlier} {day_of_earlier}",
            f"{path[-1]} {day} is not after {earlier} {day_of_earlier}",
        ),
        Text("写下一次复核的日期", "write the day of the next review"),
    )


def _future(document: Document, path: KeyPath, day: date, today: date) -> Finding:
    return RULE.at(
        document.front.span(path),
        Text(f"{path[-1]} {day}在今天（{today}）之后", f"{path[-1]} {day} lies in the future (today is {today})"),
        Text("写实际核对的日期", "write the day on which it was done"),
    )
