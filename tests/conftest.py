"""Fixtures that several kinds of tests share; `tests/README.md` explains the whole harness."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FRAME = ("mkdocs.yml", "hooks", "overrides", "docs/assets")
"""What a small project needs of the real one to be built as a site."""


def build(project: Path, site: Path, *, strict: bool = True, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` as an author would; the site lies in `site`."""
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(site), *(["--strict"] if strict else [])]
    settings = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1790000000", **environment}
    return subprocess.run(
        command, cwd=project, env={**os.environ, **settings}, capture_output=True, text=True, check=False, timeout=300
    )


def add_frame(project: Path) -> Path:
    """Make a small project buildable."""
    for name in FRAME:
        source, target = ROOT / name, project / name
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    for page in (
        "glossary",
        "scripts",
        "regulations",
        "cases",
        "training",
        "guide",
        "toolkit",
        "about",
        "contributing",
    ):
        for ending, digest in ((".md", ""), (".en.md", 'source_digest: ""\n')):
            (project / "docs" / page).mkdir(exist_ok=True)
            (project / "docs" / page / f"index{ending}").write_text(
                f"---\ntitle: {page}\nsummary: {page}\n{digest}---\n", encoding="utf-8"
            )
    return project


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real handbook, built once."""
    folder = tmp_path_factory.mktemp("site")
    result = build(ROOT, folder)
    assert result.returncode == 0, result.stderr
    return folder
