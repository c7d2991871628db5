"""Measures how the check and the build grow with the handbook: `make bench`, or `python tools/bench.py 100 400`.

For each N it makes a project of N entities in both languages, copied from the real content with ids of their
own; it times `handbook check`, the whole `mkdocs build`, and the build of the same pages by MkDocs without any hook.
Each runs as a process of its own, so that time and peak memory are those that an author would see.
"""

from __future__ import annotations

import itertools
import math
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from handbook.blocks import BLOCKS
from handbook.load import content_files, load
from handbook.model import KINDS, Kind
from handbook.text import Language
from handbook.translated import record

if TYPE_CHECKING:
    import resource

ROOT = Path(__file__).parent.parent
WORK = ROOT / ".bench"
SIZES = (100, 400, 1600)
CHECK_SIZE = 5000
"""Entities for the check alone: 10,000 files."""
REPEATS = 3
LABELS = re.compile(r"^(?:aliases|abbreviations|slang|deprecated):.*\n(?:[ -].*\n)*", re.MULTILINE)
"""Labels of a term beside its title; a copy has none, since no label may be claimed twice."""
ENDINGS = {Language.ZH: ".md", Language.EN: ".en.md"}

PLAIN_BLOCKS = f"""\
  - pymdownx.blocks.admonition: {{types: [{", ".join(name for name in BLOCKS if name != "answer")}]}}
  - pymdownx.blocks.details: {{types: [answer]}}
"""
"""Marked blocks as the stock extensions render them, since without the hook the same pages must still hold them."""


@dataclass(frozen=True, slots=True)
class Run:
    """Wall-clock seconds (median of several runs) and peak memory in MB."""

    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Row:
    size: int
    check: Run
    build: Run
    no_hook: Run
    page: float
    """Median size of an entity's page in kB."""


def main(sizes: tuple[int, ...]) -> None:
    rows = []
    for size in sizes:
        project = make_project(size)
        plain = make_plain_project(project)
        check = measure([sys.executable, "-m", "handbook.cli", "check"], project)
        build = measure([sys.executable, "-m", "mkdocs", "build", "--quiet"], project)
        no_hook = measure([sys.executable, "-m", "mkdocs", "build", "--quiet"], plain)
        rows.append(Row(size, check, build, no_hook, median_page(project / "site")))
        print(f"measured N = {size}", file=sys.stderr)
    print_table(rows)
    print_check_table(
        [
            measure_check(ROOT),
            *(measure_check(WORK / f"n{size}") for size in sizes),
            measure_check(make_project(CHECK_SIZE)),
        ]
    )


def measure_check(project: Path) -> tuple[int, Run]:
    """Number of content files, and a cold check of them."""
    return len(content_files(project)), measure([sys.executable, "-m", "handbook.cli", "check"], project)


def make_project(size: int) -> Path:
    """The real project with its entities copied until there are `size` of them; references stay within one copy."""
    project = WORK / f"n{size}"
    shutil.rmtree(project, ignore_errors=True)
    project.mkdir(parents=True)
    ignore = shutil.ignore_patterns(".*", "site", "__pycache__", "*.egg-info")
    for name in ("mkdocs.yml", "hooks", "overrides", "docs", "glossary", "scripts_templates"):
        source = ROOT / name
        shutil.copytree(source, project / name, ignore=ignore) if source.is_dir() else shutil.copy(
            source, project / name
        )
    entities = [each for kind in Kind if kind is not Kind.PAGE for each in load(ROOT).of_kind(kind)]
    known = "|".join(f"{each.kind}:{re.escape(each.id)}" for each in entities)
    names = re.compile(rf"\b({known}|fact:[a-z0-9-]+(?=/))(?![a-z0-9-])")
    for copy in itertools.count(1):
        for number, entity in enumerate(entities):
            if copy * len(entities) + number >= size:
                return project
            complete = (copy + 1) * len(entities) <= size
            for language, document in entity.documents.items():
                text = (ROOT / document.path).read_text(encoding="utf-8")
                if complete:
                    text = names.sub(rf"\1-{copy}", text)
                if entity.kind is Kind.TERM:
                    text = LABELS.sub("", text, count=4)
                    text = re.sub(r"^title: (.*)$", rf"title: \1 {copy}", text, count=1, flags=re.MULTILINE)
                text = re.sub(r"^id: .*$", f"id: {entity.id}-{copy}", text, count=1, flags=re.MULTILINE)
                target = project / KINDS[entity.kind].folder / f"copy-{copy}" / f"{entity.id}-{copy}{ENDINGS[language]}"
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
            record(target, project)
    raise AssertionError


def make_plain_project(project: Path) -> Path:
    """The same pages for MkDocs alone: all in its own folder, no hook, the same theme and extensions."""
    plain = project.with_name(f"{project.name}-plain")
    shutil.rmtree(plain, ignore_errors=True)
    shutil.copytree(project / "docs", plain / "docs")
    shutil.copytree(project / "overrides", plain / "overrides")
    shutil.copytree(project / "glossary", plain / "docs/glossary", dirs_exist_ok=True)
    shutil.copytree(project / "scripts_templates", plain / "docs/scripts", dirs_exist_ok=True)
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    settings = re.sub(r"^hooks:.*\n|^watch:.*\n", "", settings, flags=re.MULTILINE)
    settings = settings.replace("markdown_extensions:\n", f"markdown_extensions:\n{PLAIN_BLOCKS}")
    (plain / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return plain


def measure(command: list[str], folder: Path) -> Run:
    seconds, peaks = [], []
    for _ in range(REPEATS):
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
        errors = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        seconds.append(time.perf_counter() - started)
        peaks.append(_megabytes(usage))
        if status:
            sys.exit(f"{' '.join(command)} failed in {folder}:\n{errors.decode()[-2000:]}")
    return Run(statistics.median(seconds), max(peaks))


def _megabytes(usage: resource.struct_rusage) -> float:
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kilobytes here
    return usage.ru_maxrss * unit / 1e6


def median_page(site: Path) -> float:
    """Median size of the pages of entities, in kB."""
    return statistics.median(path.stat().st_size for path in site.glob("*/*/index.html")) / 1000


def growth(rows: list[Row], name: str) -> float:
    """Exponent of growth of a time between the smallest and the largest N: 1 is linear."""
    first, last = rows[0], rows[-1]
    if first is last:
        return math.nan
    return math.log(getattr(last, name).seconds / getattr(first, name).seconds) / math.log(last.size / first.size)


def print_table(rows: list[Row]) -> None:
    heads = "  ".join(f"{name:>8} {'MB':>5}" for name in ("check", "build", "no hook"))
    print(f"{'N':>6}  {heads}  {'ratio':>5}  {'page kB':>7}")
    for row in rows:
        runs = "  ".join(f"{run.seconds:>7.2f}s {run.megabytes:>5.0f}" for run in (row.check, row.build, row.no_hook))
        print(f"{row.size:>6}  {runs}  {row.build.seconds / row.no_hook.seconds:>5.2f}  {row.page:>7.1f}")
    exponents = ", ".join(
        f"{name.replace('_', ' ')} {growth(rows, name):.2f}" for name in ("check", "build", "no_hook")
    )
    print(f"growth exponent: {exponents}")


def print_check_table(rows: list[tuple[int, Run]]) -> None:
    print(f"\n{'files':>6}  {'check':>8} {'MB':>5}  {'s per 700 files':>15}   (the first row is this site)")
    for files, run in rows:
        print(f"{files:>6}  {run.seconds:>7.2f}s {run.megabytes:>5.0f}  {run.seconds / files * 700:>15.2f}")
    (files, run), (most, longest) = rows[1], rows[-1]
    print(f"growth exponent of the check: {math.log(longest.seconds / run.seconds) / math.log(most / files):.2f}")


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
