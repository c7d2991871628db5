"""Faults planted into the real content, and traps that only look like faults.

`faults.yml` holds the classes. Each is planted into several real files of each kind that has a place for it. A fault is
caught when a finding with its code stands on a planted line. A finding in a file that was not touched, nor its
translation, is a false alarm, and so is any finding on a trap. One check looks at many faults at once, no two of them
in files that refer to each other's ids, so that the whole run takes as long as some dozens of checks. `make faults`
prints the table.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from tests.conftest import ROOT

from handbook import source
from handbook.check import rule_modules, run
from handbook.load import entities_of, load, load_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from handbook.diagnostics import Finding
    from handbook.library import Document, Library

CLASSES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "faults.yml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 26)
FILES_OF_A_KIND = 2
AT_ONCE = 40
"""Faults in one check; each is in a file of its own."""
STALE = "HB403"
"""Follows from every change of a Chinese file; not what is looked for, unless the class names it."""
NOT_IN_A_FILE = {
    "HB001": "a file that the disk does not give",
    "HB002": "a link out of the tree",
    "HB003": "a file that is too large to be read",
    "HB007": "a folder that is missing",
    "HB109": "two files with one id",
    "HB226": "a page that others no longer name",
    "HB227": "mkdocs.yml",
    "HB229": "two files that claim one earlier id",
    "HB230": "two files that lead to each other",
    "HB232": "a file that is missing",
    "HB304": "the placeholder dictionary",
    "HB310": "the placeholder dictionary",
    "HB311": "the placeholder dictionary",
    "HB312": "a placeholder declared sensitive",
    "HB401": "a file that is missing",
    "HB402": "a file that is missing",
    "HB626": "the rules of calling hours",
    "HB703": "a term that others no longer name",
    "HB706": "the words of search",
    "HB804": "the wording dictionary",
    "HB903": "the rendered page, in tests/build",
}
"""Rules that no change of one page brings about, and what they look at; their golden cases are in `tests/rules`."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A file as changed, and the lines (from 1) that the change touched."""

    fault: dict[str, Any]
    document: Document
    text: str
    first: int
    last: int

    @property
    def place(self) -> str:
        return f"{self.document.path}:{self.first}"


@cache
def real() -> Library:
    return load(ROOT)


def plant(fault: dict[str, Any], document: Document) -> Planted | None:
    """The fault in this file, or None where the file has no place for it."""
    text = document.source.text
    if "insert" in fault:
        at = end = len(document.source.data[: document.front.body].decode())
        put = f"\n{fault['insert'].rstrip()}\n"
    elif "front" in fault:
        at = end = len("---\n")
        put = f"{fault['front'].rstrip()}\n"
    else:
        match = re.search(fault["find"], text, re.MULTILINE)
        if match is None:
            return None
        at, end, put = match.start(), match.end(), match.expand(fault["put"])
        if fault.get("all"):
            end, put = len(text), re.sub(fault["find"], fault["put"], text[at:], flags=re.MULTILINE)
    changed = text[:at] + put + text[end:]
    first = text[:at].count("\n") + 1
    return Planted(fault, document, changed, first, first + put.count("\n"))


def places(fault: dict[str, Any]) -> Iterator[Planted]:
    """Where the fault is planted: the first files of each kind and language that have a place for it.

    Of each language alone, where the fault is looked at by itself.
    """
    taken: Counter[tuple[str, str]] = Counter()
    for document in real().documents:
        group = ("alone" if fault.get("alone") else document.kind, document.language)
        if taken[group] >= FILES_OF_A_KIND or document.kind not in fault.get("kinds", [document.kind]):
            continue
        if document.language not in fault.get("languages", ["zh", "en"]) or "contributing/" in document.path:
            continue
        if not re.search(fault.get("paths", ""), document.path):
            continue
        if planted := plant(fault, document):
            taken[group] += 1
            yield planted


def rounds(planted: Iterable[Planted]) -> list[list[Planted]]:
    """Faults that are looked at together: in files of different entities; one that reaches farther is alone."""
    found: list[list[Planted]] = []
    entities: list[set[tuple[str, str]]] = []
    for each in planted:
        entity = (each.document.kind, each.document.id)
        number = next(
            (
                number
                for number, taken in enumerate(entities)
                if entity not in taken and len(taken) < AT_ONCE and not each.fault.get("alone")
            ),
            None,
        )
        if number is None:
            found.append([each])
            entities.append({entity} if not each.fault.get("alone") else {("", str(n)) for n in range(AT_ONCE)})
        else:
            found[number].append(each)
            entities[number].add(entity)
    return found


def findings_with(planted: Iterable[Planted]) -> tuple[Finding, ...]:
    changed = {
        each.document.path: load_document(
            source.from_bytes(each.text.encode("utf-8", "surrogateescape"), each.document.path)
        )
        for each in planted
    }
    documents = tuple(changed.get(each.path, each) for each in real().documents)
    defects = tuple(defect for document in documents for defect in document.defects)
    return run(replace(real(), documents=documents, entities=entities_of(documents), defects=defects), TODAY)


def counterpart(path: str) -> str:
    return path.replace(".en.md", ".md") if path.endswith(".en.md") else path.replace(".md", ".en.md")


def is_caught(planted: Planted, findings: Iterable[Finding]) -> bool:
    path = planted.document.path
    return any(
        each.rule.code == planted.fault["code"]
        and (each.span.path in (path, counterpart(path)) or planted.fault.get("alone"))
        and (planted.first <= each.span.line <= planted.last or planted.fault.get("elsewhere"))
        for each in findings
    )


def print_table(rows: dict[str, Counter[str]]) -> None:
    columns = ("planted", "caught", "missed", "false")
    print(f"\n{'fault':<52} " + " ".join(f"{name:>8}" for name in columns))
    for name, row in (*rows.items(), ("all", sum(rows.values(), Counter()))):
        print(f"{name:<52} " + " ".join(f"{row[column]:>8}" for column in columns))


def test_faults_are_caught_and_traps_are_not() -> None:
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    problems = []
    for is_trap in (False, True):
        classes = [each for each in CLASSES if ("code" not in each) is is_trap]
        for together in rounds(planted for fault in classes for planted in places(fault)):
            findings = findings_with(together)
            touched = {path for each in together for path in (each.document.path, counterpart(each.document.path))}
            for each in together:
                row = rows[each.fault["name"]]
                row["planted"] += 1
                if not is_trap:
                    caught = is_caught(each, findings)
                    row["caught" if caught else "missed"] += 1
                    problems += [] if caught else [f"missed: {each.fault['name']} in {each.place}"]
            follows = {STALE}.union(*(each.fault.get("follows", ()) for each in together))
            for finding in findings:
                if finding.rule.code not in follows and (is_trap or finding.span.path not in touched):
                    names = sorted({each.fault["name"] for each in together})
                    rows[names[0] if len(names) == 1 else "(several together)"]["false"] += 1
                    where = f"{finding.span.path}:{finding.span.line} {finding.rule.code} {finding.message.en}"
                    problems.append(f"false alarm: {where}, with {names}")
    print_table(rows)
    print(*problems, sep="\n")
    assert [each["name"] for each in CLASSES if not rows[each["name"]]["planted"]] == [], "no file has a place for them"
    assert problems == []


def test_every_rule_has_a_fault() -> None:
    planted = {each.get("code") for each in CLASSES}
    codes = {module.RULE.code for module in rule_modules()}
    assert codes - planted == set(NOT_IN_A_FILE)


def test_the_real_content_is_sound() -> None:
    assert run(real(), TODAY) == ()
