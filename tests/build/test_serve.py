"""`mkdocs serve`: both languages answer, a save in any content folder shows, a broken page does not end the preview."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest
from tests import projects
from tests.conftest import add_frame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 30.0
"""Seconds after which something that should have happened has not."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return projects.make(add_frame(projects.make(tmp_path / "project")))


@pytest.fixture
def served(project: Path) -> Iterator[Callable[[str], str]]:
    """A function from address to page; empty as long as the server does not answer."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(
        command, cwd=project, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:

        def page(address: str) -> str:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/{address}", timeout=5) as answer:
                    content: bytes = answer.read()
                    return content.decode("utf-8")
            except (urllib.error.URLError, TimeoutError):
                return ""

        yield page
        server.terminate()


def eventually(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.2)
    return False


def edit(file: Path, find: str, put: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert find in text
    file.write_text(text.replace(find, put), encoding="utf-8")


def test_serve(project: Path, served: Callable[[str], str]) -> None:
    assert eventually(lambda: "滚动率" in served("glossary/roll-rate/"))
    assert "Roll rate" in served("en/glossary/roll-rate/")
    for file, address, find, put in (
        ("glossary/roll-rate.md", "glossary/roll-rate/", "滚动率是比例", "滚动率是新的比例"),
        ("scripts_templates/m1/first-call.en.md", "en/scripts/first-call/", "Hello", "Good morning"),
        ("docs/cases/job-loss.md", "cases/job-loss/", "虚构。", "虚构而成。"),
    ):
        edit(project / file, find, put)
        assert eventually(lambda address=address, put=put: put in served(address)), file  # type: ignore[misc]

    edit(project / "glossary/dpd.md", "term:roll-rate#formula", "term:rol-rate")
    assert eventually(lambda: "HB201" in served("glossary/dpd/"))
    assert "是否想写“roll-rate”" in served("glossary/dpd/")
    assert "hb-findings" not in served("cases/job-loss/") or "HB201" not in served("cases/job-loss/")

    edit(project / "glossary/dpd.md", "term:rol-rate", "term:roll-rate#formula")
    assert eventually(lambda: "HB201" not in served("glossary/dpd/") and "逾期天数" in served("glossary/dpd/"))
