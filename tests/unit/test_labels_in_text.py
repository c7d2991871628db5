"""Labels in running text: which are found, and exactly where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbook import body
from handbook.labels_in_text import Areas, Finder, folded
from handbook.quotations import is_quoted

FINDER = Finder((label, label) for label in ("滚动率", "净滚动率", "动率表", "Roll rate", "DPD", "charge-off"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("看净滚动率和滚动率", ["净滚动率", "滚动率"]),
        ("滚动率表", ["滚动率"]),
        ("动率表滚动率", ["动率表", "滚动率"]),
        ("Roll-Rates, ROLL RATE and scroll rate", ["Roll-Rate", "ROLL RATE"]),
        ("rollrate, roll rated, payroll rate", []),
        ("DPD30、ADPD、DPD值、ＤＰＤ", ["DPD", "ＤＰＤ"]),
        ("charge off, Charge‑offs", ["charge off", "Charge‑off"]),
        ("", []),
    ],
)
def test_leftmost_longest_at_word_boundaries(text: str, found: list[str]) -> None:
    assert [text[match.start : match.end] for match in FINDER.in_text(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("见滚*动*率。", ["滚*动*率"]),
        ("见滚\n动率与roll\nrate。", ["滚\n动率", "roll\nrate"]),
        ("[滚动率](term:x)，滚[](term:x)动率，滚`x`动率", ["滚动率"]),
        ("> 滚\n> 动率", ["滚\n> 动率"]),
        ("滚\n\n动率", []),
        ("| 滚 | 动率 |\n| --- | --- |\n| a \\| DPD | 🙂 滚动率 |", ["DPD", "滚动率"]),
        ("/// hear | 滚动率\n滚动率\n///", ["滚动率"]),
    ],
)
def test_places_in_a_file(text: str, found: list[str]) -> None:
    data = text.encode()
    pieces = [occurrence.piece for occurrence in FINDER.in_body(data, body.parse(data))]
    assert [data[piece.start : piece.end].decode() for piece in pieces] == found


def test_a_label_may_mean_several_things() -> None:
    finder = Finder([("Roll rate", 1), ("roll  RATE", 2)])
    assert [match.meanings for match in finder.in_text("roll rate")] == [(1, 2)]


def test_no_labels() -> None:
    assert list(Finder[str]([]).in_text("滚动率")) == []


@given(st.text())
def test_folding_keeps_places(text: str) -> None:
    assert len(folded(text)) == len(text)


@given(
    st.lists(st.text("甲乙丙", min_size=1, max_size=3), max_size=5),
    st.text("甲乙丙丁", max_size=20),
)
def test_as_the_plain_search_finds(labels: list[str], text: str) -> None:
    expected, at = [], 0
    while at < len(text):
        longest = max((label for label in labels if text.startswith(label, at)), key=len, default="")
        if longest:
            expected.append((at, at + len(longest)))
        at += len(longest) or 1
    found = [(match.start, match.end) for match in Finder((label, label) for label in labels).in_text(text)]
    assert found == expected


def test_areas() -> None:
    areas = Areas([(10, 20), (15, 30), (40, 50)])
    touched = [areas.touches(body.Piece(*each)) for each in ((5, 10), (9, 11), (29, 35), (30, 40), (35, 60), (50, 51))]
    assert touched == [False, True, True, False, True, False]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("说“甲”", True),
        ("说「甲」", True),
        ("说‘甲’吧", True),
        ('说"甲"', True),
        ("don't say 甲, it isn't", False),
        ("he said 'no 甲' then", True),
        ("“乙”甲“丙”", False),
    ],
)
def test_quotations(text: str, *, quoted: bool) -> None:
    assert is_quoted(text, text.index("甲")) is quoted
