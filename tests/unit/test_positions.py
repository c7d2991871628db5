"""For any surroundings: a sound text gives no finding, and a planted fault is found exactly where it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.projects import BASE

from handbook import source
from handbook.check import run
from handbook.load import entities_of, load, load_document

if TYPE_CHECKING:
    from handbook.diagnostics import Finding
    from handbook.library import Library

PATH = "glossary/dpd.md"
HEAD = (BASE / PATH).read_text(encoding="utf-8")
SOUND = st.sampled_from(
    [
        "客户说下个月还。",
        "见[](term:roll-rate)与`[](term:没有)`。",
        "**粗**与*斜*。",
        "- 甲\n- 乙[](reg:cn-pipl#art-13)",
        "| 甲 | 乙 |\n| --- | --- |\n| 一 | [滚动](term:roll-rate) |",
        "!!! note\n\n    丙，见[](lesson:listening)。",
        "/// trap\n丁。\n///",
        "> 戊\n> 己",
        "𠮷野家与é与①。",
    ]
)
FAULTS = st.sampled_from(
    [
        ("[](term:nothing)", "HB201"),
        ("[字](reg:cn-pipl#art-99)", "HB202"),
        ("[](terms:dpd)", "HB203"),
        ("{{ no_such_name }}", "HB301"),
        ("{{ Broken }}", "HB302"),
    ]
)
FRAMES = st.sampled_from(
    ["{}", "甲{}乙", "- {}", "| 甲 |\n| --- |\n| {} |", "!!! note\n\n    甲{}", "/// trap\n{}\n///", "**{}**"]
)


@cache
def base() -> Library:
    return load(BASE)


def findings(text: str) -> list[Finding]:
    """What is found in `glossary/dpd.md` with this text, apart from what its untouched translation now lacks."""
    changed = load_document(source.from_bytes(text.encode(), PATH))
    documents = tuple(changed if each.path == PATH else each for each in base().documents)
    found = run(replace(base(), documents=documents, entities=entities_of(documents)), date(2026, 11, 23))
    return [each for each in found if each.span.path == PATH and not each.rule.code.startswith("HB4")]


@settings(deadline=None)  # no test is timed
@given(st.lists(SOUND, max_size=8))
def test_a_sound_text_gives_no_finding(parts: list[str]) -> None:
    assert findings(HEAD + "\n" + "\n\n".join(parts) + "\n") == []


@settings(deadline=None)  # no test is timed
@given(st.lists(SOUND, max_size=4), FRAMES, FAULTS, st.lists(SOUND, max_size=4))
def test_a_fault_is_found_where_it_stands(
    before: list[str], frame: str, fault: tuple[str, str], after: list[str]
) -> None:
    offending, code = fault
    text = HEAD + "\n" + "\n\n".join([*before, frame.replace("{}", offending), *after]) + "\n"
    hits = [each.span for each in findings(text) if each.rule.code == code]
    assert len(hits) == 1
    span = hits[0]
    assert span.line == span.end_line
    assert text.splitlines()[span.line - 1][span.column - 1 : span.end_column - 1] == offending
