from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule, Span
from handbook.library import Library
from handbook.navigation import FILE
from handbook.relative_paths import SiteMap
from handbook.text import Text

RULE = Rule(
    code="HB227",
    name="broken-navigation",
    finds=Text(
        "mkdocs.yml的导航项指向不存在的页面。", "An entry of the navigation in mkdocs.yml that leads to nothing."
    ),
    why=Text("导航在每一页上；断了，全站都看得见。", "The navigation is on every page, and so is the broken link."),
    wrong="""nav:
  - 作业指南: guides/index.md""",
    right="""nav:
  - 作业指南: guide/index.md""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    site = SiteMap(library) if library.navigation else None
    for entry in library.navigation:
        assert site is not None
        if ":" in entry.path.partition("/")[0] or site.nav_target(entry.path):
            continue
        close = site.suggest(entry.path)
        yield RULE.at(
            Span(FILE, entry.line, entry.column, entry.line, entry.column + len(entry.path)),
            Text(f"导航项“{entry.path}”指不到页面", f"navigation entry '{entry.path}' leads to no page"),
            Text(f"是否想写“{close}”？", f"did you mean '{close}'?")
            if close
            else Text("路径从docs/算起，例如guide/index.md", "paths begin in docs/, as in guide/index.md"),
        )
