"""Front matter that is made to exhaust the check is refused before it does."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from tests import projects

from handbook import source
from handbook.front_matter import MAX_BYTES
from handbook.load import load, load_document
from handbook.source import DefectKind

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = {
    "size": "title: " + "甲" * 70_000,
    "keys": "".join(f"k{number}: x\n" for number in range(20_000)),
    "depth": "title: " + "[" * 20_000,
    "aliases": "a: &a [x]\n" + "".join(f"k{number}: &k{number} [*a, *a]\n" for number in range(500)),
    "tag": "title: !!python/object/apply:os.system [x]",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_in_no_time(name: str) -> None:
    data = f"---\n{HOSTILE[name]}\n---\n\n甲\n".encode()
    started = time.perf_counter()
    document = load_document(source.from_bytes(data, "docs/x.md"))
    assert time.perf_counter() - started < 2
    assert document.prose is None
    assert document.defects


def test_an_unknown_tag_makes_no_object() -> None:
    document = load_document(source.from_bytes(b"---\ntitle: !!python/name:os.system\nsummary: x\n---\n", "docs/x.md"))
    assert document.front.data == {}
    assert [defect.detail for defect in document.defects] == ["tags (!) are not used here"]


def test_only_what_search_reads_may_be_long(tmp_path: Path) -> None:
    root = projects.make(tmp_path)
    long = f"# {'x' * MAX_BYTES}\n"
    for path in ("scripts_templates/wording.yml", "scripts_templates/calling.yml", "glossary/floor-talk.yml"):
        (root / path).write_text(long, encoding="utf-8")
    refused = [each.span.path for each in load(root).defects_of(DefectKind.INVALID_YAML)]
    assert refused == ["scripts_templates/wording.yml", "scripts_templates/calling.yml"]
