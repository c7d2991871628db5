"""The scripts out of the browser: structure, texts, and each format against what its readers accept."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import jsonschema
import pytest
import yaml
from tests import projects
from tests.conftest import ROOT

from handbook import export
from handbook.export.scripts import Line, exported
from handbook.load import load
from handbook.plain_text import plain_text
from handbook.text import Language
from handbook.views import print_pages

if TYPE_CHECKING:
    from pathlib import Path

    from handbook.library import Library

SCRIPT = """\
/// say
{{ customer_name }}，您好。
///

/// hear | 客户：没钱
[收尾](#close)
///

/// hear | 他人：他不在
[](script:first-call)
///

/// never | reg:cn-pipl#art-13
不说[](term:dpd)。
///

/// never | house-norm
不催。
///
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    change = {"scripts_templates/m1/first-call.md": [["/// say\n{{ customer_name }}，您好。\n///\n", SCRIPT]]}
    return load(projects.make(tmp_path, {"change": change}))


def files(library: Library, name: str) -> dict[str, str]:
    return {file.path: file.data.decode() for file in export.files(library, (name,))}


def test_a_script_as_data(library: Library) -> None:
    (script,) = exported(library, Language.ZH)
    assert [step.id for step in script.steps] == ["opening", "close"]
    assert script.steps[0].lines[:5] == (
        Line("say", "{{ customer_name }}，您好。", ("customer_name",)),
        Line("hear", "客户：没钱", leads_to="close"),
        Line("hear", "他人：他不在", leads_to="script:first-call"),
        Line("never", "不说逾期天数。", basis="《个人信息保护法》第13条"),
        Line("never", "不催。", basis="house-norm"),
    )
    assert script.placeholders == ("customer_name",)
    assert script.review is None


def test_json_fits_its_schema(library: Library) -> None:
    found = files(library, "json")
    schema = json.loads(found["scripts.schema.json"])
    for language in Language:
        jsonschema.validate(json.loads(found[f"scripts.{language}.json"]), schema)


def test_the_real_scripts_fit_the_schema() -> None:
    found = files(load(ROOT), "json")
    schema = json.loads(found["scripts.schema.json"])
    for language in Language:
        document = json.loads(found[f"scripts.{language}.json"])
        jsonschema.validate(document, schema)
        for script in document["scripts"]:
            steps = {step["id"] for step in script["steps"]}
            leads = [line["leads_to"] for step in script["steps"] for line in step["lines"] if line["kind"] == "hear"]
            assert all(lead in steps or str(lead).startswith("script:") for lead in leads), script["id"]


def test_espanso_has_a_form_for_each_step(library: Library) -> None:
    found = files(library, "espanso")
    package = yaml.safe_load(found["espanso/collections-handbook-zh/package.yml"])
    first = package["matches"][0]
    assert first["trigger"] == ":first-call.opening"
    assert first["form"].startswith("[[customer_name]]，您好。")
    assert "replace" not in first
    manifest = yaml.safe_load(found["espanso/collections-handbook-zh/_manifest.yml"])
    assert set(manifest) == {"name", "title", "description", "version", "author"}


def test_espanso_triggers_are_unique_and_forms_name_declared_fields() -> None:
    library = load(ROOT)
    for language in Language:
        package = yaml.safe_load(files(library, "espanso")[f"espanso/collections-handbook-{language}/package.yml"])
        triggers = [match["trigger"] for match in package["matches"]]
        assert len(triggers) == len(set(triggers))
        for match in package["matches"]:
            assert ("form" in match) != ("replace" in match)
            for field, settings in match.get("form_fields", {}).items():
                assert f"[[{field}]]" in match["form"]
                assert settings.get("values", ["x"])


def test_csv_opens_in_a_spreadsheet(library: Library) -> None:
    text = files(library, "csv")["scripts.zh.csv"]
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text[1:])))
    assert rows[0]["text"] == "{{ customer_name }}，您好。"
    assert rows[0]["channel"] == "电话"


def test_csv_holds_no_formulas(tmp_path: Path) -> None:
    change = {
        "scripts_templates/m1/first-call.md": [["{{ customer_name }}，您好。", "=HYPERLINK(1){{ customer_name }}"]]
    }
    text = files(load(projects.make(tmp_path, {"change": change})), "csv")["scripts.zh.csv"]
    assert ",'=HYPERLINK(1)" in text


def test_markdown_by_stage(library: Library) -> None:
    found = files(library, "markdown")
    assert "- 客户：没钱 → 收尾" in found["markdown/m1.zh.md"]


def test_two_exports_are_the_same(library: Library) -> None:
    assert list(export.files(library)) == list(export.files(library))


def test_cards_and_booklets(library: Library) -> None:
    pages = dict(print_pages.pages(library))
    assert set(pages) == {f"{prefix}{page}/" for prefix in ("", "en/") for page in ("cards/first-call", "booklets/m1")}
    card = pages["cards/first-call/"]
    assert "<var>客户姓名</var>，您好。" in card
    assert "客户：没钱 → 2" in card
    assert 'href="../../assets/css/print.css"' in card
    assert "<script" not in card


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("甲**乙**[丙](#c)`丁`", "甲乙丙丁"),
        ("见[](term:dpd)和[](term:nothing)。", "见逾期天数和term:nothing。"),
        ("甲\n乙\n\n丙", "甲乙\n\n丙"),
        ("- 甲\n- 乙\n\n1. 丙\n2. 丁", "- 甲\n- 乙\n\n1. 丙\n2. 丁"),
        ("1. 甲\n    - 乙\n2. 丙", "1. 甲\n  - 乙\n2. 丙"),
        ("| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n\n末", "甲 | 乙\n1 | 2\n\n末"),
        ("{{ customer_name }}您好", "{{ customer_name }}您好"),
        ("", ""),
    ],
)
def test_plain_text(markdown: str, text: str, library: Library) -> None:
    assert plain_text(markdown, library, Language.ZH) == text
