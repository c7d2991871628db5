"""Phrases of the wording dictionary: how they are spelt out, compared and placed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.conftest import ROOT

from handbook.load import load
from handbook.model.wording import Banned, spellings
from handbook.text import Language
from handbook.text_message import foreign_character, length_and_limit
from handbook.wording import Phrases, fold, fold_with_places

HARD = st.sampled_from("坐牢您 ，'’ʼ-\n\u200b\u00ad\u0301ßﬁＡ①㍻𠮷éÅİΣςñ\ue000")


def banned(phrase: str, not_after: tuple[str, ...] = ()) -> Banned:
    return Banned.model_validate(
        {
            "id": "a",
            "language": "zh",
            "category": "threat",
            "phrases": [phrase],
            "not_after": not_after,
            "why": {"zh": "甲", "en": "a"},
            "basis": "house-norm",
        }
    )


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("坐牢", {"坐牢"}),
        ("让(你|他)坐牢", {"让你坐牢", "让他坐牢"}),
        ("(已经|)立案", {"已经立案", "立案"}),
        ("(a|b) to (c|d)", {"a to c", "a to d", "b to c", "b to d"}),
    ],
)
def test_spellings(phrase: str, expected: set[str]) -> None:
    assert set(spellings(phrase)) == expected


@pytest.mark.parametrize("phrase", ["让(你坐牢", "让你)坐牢", "(a|(b|c))", "a|b", "(a|b|c|d|e|f)" * 4])
def test_brackets_out_of_pairs_and_too_many_alternatives_are_refused(phrase: str) -> None:
    with pytest.raises(ValidationError):
        banned(phrase)


@given(st.text(max_size=40) | st.lists(HARD, max_size=40).map("".join))
def test_both_ways_of_folding_agree(text: str) -> None:
    folded, places = fold_with_places(text)
    assert folded == fold(text)
    assert places == sorted(places)
    assert len(places) == len(folded)


@given(
    st.text(alphabet="甲乙，。 ab\n\u200b", max_size=10),
    st.text(alphabet=" ，*\u200b\n…", max_size=3),
    st.text(max_size=5),
)
def test_a_phrase_is_found_where_it_stands(before: str, between: str, after: str) -> None:
    text = f"{before}坐{between}牢{after}"
    hit = Phrases([banned("坐牢")]).find(text)[0]
    assert text[hit.start : hit.end] == f"坐{between}牢"


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("go to jail", "Ago to jail", False),
        ("go to jail", "go to jail's gate", True),
        ("go to jail", "'go to jail'", True),
        ("go to jail", "您go to jail吗", True),
        ("we'll call", "well, call", False),
        ("we'll call", "We ’ll call", False),
        ("we'll call", "WE’LL  CALL", True),
        ("加我QQ", "加我qq。", True),
        ("加我QQ", "加我QQX", False),
    ],
)
def test_words_in_latin_letters(phrase: str, text: str, *, found: bool) -> None:
    assert bool(Phrases([banned(phrase)]).find(text)) == found


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("不", "不一定批", False),
        ("不", "不，一定批", False),
        ("不", "一定批", True),
        ("not", "knot 一定批", True),
        ("not", "do not 一定批", False),
        ("…", "不一定批", True),
    ],
)
def test_what_stands_before_a_phrase(word: str, text: str, *, found: bool) -> None:
    assert bool(Phrases([banned("一定批", (word,))]).find(text)) == found


def test_no_phrases_find_nothing() -> None:
    assert Phrases([]).find("坐牢") == []


@pytest.mark.parametrize(
    ("text", "length", "limit"),
    [("", 0, 306), ("a€", 3, 306), ("甲", 1, 134), ("𠮷", 2, 134), ("it’s", 4, 134), ("é\n", 2, 306)],
)
def test_length_of_a_text_message(text: str, length: int, limit: int) -> None:
    assert length_and_limit(text) == (length, limit)
    assert (foreign_character(text) is None) == (limit == 306)


def test_the_dictionary_has_phrases_in_both_languages() -> None:
    wording = load(ROOT).wording.entries
    for entries in (wording.banned, wording.discouraged):
        assert {entry.language for entry in entries} == set(Language)
