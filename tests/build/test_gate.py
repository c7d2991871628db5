"""What `mkdocs build` does with content that is not sound: the same findings as the check, and no site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import projects
from tests.conftest import add_frame, build

from handbook.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_errors_stop_the_build_with_the_lines_of_the_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = {
        "change": {
            "glossary/roll-rate.md": [["见[](term:dpd)", "见[](term:dpdd)"]],
            "scripts_templates/m1/first-call.md": [["谢谢", "{{ nothing }}"]],
        }
    }
    project = projects.make(add_frame(projects.make(tmp_path / "project")), broken)
    assert main(["--root", str(project), "check"]) == 1
    lines = capsys.readouterr().out
    result = build(project, tmp_path / "site")
    assert result.returncode == 1
    assert len(lines.splitlines()) == 3
    assert lines in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "site/index.html").exists()


def test_a_page_without_translation_says_so_in_english(tmp_path: Path) -> None:
    project = add_frame(projects.make(tmp_path / "project"))
    (project / "glossary/dpd.en.md").unlink()
    projects.record_digests(project)
    strict = build(project, tmp_path / "strict")
    assert strict.returncode == 1
    assert "glossary/dpd.md:1:1: HB401 no English translation" in strict.stderr
    result = build(project, tmp_path / "site", strict=False)
    assert result.returncode == 0, result.stderr
    html = (tmp_path / "site/en/glossary/dpd/index.html").read_text(encoding="utf-8")
    assert '<html lang="en"' in html
    assert "This page has not been translated into English yet." in html
    assert '<div class="hb-page hb-page--term hb-page--aside" lang="zh">' in html
    assert 'href="../../../en/glossary/roll-rate/"' in html


def test_content_that_cannot_be_read_is_reported_with_everything_else(tmp_path: Path) -> None:
    faults = {
        "write": {"glossary/empty.md": "", "docs/list.md": "---\n- a\n---\n", "docs/open.md": "---\ntitle: a\n"},
        "bytes": {"glossary/gbk.md": "b9f6", "glossary/nul.md": "6100"},
        "fill": {"glossary/big.md": 10_000_000},
        "link": {"glossary/out.md": "/etc/hostname"},
        "change": {"glossary/dpd.md": [["id: dpd", "id: ../dpd"]]},
    }
    project = projects.make(add_frame(projects.make(tmp_path / "project")), faults)
    result = build(project, tmp_path / "site")
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    for line in (
        "docs/list.md:2:1: HB104",
        "docs/open.md:1:1: HB102",
        "glossary/big.md:1:1: HB003",
        "glossary/dpd.md:2:5: HB108",
        "glossary/empty.md:1:1: HB006",
        "glossary/gbk.md:1:1: HB004",
        "glossary/nul.md:1:2: HB005",
        "glossary/out.md:1:1: HB002",
    ):
        assert line in result.stderr


def test_what_only_one_of_the_two_parsers_sees_stops_the_build(tmp_path: Path) -> None:
    hidden = {"change": {"glossary/roll-rate.md": [["按[第13条]", "见<term:dpd>。按[第13条]"]]}}
    project = projects.make(add_frame(projects.make(tmp_path / "project")), hidden)
    result = build(project, tmp_path / "site")
    assert result.returncode == 1
    assert "glossary/roll-rate.md:11:9: HB903 'term:dpd': the check saw 2, the page shows 1" in result.stderr


def test_an_earlier_address_leads_to_the_page(tmp_path: Path) -> None:
    rename = {"change": {"glossary/roll-rate.md": [["group: metrics", "group: metrics\nrenamed_from: [rolling-rate]"]]}}
    project = projects.make(add_frame(projects.make(tmp_path / "project")), rename)
    result = build(project, tmp_path / "site")
    assert result.returncode == 0, result.stderr
    for prefix in ("", "en/"):
        html = (tmp_path / f"site/{prefix}glossary/rolling-rate/index.html").read_text(encoding="utf-8")
        up = "../" * (2 + prefix.count("/"))
        assert f'content="0; url={up}{prefix}glossary/roll-rate/"' in html
