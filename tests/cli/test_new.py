"""`handbook new`: what it writes fits the schema, says what is left to write, and never overwrites."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests import projects
from tests.conftest import ROOT

from handbook.cli import main
from handbook.load import load
from handbook.scaffold import NEW_KINDS
from handbook.text import Language

if TYPE_CHECKING:
    from pathlib import Path

FOLDERS = {
    "term": "glossary",
    "script": "scripts_templates/m1",
    "regulation": "docs/regulations",
    "case": "docs/cases",
    "lesson": "docs/training",
}


def run(project: Path, *arguments: str) -> int:
    return main(["--root", str(project), *arguments])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with the placeholders and words of the real one, which a skeleton of a script uses."""
    made = projects.make(tmp_path)
    for name in ("placeholders.yml", "wording.yml"):
        (made / "scripts_templates" / name).write_bytes((ROOT / "scripts_templates" / name).read_bytes())
    return made


@pytest.mark.parametrize("kind", NEW_KINDS)
def test_both_languages_fit_the_schema(kind: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "new", kind, "brand-new") == 0
    chinese, english = f"{FOLDERS[kind]}/brand-new.md", f"{FOLDERS[kind]}/brand-new.en.md"
    assert capsys.readouterr().out.splitlines() == [chinese, english]
    library = load(project)
    entity = library.entities[NEW_KINDS[kind], "brand-new"]
    assert set(entity.documents) == set(Language)
    for document in entity.documents.values():
        assert document.prose is not None
        assert document.defects == ()
    assert f'source_digest: "{entity.documents[Language.ZH].source.digest}"' in (project / english).read_text("utf-8")
    codes = {"HB0", "HB1", "HB2", "HB3", "HB4", "HB5", "HB6"}
    assert run(project, "check", str(project / chinese), str(project / english), "--select", *codes) == 0


@pytest.mark.parametrize("kind", NEW_KINDS)
def test_it_cannot_be_published_as_it_stands(kind: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(project, "new", kind, "brand-new")
    capsys.readouterr()
    assert run(project, "check", "--select", "HB921") == 1
    lines = capsys.readouterr().out.splitlines()
    assert all("brand-new" in line for line in lines)
    assert len(lines) > 10


@pytest.mark.parametrize("channel", ["phone", "sms", "letter"])
def test_a_script_has_the_stage_and_the_form_of_its_channel(channel: str, project: Path) -> None:
    assert run(project, "new", "script", "brand-new", "--stage", "complaint", "--channel", channel) == 0
    text = (project / "scripts_templates/complaint/brand-new.md").read_text("utf-8")
    assert f"stage: complaint\nchannel: {channel}\n" in text
    assert ("/// say" in text) is (channel == "phone")
    assert ("/// send" in text) is (channel != "phone")


@pytest.mark.parametrize("name", ["Roll Rate", "滚动率", "a--b", "../x", "a_b", "-a", "x" * 81])
def test_a_bad_id_is_refused(name: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "new", "term", "--", name) == 2
    assert "is no id: lower-case letters, digits and single hyphens" in capsys.readouterr().err


def test_an_id_that_is_taken_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (project / "glossary/dpd.md").read_bytes()
    assert run(project, "new", "term", "dpd") == 2
    assert capsys.readouterr().err == "handbook: term 'dpd' exists: glossary/dpd.md\n"
    assert (project / "glossary/dpd.md").read_bytes() == before


def test_a_script_that_exists_in_another_folder_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "new", "script", "first-call", "--stage", "complaint") == 2
    assert "script 'first-call' exists: scripts_templates/m1/first-call.md" in capsys.readouterr().err


def test_an_earlier_id_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = project / "glossary/dpd.md"
    file.write_text(file.read_text("utf-8").replace("id: dpd\n", "id: dpd\nrenamed_from: [days-late]\n"), "utf-8")
    assert run(project, "new", "term", "days-late") == 2
    assert "'days-late' is an earlier id of term:dpd" in capsys.readouterr().err


def test_a_file_in_the_way_is_not_overwritten(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "glossary/brand-new.en.md").write_text("mine", "utf-8")
    assert run(project, "new", "term", "brand-new") == 2
    assert (project / "glossary/brand-new.en.md").read_text("utf-8") == "mine"
    assert "brand-new.en.md" in capsys.readouterr().err


def test_an_unknown_kind_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(project, "new", "page", "x")
    assert stopped.value.code == 2
    assert "invalid choice: 'page'" in capsys.readouterr().err


def test_the_same_id_may_name_another_kind(project: Path) -> None:
    assert run(project, "new", "case", "dpd") == 0
