"""The command line: exit codes and the very text."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from tests import projects

from handbook.cli import main

BROKEN = {
    "change": {
        "glossary/roll-rate.md": [["见[](term:dpd)", "见[](term:dpdd)"]],
        "scripts_templates/m1/first-call.md": [["{{ customer_name }}", "{{ customer_nam }}"]],
        "scripts_templates/m1/first-call.en.md": [["{{ customer_name }}", "{{ customer_nam }}"]],
    }
}
LINES = """\
glossary/roll-rate.md:11:9: HB201 unknown term 'dpdd' — did you mean 'dpd'?
scripts_templates/m1/first-call.en.md:12:7: HB301 undeclared placeholder 'customer_nam' — did you mean 'customer_name'?
scripts_templates/m1/first-call.md:16:1: HB301 undeclared placeholder 'customer_nam' — did you mean 'customer_name'?
"""


FULL = """\
HB201 unknown term 'dpdd'
  --> glossary/roll-rate.md:11:9
   |
11 | 滚动率是比例，见[](term:dpdd)。
   |                 ^^^^^^^^^^^^^
   = did you mean 'dpd'?
   = contributing/rules/#hb201
"""


def run(project: Path, *arguments: str) -> int:
    return main(["--root", str(project), *arguments])


def test_sound(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(projects.make(tmp_path), "check") == 0
    assert capsys.readouterr().out == ""


def test_broken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(projects.make(tmp_path, BROKEN), "check") == 1
    captured = capsys.readouterr()
    assert captured.out == LINES
    assert captured.err.startswith("14 files, 3 errors, 0 warnings in ")


def test_broken_in_chinese(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = projects.make(tmp_path, BROKEN)
    assert main(["--root", str(project), "--lang", "zh", "check", "--select", "HB201"]) == 1
    assert capsys.readouterr().out == "glossary/roll-rate.md:11:9: HB201 没有术语“dpdd” — 是否想写“dpd”？\n"


def test_warnings_alone_do_not_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = projects.make(tmp_path, {"remove": ["docs/cases/job-loss.en.md"]})
    assert run(project, "check") == 0
    assert "HB401" in capsys.readouterr().out


def test_paths_limit_what_is_reported_not_what_is_loaded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = projects.make(tmp_path, BROKEN)
    assert run(project, "check", str(project / "glossary")) == 1
    assert capsys.readouterr().out == LINES.splitlines(keepends=True)[0]
    assert run(project, "check", str(project / "docs")) == 0


def test_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(projects.make(tmp_path, BROKEN), "check", "--format", "json", "--ignore", "HB3") == 1
    report = json.loads(capsys.readouterr().out)
    assert report["diagnostics"] == [
        {
            "code": "HB201",
            "name": "unknown-reference",
            "severity": "error",
            "path": "glossary/roll-rate.md",
            "line": 11,
            "column": 9,
            "end_line": 11,
            "end_column": 22,
            "message": "unknown term 'dpdd'",
            "help": "did you mean 'dpd'?",
            "url": "contributing/rules/#hb201",
        }
    ]
    assert report["summary"] | {"seconds": 0} == {"errors": 1, "warnings": 0, "files": 14, "seconds": 0}


def test_full(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(projects.make(tmp_path, BROKEN), "check", "--format", "full", "--select", "HB201") == 1
    assert capsys.readouterr().out == FULL


def test_full_shows_the_lines_of_yaml_files_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = projects.make(tmp_path, {"write": {"mkdocs.yml": "nav:\n  - nowhere.md\n"}})
    assert run(project, "check", "--format", "full", "--select", "HB227") == 1
    assert "2 |   - nowhere.md\n  |     ^" in capsys.readouterr().out


def test_github(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(projects.make(tmp_path, BROKEN), "check", "--format", "github", "--select", "HB201") == 1
    assert capsys.readouterr().out == (
        "::error file=glossary/roll-rate.md,line=11,endLine=11,col=9,endColumn=22,title=HB201 unknown-reference"
        "::unknown term 'dpdd' — did you mean 'dpd'?\n"
    )


def test_sarif(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(projects.make(tmp_path, BROKEN), "check", "--format", "sarif") == 1
    report = json.loads(capsys.readouterr().out)
    schema = json.loads((Path(__file__).parent / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    jsonschema.validate(report, schema)
    results = report["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == ["HB201", "HB301", "HB301"]
    assert results[0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "glossary/roll-rate.md"},
        "region": {"startLine": 11, "startColumn": 9, "endLine": 11, "endColumn": 22},
    }


@pytest.mark.parametrize("arguments", [["--select", "HB999"], ["nowhere.md"]])
def test_a_check_that_cannot_run(arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(projects.make(tmp_path), "check", *arguments) == 2
    assert capsys.readouterr().err.startswith("handbook: no ")


def test_outside_a_project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(tmp_path), "check"]) == 2
    assert "no mkdocs.yml" in capsys.readouterr().err


def test_refs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(projects.make(tmp_path), "refs", "reg:cn-pipl#art-13") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["glossary/roll-rate.en.md:12:15: Roll rate", "glossary/roll-rate.md:15:2: 滚动率"]
    assert len(lines) == 7


def test_rules_and_explain(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = projects.make(tmp_path)
    assert run(project, "rules") == 0
    codes = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert "HB201" in codes
    assert codes == sorted(set(codes))
    for code in codes:
        assert run(project, "explain", code) == 0
    assert "Why it matters: The reader follows it into nothing." in capsys.readouterr().out
    assert run(project, "explain", "HB999") == 2


def test_translated_records_the_digest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = projects.make(tmp_path, {"stale": ["glossary/dpd.en.md"]})
    assert run(project, "check") == 1
    assert "HB403" in capsys.readouterr().out
    assert run(project, "translated", str(project / "glossary/dpd.en.md")) == 0
    assert run(project, "check") == 0


def test_translated_refuses_what_is_no_translation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = projects.make(tmp_path)
    assert run(project, "translated", str(project / "glossary/nothing.en.md")) == 2
    assert "nothing.md does not exist" in capsys.readouterr().err


def test_as_a_program(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "handbook.cli", "check"]
    result = subprocess.run(command, cwd=projects.make(tmp_path, BROKEN), capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (1, LINES)
