"""Faults planted into the real content, and traps that only look like faults.

`faults.yml` holds the classes. Each is planted into several real files of each kind that has a place for it, one at a
time. It is caught when a finding with its code stands on the planted line. A finding elsewhere than in the file and its
translation is a false alarm, and so is any finding on a trap. `pytest -s tests/faults` prints the table.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from tests.conftest import ROOT

from handbook import source
from handbook.check import run
from handbook.load import entities_of, load, load_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.diagnostics import Finding
    from handbook.library import Document, Library

CLASSES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "faults.yml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 23)
FILES_OF_A_KIND = 2
STALE = "HB403"
"""Follows from every change of a Chinese file; not what is looked for, unless the class names it."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A file as changed, and the lines (from 1) that the change touched."""

    path: str
    text: str
    first: int
    last: int


@cache
def real() -> Library:
    return load(ROOT)


def plant(fault: dict[str, Any], document: Document) -> Planted | None:
    """The fault in this file, or None where the file has no place for it."""
    text = document.source.text
    head, body = text[: len(document.source.data[: document.front.body].decode())], document.markdown
    if "insert" in fault:
        at, put = len(head), f"\n{fault['insert'].rstrip()}\n"
        changed = head + put + body
    elif "front" in fault:
        at, put = len("---\n"), f"{fault['front'].rstrip()}\n"
        changed = text[:at] + put + text[at:]
    else:
        match = re.search(fault["find"], text, re.MULTILINE)
        if match is None:
            return None
        at, put = match.start(), match.expand(fault["put"])
        changed = text[:at] + put + text[match.end() :]
    first = text[:at].count("\n") + 1
    return Planted(document.path, changed, first, first + put.count("\n"))


def places(fault: dict[str, Any]) -> Iterator[Planted]:
    """Where the fault is planted: in the first files of each kind and language that have a place for it."""
    taken: Counter[tuple[str, str]] = Counter()
    for document in real().documents:
        group = (document.kind, document.language)
        if taken[group] >= FILES_OF_A_KIND or document.kind not in fault.get("kinds", [document.kind]):
            continue
        if document.language not in fault.get("languages", ["zh", "en"]) or "contributing/" in document.path:
            continue
        if planted := plant(fault, document):
            taken[group] += 1
            yield planted


def findings_with(planted: Planted) -> tuple[Finding, ...]:
    changed = load_document(source.from_bytes(planted.text.encode(), planted.path))
    documents = tuple(changed if each.path == planted.path else each for each in real().documents)
    defects = tuple(defect for document in documents for defect in document.defects)
    return run(replace(real(), documents=documents, entities=entities_of(documents), defects=defects), TODAY)


def counterpart(path: str) -> str:
    return path.replace(".en.md", ".md") if path.endswith(".en.md") else path.replace(".md", ".en.md")


RESULTS: dict[str, Counter[str]] = defaultdict(Counter)


@pytest.fixture(scope="module", autouse=True)
def table() -> Iterator[None]:
    yield
    print(f"\n{'fault':<52} {'planted':>8} {'caught':>7} {'missed':>7} {'false':>6}")
    for name, row in RESULTS.items():
        print(f"{name:<52} {row['planted']:>8} {row['caught']:>7} {row['missed']:>7} {row['false']:>6}")
    total: Counter[str] = sum(RESULTS.values(), Counter())
    print(f"{'all':<52} {total['planted']:>8} {total['caught']:>7} {total['missed']:>7} {total['false']:>6}")


@pytest.mark.parametrize("fault", [pytest.param(each, id=each["name"]) for each in CLASSES])
def test_fault(fault: dict[str, Any]) -> None:
    row = RESULTS[fault["name"]]
    problems = []
    for planted in places(fault):
        row["planted"] += 1
        findings = [each for each in findings_with(planted) if fault.get("code") == STALE or each.rule.code != STALE]
        lines = range(planted.first, planted.last + 1)
        here = {planted.path, counterpart(planted.path)}
        if "code" in fault:
            hit = any(
                each.rule.code == fault["code"]
                and each.span.path in here
                and (each.span.line in lines or fault.get("elsewhere"))
                for each in findings
            )
            row["caught" if hit else "missed"] += 1
            problems += [] if hit else [f"missed in {planted.path}:{planted.first}: {[f.rule.code for f in findings]}"]
            alarms = [each for each in findings if each.span.path not in here and not fault.get("elsewhere")]
        else:
            alarms = findings
        row["false"] += len(alarms)
        problems += [
            f"false alarm with {planted.path}:{planted.first}: {each.span} {each.message.en}" for each in alarms
        ]
    assert row["planted"] > 0, "no file has a place for it"
    assert problems == []


def test_the_real_content_is_sound() -> None:
    assert run(real(), TODAY) == ()
