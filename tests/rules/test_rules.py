"""Every rule against its cases: changes to the small project in, exact findings out.

The cases of a rule stand in `HB….yml` beside this file. A case without `findings` is a near miss: it must not be
caught.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests import projects

from handbook.check import Selection, rule_modules, run
from handbook.load import load
from handbook.report import concise
from handbook.text import Language

HERE = Path(__file__).parent
TODAY = date(2026, 11, 23)
AT_BUILD_TIME = {"HB903"}
"""Rules that need a rendered page; `tests/build/test_gate.py` has their cases."""
CASES = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("HB*.yml"))}


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=f"{code}-{case['name']}") for code, cases in CASES.items() for case in cases],
)
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    project = projects.make(tmp_path, case)
    findings = run(load(project), TODAY, Selection(case.get("select", [])))
    assert concise.render(findings, Language.EN).splitlines() == case.get("findings", [])


def test_every_rule_has_a_case_that_is_caught_and_a_near_miss() -> None:
    for module in rule_modules():
        if module.RULE.code in AT_BUILD_TIME:
            continue
        cases = CASES.get(module.RULE.code, [])
        assert any("findings" in case for case in cases), f"{module.RULE.code} has no case that is caught"
        assert any("findings" not in case for case in cases), f"{module.RULE.code} has no near miss"


def test_the_base_project_is_sound(tmp_path: Path) -> None:
    assert run(load(projects.make(tmp_path)), TODAY) == ()
