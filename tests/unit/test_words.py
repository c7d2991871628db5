"""Dates, numbers with units, citations and addresses, as readers see them."""

from __future__ import annotations

import inspect
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

import pytest
from tests import projects

from handbook import labels, phrases, urls
from handbook.load import load
from handbook.model import Kind, case, common, lesson, placeholder, regulation, script, term
from handbook.model.regulation import Fact, Unit
from handbook.references import parse
from handbook.text import Language

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("fact", "zh", "en"),
    [
        (Fact(value=3, unit=Unit.CALL, provision="a"), "3次", "3 calls"),
        (Fact(value=1, unit=Unit.DAY, provision="a"), "1日", "1 day"),
        (Fact(value=24, unit=Unit.PERCENT, provision="a"), "24%", "24%"),
        (Fact(value=50000, unit=Unit.YUAN, provision="a"), "50,000元", "50,000 yuan"),
        (Fact(value="22:00-08:00", unit=Unit.TIME_WINDOW, provision="a"), "22:00至次日08:00", "22:00–08:00"),
        (Fact(value="08:00-21:00", unit=Unit.TIME_WINDOW, provision="a"), "08:00至21:00", "08:00–21:00"),
    ],
)
def test_facts(fact: Fact, zh: str, en: str) -> None:
    assert phrases.written_fact(fact, Language.ZH) == zh
    assert phrases.written_fact(fact, Language.EN) == en


def test_every_unit_can_be_written() -> None:
    for unit in Unit:
        fact = Fact(value="08:00-21:00" if unit is Unit.TIME_WINDOW else 2, unit=unit, provision="a")
        assert phrases.written_fact(fact, Language.ZH)
        assert phrases.written_fact(fact, Language.EN)


def test_dates() -> None:
    assert phrases.written_date(date(2021, 11, 1), Language.ZH) == "2021年11月1日"
    assert phrases.written_date(date(2021, 11, 1), Language.EN) == "1 November 2021"


@pytest.mark.parametrize(
    ("reference", "zh", "en"),
    [
        ("term:roll-rate", "滚动率", "Roll rate"),
        ("reg:cn-pipl", "《个人信息保护法》", "PIPL"),
        ("reg:cn-pipl#art-13", "《个人信息保护法》第13条", "PIPL, Article 13"),
        ("fact:cn-pipl/calls", "3次", "3 calls"),
        ("script:first-call#close", "首次电话：收尾", "First call: Close"),
        ("term:nothing", None, None),
    ],
)
def test_titles(reference: str, zh: str | None, en: str | None, tmp_path: Path) -> None:
    library = load(projects.make(tmp_path))
    target = parse(reference)
    assert target is not None
    assert phrases.title_of(library, target, Language.ZH) == zh
    assert phrases.title_of(library, target, Language.EN) == en


@pytest.mark.parametrize(
    ("provision", "zh", "en"),
    [
        ('article: "13"', "第13条", "Article 13"),
        ('article: "5–7"', "第5–7条", "Article 5–7"),
        ("article: 253之一", "第253条之一", "Article 253-1"),
        ('section: "§ 1006.6(b)"', "§ 1006.6(b)", "§ 1006.6(b)"),
        ("clause: 频次, clause_en: Call frequency", "“频次”条款", "clause on call frequency"),
    ],
)
def test_articles(provision: str, zh: str, en: str, tmp_path: Path) -> None:
    change = {"docs/regulations/cn-pipl.md": [['article: "13"', provision]]}
    structure = load(projects.make(tmp_path, {"change": change})).of_kind(Kind.REGULATION)[0].structure
    assert isinstance(structure, regulation.Regulation)
    assert phrases.article(structure, "art-13", Language.ZH) == zh
    assert phrases.article(structure, "art-13", Language.EN) == en


@pytest.mark.parametrize(
    ("here", "there", "way"),
    [
        ("", "glossary/roll-rate/", "glossary/roll-rate/"),
        ("glossary/roll-rate/", "", "../../"),
        ("en/glossary/dpd/", "en/glossary/roll-rate/", "../../../en/glossary/roll-rate/"),
        ("glossary/dpd/", "glossary/dpd/", "../../glossary/dpd/"),
        ("", "", "./"),
    ],
)
def test_relative_addresses(here: str, there: str, way: str) -> None:
    assert urls.relative_url(here, there) == way


def test_values_of_two_types_keep_their_own_labels() -> None:
    assert labels.label(script.Channel.PHONE, "en") == "Phone"
    assert labels.label(placeholder.ValueType.PHONE, "en") == "Phone number"


def test_every_value_that_readers_see_has_a_label() -> None:
    unseen = {regulation.Unit}  # written by phrases.written_fact
    for module in (case, common, lesson, placeholder, regulation, script, term):
        for _, enum in inspect.getmembers(module, inspect.isclass):
            if issubclass(enum, StrEnum) and enum is not StrEnum and enum not in unseen:
                assert set(labels.LABELS[enum]) == set(enum), enum
