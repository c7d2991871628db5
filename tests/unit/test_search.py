"""What the index of search is made of: stems, keys, names, pinyin, postings, shards and text."""

from __future__ import annotations

import itertools
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests import projects
from tests.conftest import ROOT

from handbook import reviewed
from handbook.load import load
from handbook.model import Kind
from handbook.search import full_text, pinyin, postings, shards
from handbook.search.analyzer import Analyzer, number, skips, tables
from handbook.search.entries import Entry, Name, Role, entries
from handbook.search.simplified import simplified_forms
from handbook.search.site import content, scripts
from handbook.search.stems import stem
from handbook.search.texts import Section, sections
from handbook.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    return Analyzer(tables(load(ROOT).search_words.entries, simplified_forms()))


@pytest.mark.parametrize(
    "alike",
    [
        ("instalment", "installment", "installments"),
        ("personalised", "personalized"),
        ("personalisation", "personalization", "personalise"),
        ("verify", "verifying", "verified", "verifies", "verification"),
        ("charge", "charges", "charged", "charging"),
        ("delinquent", "delinquency"),
        ("behaviour", "behavior"),
        ("programme", "program"),
        ("judgement", "judgment"),
        ("active", "actively"),
        ("agency", "agencies"),
    ],
)
def test_words_that_share_a_stem(alike: tuple[str, ...]) -> None:
    assert len({stem(word) for word in alike}) == 1


@pytest.mark.parametrize("word", ["m2", "1006", "gdpr", "rpc", "bus", "us", "a"])
def test_words_that_stay_as_they_are(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize(
    ("text", "value"),
    [("十", 10), ("十五", 15), ("二百九十三", 293), ("六百八十", 680), ("一千零六十四", 1064), ("五〇", 0)],
)
def test_chinese_numerals(text: str, value: int) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("滾動率", "滚动率"),
        ("Ｒｏｌｌ  Rate", "rollrate"),
        ("gǔn'dòng lǜ", "gundonglv"),
        ("《民法典》第六百八十条", "民法典680"),
        ("刑法第二百九十三条之一", "刑法293.1"),
        ("刑法二百九十三条之一", "刑法293.1"),
        ("刑法293之一", "刑法293.1"),
        ("Reg F § 1006.14(b)(1)", "regf1006.14b1"),
        ("GB/T 45251", "gbt45251"),
        ("customer's", "customers"),
        ("I'll pay", "ipay"),
        ("🙂—!", ""),
    ],
)
def test_forms(analyzer: Analyzer, text: str, form: str) -> None:
    assert analyzer.analyze(text).form == form


@pytest.mark.parametrize(
    ("text", "core", "canonical"),
    [
        ("滚动率怎么算", "滚动率", "滚动率"),
        ("什么是核销", "核销", "核销"),
        ("what is a roll rate", "rolrat", "滚动率"),
        ("个保法第28条", "个保法28", "个人信息保护法28"),
        ("爆通讯录怎么办", "爆通讯录", "泄露给第三人"),
        ("怎么办", "怎么办", "怎么办"),
    ],
)
def test_cores_and_canonical_forms(analyzer: Analyzer, text: str, core: str, canonical: str) -> None:
    analysis = analyzer.analyze(text)
    assert (analysis.core, analysis.canonical) == (core, canonical)


def test_question_words_have_no_keys_and_part_the_words_around_them(analyzer: Analyzer) -> None:
    assert {key for key in analyzer.analyze("客户怎么还款").keys if not key.startswith("§")} == {"客户", "还款"}
    assert analyzer.analyze("怎么办").keys == frozenset()


def test_words_of_a_group_share_a_key(analyzer: Analyzer) -> None:
    groups = [
        {key for key in analyzer.analyze(text).keys if key.startswith("§")}
        for text in ("老赖", "失信被执行人", "blacklist")
    ]
    assert groups[0] & groups[1] & groups[2]


def test_a_long_word_of_a_group_has_the_groups_of_the_words_inside_it(analyzer: Analyzer) -> None:
    whole, *inside = (
        {key for key in analyzer.analyze(text).keys if key.startswith("§")}
        for text in ("judgment debtor list", "judgment", "debtor")
    )
    assert all(groups and groups < whole for groups in inside)


def test_every_word_of_a_group_has_something_to_search_for(analyzer: Analyzer) -> None:
    for group in load(ROOT).search_words.entries.same:
        assert all(map(analyzer.stemmed, group)), group


def test_what_the_floor_says_is_a_question_of_its_page() -> None:
    found = {entry.address: entry for entry in entries(load(ROOT), Language.ZH)}
    assert Name("玩失踪", Role.ASK) in found["glossary/skip-tracing/"].names


def test_pairs_with_one_between(analyzer: Analyzer) -> None:
    assert list(skips(analyzer.tokens("滚动率M1"))) == ["滚率"]


@pytest.mark.parametrize(
    ("name", "spellings", "initials"),
    [
        ("滚动率", ["gundonglv", "gundonglu"], "gdl"),
        ("还款", ["huankuan"], "hk"),
        ("M1首次", ["m1shouci"], "m1sc"),
        ("Roll rate", [], ""),
        ("率", [], ""),
    ],
)
def test_pinyin(analyzer: Analyzer, name: str, spellings: list[str], initials: str) -> None:
    tokens = analyzer.tokens(name)
    assert pinyin.spellings(tokens) == spellings
    assert pinyin.initials(tokens) == initials


def test_characters_have_the_reading_of_the_names_they_stand_in(analyzer: Analyzer) -> None:
    read = pinyin.readings([analyzer.tokens("滚动率"), analyzer.tokens("还款")])
    assert "率" in read["lv"]
    assert "还" in read["huan"]
    assert "洞" in read["dong"]
    assert not any(character == "率" for character in read.get("shuai", ""))


def by_key(lines: Iterable[str]) -> dict[str, str]:
    """Each key with its postings."""
    return dict(line.split("\t") for line in lines)


def test_postings_of_a_name_and_of_its_parts(analyzer: Analyzer) -> None:
    entry = Entry(
        Kind.TERM, "glossary/roll-rate/", "滚动率", (Name("滚动率", Role.TITLE), Name("滚动率怎么算", Role.ASK)), "比例"
    )
    lines = by_key(postings.lines([entry], analyzer))
    assert lines["=滚动率"] == "0T0"
    assert lines["=gundonglu"] == "0Y0"
    assert lines["=gdl"] == "0I0"
    assert lines["+滚动"] == "T0"
    assert lines["+滚率"] == "S0"
    assert lines["+比例"] == "M0"
    assert list(lines) == sorted(lines)


def test_postings_store_distances_and_only_the_weightiest_of_many() -> None:
    numbers = [postings.posting(entry, part) for entry in (3, 40, 41) for part in (postings.Part.ASKS,)]
    assert postings.stored([postings.posting(50, postings.Part.MATTER), *numbers]) == "A3,11,1 M1e"
    assert postings.stored([postings.posting(50, postings.Part.MATTER), *numbers], 2) == "A3,11 #4"
    assert postings.base36(35 * 36 + 10) == "za"


def test_shards_begin_where_their_lists_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "LIST", 3)
    lines = [f"+{first}{second}\tM0" for first, second in itertools.product("abcdef", repeat=2)]
    cut = shards.cut(lines, 60)
    assert [len(each) for each in cut.lists] == [3, 2]
    assert "\n".join(cut.shards) == "\n".join(lines)
    assert all(len(shard) < 60 for shard in cut.shards)
    firsts = list(itertools.chain(*cut.lists))
    for first, shard, before in zip(firsts, cut.shards, ("", *cut.shards), strict=False):
        assert first <= shard.split("\t")[0]
        assert before.rsplit("\n", 1)[-1].split("\t")[0] < first


def test_lists_of_many_shards_are_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "LIST", 2)
    lines = [f"+{letter}\tM0" for letter in "abc"]
    files = {"zh/k0": "+a\tM0", "zh/k1": "+b\tM0", "zh/k2": "+c\tM0"}
    cut = shards.cut(lines, 6)
    assert cut.root() == {"size": 2, "firsts": ["+", "+c"], "lists": (("+", "+b"), ("+c",))}
    assert cut.files("zh/k") == files
    monkeypatch.setattr(shards, "AT_ONCE", 2)
    assert cut.root() == {"size": 2, "firsts": ["+", "+c"], "lists": ()}
    assert cut.files("zh/k") == {**files, "zh/kl0": ("+", "+b"), "zh/kl1": ("+c",)}


def test_a_build_has_the_name_of_its_data() -> None:
    one, same, other = (shards.scripts({"zh/k0": "=gdl\t1I0", "a": value})["zh/k0"] for value in (1, 1, 2))
    assert one == same != other
    build = one.split('"')[3]
    assert one == f'handbookSearch("zh/k0","{build}","=gdl\\t1I0")\n'


def test_entries_of_a_project(tmp_path: Path) -> None:
    library = load(projects.make(tmp_path))
    found = {entry.address: entry for entry in entries(library, Language.ZH)}
    term = found["glossary/roll-rate/"]
    assert term.names[0] == Name("滚动率", Role.TITLE)
    assert Name("Roll rate", Role.FOREIGN) in term.names
    provision = found["regulations/cn-pipl/#art-13"]
    assert provision.title == "《个人信息保护法》第13条"
    assert {"个人信息保护法 13", "PIPL 13"} <= set(provision.citations)
    assert provision.is_part
    english = {entry.address: entry for entry in entries(library, Language.EN)}
    assert english["en/glossary/roll-rate/"].names[0] == Name("Roll rate", Role.TITLE)


def test_a_row_holds_days_of_review_and_no_state_of_today(tmp_path: Path) -> None:
    root = projects.make(tmp_path)
    file = root / "scripts_templates/m1/first-call.md"
    given = reviewed.Given("合规岗", date(2026, 5, 1), date(2026, 11, 1))
    assert reviewed.record(file, root, load(root), given) is None
    later = {"docs/regulations/cn-pipl.md": [["effective: 2021-11-01", "effective: 2027-01-01"]]}
    files = scripts([content(load(projects.make(root, {"change": later})), Language.ZH)])
    blocks = "".join(text for name, text in files.items() if "/zh/e" in name)
    assert '["2026-05-01","2026-11-01",0,1,"2027-01-01"],0]' in blocks
    assert blocks.count('["2026-05-01"') == 1
    assert ",0,0]" in blocks


def test_text_as_readers_see_it(tmp_path: Path) -> None:
    body = """
见[](term:dpd)和[自己的文字](term:dpd)，**粗体**。

## 开场 {#opening}

/// say
您好，{{ customer_name }}。
///

/// hear | 客户：没钱
[转](#opening)
///

| 甲 | 乙 |
| --- | --- |
| 1 | 2 |
"""
    change = {"scripts_templates/m1/extra.md": body}
    root = projects.make(tmp_path)
    file = root / "scripts_templates/m1/first-call.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text[: text.index("---", 4) + 4] + next(iter(change.values())), encoding="utf-8")
    document = next(each for each in load(root).documents if each.path.endswith("first-call.md"))
    first, opening = sections(load(root), document)
    assert first == Section("top", "", "见逾期天数和自己的文字，粗体。", "")
    assert opening.anchor == "opening"
    assert opening.text == "您好，【客户姓名】。\n客户：没钱\n转\n甲  乙\n1  2"
    assert opening.said == "您好，【客户姓名】。"


def test_full_text_marks_headings_and_what_occurs_often(analyzer: Analyzer) -> None:
    pages = {
        4: [Section("a", "核身", "录音录音录音，没有核对", "")],
        7: [Section("b", "", "核身 how to talk to people", "")],
    }
    lines = by_key(full_text.lines(pages, analyzer))
    assert lines["核身"] == "N4 M7"
    assert lines["录音"] == "A4"
    assert lines["talk peopl"] == "M7"
    assert "how" not in lines


def test_all_files_of_an_index_belong_to_one_build(tmp_path: Path) -> None:
    library = load(projects.make(tmp_path))
    files = scripts([content(library, language) for language in Language])
    builds = {text.split('"')[3] for text in files.values()}
    assert len(builds) == 1
    for name, text in files.items():
        assert text.startswith(f'handbookSearch("{name.removeprefix("assets/search/").removesuffix(".js")}",')
    assert {
        "assets/search/han.js",
        "assets/search/latin.js",
        "assets/search/zh/manifest.js",
        "assets/search/en/manifest.js",
    } <= set(files)
