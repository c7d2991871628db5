"""`handbook asks report`: what it proposes, prints and returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests import projects

from handbook.cli import main

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "query,language,kind,outcome,day,count\n"


def report(tmp_path: Path, text: str, *, language: str = "en") -> int:
    projects.make(tmp_path / "project")
    file = tmp_path / "searches.csv"
    file.write_text(f"\ufeff{text}", encoding="utf-8")
    return main(["--root", str(tmp_path / "project"), "--lang", language, "asks", "report", str(file)])


def test_the_nearest_files_are_proposed_the_most_frequent_search_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "滚动比率,zh,,none,2026-11-01,1\nzqxwv,en,,none,2026-11-01,2\n滚动比率,zh,term,none,2026-11-02,3\n"
    assert report(tmp_path, HEAD + rows) == 0
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0] == "4× 滚动比率 (zh, no result)"
    assert lines[1] == "    glossary/roll-rate.md: 滚动率"
    assert "        - 滚动比率" in lines
    assert lines[-2:] == ["2× zqxwv (en, no result)", "    no page is near: perhaps one is missing"]
    assert err == "2 searches\n"


def test_in_chinese_and_unopened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(tmp_path, f"{HEAD}'=roll rates,en,,unopened,2026-11-01,1\n", language="zh") == 0
    assert capsys.readouterr().out.splitlines()[:2] == [
        "1× =roll rates (en, 没有打开)",
        "    glossary/roll-rate.en.md: Roll rate",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "no column query, language, outcome, count"),
        ("a,b\n1,2\n", "no column query, language, outcome, count"),
        (f"{HEAD}x,xx,,none,2026-11-01,1\n", "'xx' is not a valid Language"),
        (f"{HEAD}x,zh,,none,2026-11-01,many\n", "invalid literal for int()"),
        (f"{HEAD}x\n", "is not a valid Language"),
    ],
)
def test_what_is_no_export_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, problem: str
) -> None:
    assert report(tmp_path, text) == 2
    assert problem in capsys.readouterr().err


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    projects.make(tmp_path)
    assert main(["--root", str(tmp_path), "asks", "report", str(tmp_path / "none.csv")]) == 2
    assert "none.csv" in capsys.readouterr().err
