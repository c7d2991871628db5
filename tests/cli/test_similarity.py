"""`handbook lint-similarity`: pages of a kind that share their wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import projects

from handbook.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


HEAD = "---\ntitle: {}\nsummary: 测试。\n---\n\n"
ONE = "先听客户把话说完，再复述他的意思，最后约定下一次联系的日子。"
OTHER = "每个月的最后一天，把没有兑现的承诺逐条核对，写明原因和下一步。"
FIXED = "本节数字全部虚构，只用来说明算法怎么走。"


def run(project: Path, *arguments: str) -> int:
    return main(["--root", str(project), "lint-similarity", *arguments])


def project(tmp_path: Path, **bodies: str) -> Path:
    write = {f"docs/{name}.md": HEAD.format(name) + body for name, body in bodies.items()}
    return projects.make(tmp_path, {"write": write})


def test_a_page_copied_and_one_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path, one=f"{ONE}\n", copy=f"## 另一个标题 {{#other}}\n\n{ONE}\n", other=f"{OTHER}\n")
    assert run(root, "--most", "1") == 1
    out, err = capsys.readouterr()
    assert out == "100.0%  docs/copy.md  docs/one.md\n"
    assert err == "1 pairs share 20 % of their wording or more\n"


def test_half_a_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = project(tmp_path, one=f"{ONE}\n\n{OTHER}\n", half=f"{ONE}\n\n{OTHER[::-1]}\n")
    assert run(root, "--limit", "60") == 0
    share = float(capsys.readouterr().out.partition("%")[0])
    assert 40 < share < 60


def test_what_many_pages_have_is_a_fixed_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    few = project(tmp_path / "few", a=f"{FIXED}\n", b=f"{FIXED}\n")
    assert run(few) == 1
    many = project(
        tmp_path / "many", **{name: f"{FIXED}\n\n{chr(0x4E00 + n) * 30}\n" for n, name in enumerate("abcde")}
    )
    capsys.readouterr()
    assert run(many) == 0
    assert "docs/" not in capsys.readouterr().out


def test_code_and_headings_do_not_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    same = f"## {ONE} {{#same}}\n\n```text\n{ONE}\n```\n"
    assert run(project(tmp_path, a=f"{same}\n{OTHER}\n", b=f"{same}\n{OTHER[::-1]}\n")) == 0
    assert capsys.readouterr().out == ""
