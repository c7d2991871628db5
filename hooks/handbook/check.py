"""Runs the rules over a library. The list of rules is the list of modules in `handbook.rules`."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, groupby
from typing import TYPE_CHECKING, Protocol

from handbook import excuses, rules
from handbook.load import FEW_FILES, load
from handbook.parallel import spread
from handbook.rules import unused_excuse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date
    from pathlib import Path

    from handbook.diagnostics import Finding, Rule
    from handbook.library import Library

GROUP = len("HB1")
"""Rules whose codes begin alike look at the same things."""


class RuleModule(Protocol):
    """What a module in `handbook.rules` holds. `today` is the day for which the check speaks."""

    RULE: Rule

    def check(self, library: Library, today: date) -> Iterable[Finding]: ...


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes, or beginnings of codes (`HB2`), to report and to leave out. Nothing selected means all."""

    select: Collection[str] = ()
    ignore: Collection[str] = ()

    def takes(self, code: str) -> bool:
        wanted = not self.select or code.startswith(tuple(self.select))
        return wanted and not (self.ignore and code.startswith(tuple(self.ignore)))


@cache
def rule_modules() -> tuple[RuleModule, ...]:
    """All rules, in order of code."""
    names = [module.name for module in pkgutil.iter_modules(rules.__path__)]
    modules: list[RuleModule] = [importlib.import_module(f"handbook.rules.{name}") for name in names]
    return tuple(sorted(modules, key=lambda module: module.RULE.code))


@cache
def _groups() -> dict[str, tuple[RuleModule, ...]]:
    return {name: tuple(group) for name, group in groupby(rule_modules(), lambda module: module.RULE.code[:GROUP])}


def check_project(root: Path, today: date, processes: int = 1) -> tuple[Finding, ...]:
    """Load a project and check all of it; a function of its own so that another process can be asked to."""
    return run(load(root, processes), today, processes=processes)


def run(
    library: Library, today: date, selection: Selection | None = None, *, processes: int = 1
) -> tuple[Finding, ...]:
    """All findings of the selected rules that are not excused, in order of place."""
    chosen = selection or Selection()
    left, idle = excuses.apply(library, _found(library, today, processes))
    left += [finding for excuse in idle for finding in unused_excuse.findings(excuse)]
    taken = (finding for finding in left if chosen.takes(finding.rule.code))
    return tuple(sorted(taken, key=lambda finding: finding.sort_key))


def _found(library: Library, today: date, processes: int) -> list[Finding]:
    """What all rules find; those of a group in one process, since each finds what the others worked out."""
    check = partial(_check, library, today)
    return list(
        chain.from_iterable(spread(check, list(_groups()), processes if len(library.documents) > FEW_FILES else 1))
    )


def _check(library: Library, today: date, group: str) -> list[Finding]:
    return [finding for module in _groups()[group] for finding in module.check(library, today)]
