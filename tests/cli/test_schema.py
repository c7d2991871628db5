"""The schemas and editor files: sound in themselves, true to the content, and as they lie in the project."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from tests import projects
from tests.conftest import ROOT

from handbook import editor
from handbook.blocks import BLOCKS
from handbook.cli import main
from handbook.load import load
from handbook.model import KINDS
from handbook.schema import FIELDS, schemas
from handbook.text import SOURCE

if TYPE_CHECKING:
    from pathlib import Path

SCHEMAS = schemas()


def run(*arguments: str, root: Path = ROOT) -> int:
    return main(["--root", str(root), *arguments])


def as_json(value: Any) -> Any:  # noqa: ANN401 -- any YAML
    """Dates as text, as editors see them."""
    return json.loads(json.dumps(value, default=date.isoformat))


def test_there_is_a_schema_for_each_language_of_each_kind_and_for_the_dictionaries() -> None:
    names = {name for of in KINDS.values() for name in (of.name.en, f"{of.name.en}.en")}
    assert set(SCHEMAS) == names | {"placeholders", "wording", "search-words", "floor-talk"}


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_schema_and_explains_its_fields(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    for field, value in SCHEMAS[name].get("properties", {}).items():
        assert " · " in value["description"], f"{name}: {field} is missing in handbook.schema.FIELDS"


def test_no_field_is_explained_that_does_not_exist() -> None:
    known = {field for schema in SCHEMAS.values() for field in schema.get("properties", {})}
    known |= {
        f"{name}.{field}"
        for schema in SCHEMAS.values()
        for name, part in schema.get("$defs", {}).items()
        for field in part.get("properties", {})
    }
    assert {field if field in known else field.rpartition(".")[2] for field in FIELDS} <= known


def test_the_real_content_fits() -> None:
    library = load(ROOT)
    for document in library.documents:
        name = KINDS[document.kind].name.en + ("" if document.language is SOURCE else ".en")
        Draft202012Validator(SCHEMAS[name]).validate(as_json(document.front.data))
    Draft202012Validator(SCHEMAS["placeholders"]).validate(as_json(library.placeholder_dictionary.front.data))
    for name, dictionary in (
        ("wording", library.wording),
        ("search-words", library.search_words),
        ("floor-talk", library.floor_talk),
    ):
        Draft202012Validator(SCHEMAS[name]).validate(as_json(dictionary.front.data))


def test_what_does_not_fit_is_refused() -> None:
    good = yaml.safe_load((projects.BASE / "glossary/dpd.md").read_text(encoding="utf-8").split("---\n")[1])
    validator = Draft202012Validator(SCHEMAS["term"])
    assert validator.is_valid(good)
    for change in ({"group": "nothing"}, {"sumary": "x"}, {"id": "Not An Id"}, {"related": "term:dpd"}):
        assert not validator.is_valid(good | change), change


def test_printing_one_and_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema", "term.en") == 0
    assert json.loads(capsys.readouterr().out) == SCHEMAS["term.en"]
    assert run("schema") == 0
    assert json.loads(capsys.readouterr().out) == SCHEMAS
    assert run("schema", "terms") == 2
    assert "no schema terms: there are term, term.en, script" in capsys.readouterr().err


def test_writing_elsewhere_leaves_the_project_alone(tmp_path: Path) -> None:
    project, folder = projects.make(tmp_path / "project"), tmp_path / "schemas"
    assert run("schema", "--write", str(folder), root=project) == 0
    assert {path.name for path in folder.iterdir()} == {f"{name}.schema.json" for name in SCHEMAS}
    assert not (project / ".vscode").exists()


def test_writing_within_the_project_tells_the_editor_where(tmp_path: Path) -> None:
    project = projects.make(tmp_path)
    assert run("schema", "--write", "tools/schemas", root=project) == 0
    settings = json.loads((project / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert all((project / path).is_file() for path in settings["yaml.schemas"])
    assert next(iter(settings["yaml.schemas"])) == "./tools/schemas/placeholders.schema.json"


def test_the_files_in_the_project_are_up_to_date() -> None:
    files = {f"{editor.SCHEMA_FOLDER}/{name}": text for name, text in editor.schema_files().items()}
    files |= editor.vscode_files(load(ROOT))
    stale = [path for path, text in files.items() if (ROOT / path).read_text(encoding="utf-8") != text]
    assert stale == [], "run 'handbook schema --write'"


def test_there_is_a_snippet_for_each_placeholder_block_and_kind() -> None:
    library = load(ROOT)
    snippets = json.loads(editor.vscode_files(library)[".vscode/handbook.code-snippets"])
    expected = {f"placeholder {name}" for name in library.placeholders} | {f"block {name}" for name in BLOCKS}
    expected |= {f"skeleton {of.name.en}{ending}" for of in KINDS.values() for ending in ("", ".en")}
    assert expected | {"skeleton script-message", "skeleton script-message.en"} == set(snippets)
    for snippet in snippets.values():
        stops = [int(number) for number in re.findall(r"\$\{(\d+)[:|]", "\n".join(snippet["body"]))]
        assert stops == list(range(1, len(stops) + 1))
        assert not any("$title" in line or "$digest" in line for line in snippet["body"])


def test_the_task_reads_what_the_check_prints() -> None:
    pattern = json.loads(editor.vscode_files(load(ROOT))[".vscode/tasks.json"])["tasks"][0]["problemMatcher"]["pattern"]
    line = "glossary/roll-rate.md:11:9: HB201 unknown term 'dpdd' — did you mean 'dpd'?"
    match = re.fullmatch(pattern["regexp"], line)
    assert match
    assert [match[pattern[part]] for part in ("file", "line", "column", "code")] == [
        "glossary/roll-rate.md",
        "11",
        "9",
        "HB201",
    ]


def test_the_pre_commit_hook_runs_the_check_on_markdown() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["id"], hook["entry"], hook["language"]) == ("handbook-check", "handbook check", "python")
    assert hook["types"] == ["markdown"]
    assert hook["pass_filenames"] is True
