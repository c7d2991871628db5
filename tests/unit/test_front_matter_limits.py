"""Front matter that is made to exhaust the check is refused before it does."""

from __future__ import annotations

import time

import pytest

from handbook import source
from handbook.load import load_document

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
