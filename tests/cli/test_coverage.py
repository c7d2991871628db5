"""`handbook coverage` and `handbook reviewed`: what they print, write and return."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests import projects

from handbook.check import Selection, run
from handbook.cli import main
from handbook.coverage import coverage
from handbook.load import load
from handbook.text import Language

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SERVING = {
    "change": {
        "glossary/roll-rate.md": [["group: metrics", "brief: [S2.2a, S2.2d]\ngroup: metrics"]],
        "docs/cases/job-loss.md": [["level: basic", "brief: [S2.2a, S6.2d]\nlevel: basic"]],
        "docs/index.md": [["title: 首页", "title: 首页\nbrief: [S2.2b]"]],
        "glossary/dpd.md": [["group: metrics", "brief: [S2.9]\ngroup: metrics"]],
    },
    "remove": ["docs/cases/job-loss.en.md"],
}


def test_coverage(tmp_path: Path) -> None:
    rows = {row.id: row for row in coverage(load(projects.make(tmp_path, SERVING)))}
    assert len(rows) == 50
    assert list(rows)[:2] == ["S1.1", "S1.2"]
    assert rows["S2.2a"].pages == {
        Language.ZH: ("case:job-loss", "term:roll-rate"),
        Language.EN: ("term:roll-rate",),
    }
    assert rows["S2.2a"].is_covered
    assert rows["S6.2d"].pages == {Language.ZH: ("case:job-loss",), Language.EN: ()}
    assert not rows["S6.2d"].is_covered
    assert not rows["S2.2b"].is_covered, "an index page serves no row"
    assert [row.id for row in rows.values() if row.is_covered] == ["S2.2a", "S2.2d"]


def test_coverage_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = projects.make(tmp_path, SERVING)
    assert main(["--root", str(project), "coverage"]) == 1
    captured = capsys.readouterr()
    assert "S2.2a Roll rate\n      zh  case:job-loss, term:roll-rate\n      en  term:roll-rate\n" in captured.out
    last = "S6.2d Regular refreshers  NOT COVERED\n      zh  case:job-loss\n      en  no page\n"
    assert captured.out.endswith(last)
    assert captured.err == "50 rows, 2 covered, 48 not covered\n"


def test_coverage_in_chinese(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = projects.make(tmp_path, SERVING)
    assert main(["--root", str(project), "--lang", "zh", "coverage"]) == 1
    captured = capsys.readouterr()
    assert captured.out.startswith("S1.1  培训师自我介绍与教学理念  未覆盖\n      zh  没有页面\n")
    assert captured.err == "50行，已覆盖2行，未覆盖48行\n"


def test_everything_covered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = ", ".join(row.id for row in coverage(load(projects.make(tmp_path))))
    change = {"glossary/dpd.md": [["group: metrics", f"brief: [{rows}]\ngroup: metrics"]]}
    assert main(["--root", str(projects.make(tmp_path, {"change": change})), "coverage"]) == 0
    assert "NOT COVERED" not in capsys.readouterr().out


SCRIPT = "scripts_templates/m1/first-call.md"
REVIEW_RULES = Selection(["HB4", "HB605", "HB616", "HB617", "HB618"])


def findings(project: Path) -> list[str]:
    return [finding.rule.code for finding in run(load(project), date.today(), REVIEW_RULES)]  # noqa: DTZ011


def review(project: Path, *arguments: str) -> int:
    return main(["--root", str(project), "reviewed", str(project / SCRIPT), "--by", "合规", *arguments])


def test_reviewed(tmp_path: Path) -> None:
    project = projects.make(tmp_path)
    before = (project / SCRIPT).read_text(encoding="utf-8")
    assert review(project, "--due", "2999-01-01") == 0
    after = (project / SCRIPT).read_text(encoding="utf-8")
    head, _, body = before.partition("\n---\n")
    assert after.startswith(f"{head}\nreview:\n")
    assert after.endswith(f"---\n{body}")
    assert 'by: "合规"\n' in after
    assert "due: 2999-01-01\n  basis:\n    reg:cn-pipl: " in after
    assert findings(project) == [], "the translation matches again"

    assert review(project) == 0
    again = (project / SCRIPT).read_text(encoding="utf-8")
    assert again == after.replace("  due: 2999-01-01\n", "")
    assert findings(project) == []


def test_what_changes_after_a_review(tmp_path: Path) -> None:
    project = projects.make(tmp_path)
    review(project)
    change = {SCRIPT: [["谢谢。", "谢谢您。"]], "docs/regulations/cn-pipl.md": [["至多", "最多"]]}
    assert findings(projects.make(project, {"change": change})) == ["HB616", "HB617"]


def test_a_stale_translation_stays_stale(tmp_path: Path) -> None:
    project = projects.make(tmp_path, {"stale": [SCRIPT.replace(".md", ".en.md")]})
    assert review(project) == 0
    assert findings(project) == ["HB403"]


def test_reviewed_refuses(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = projects.make(tmp_path, {"change": {"glossary/dpd.md": [["group: metrics", "group: nothing"]]}})
    for file, reason in (
        ("glossary/dpd.md", "has faulty front matter: see 'handbook check'"),
        ("glossary/dpd.en.md", "is no Chinese content file"),
        ("glossary/nothing.md", "is no Chinese content file"),
    ):
        assert main(["--root", str(project), "reviewed", str(project / file), "--by", "合规"]) == 2
        assert capsys.readouterr().err.endswith(f"{file}: {reason}\n")
    assert review(project, "--by", '合"规') == 2
