from collections.abc import Iterator
from datetime import date

from handbook.body import Heading
from handbook.correspondence import pairs
from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Document, Library
from handbook.text import Text

RULE = Rule(
    code="HB411",
    name="headings-differ",
    finds=Text(
        "同一个标题在两种语言中级别不同，或者次序不同。",
        "A heading of another level, or in another place, than its counterpart.",
    ),
    why=Text(
        "目录不一样，讲师和学员对不上页。",
        "The contents differ, and trainer and learner cannot find the same place.",
    ),
    wrong="""### Close {#close}   （zh: ## 收尾 {#close}）""",
    right="""## Close {#close}""",
    severity=Severity.WARNING,
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for source, translation in pairs(library):
        mine, theirs = _by_id(source), _by_id(translation)
        for anchor, heading in theirs.items():
            if anchor in mine and heading.level != mine[anchor].level:
                yield RULE.at(
                    translation.span(heading),
                    Text(
                        f"标题“{anchor}”是{heading.level}级，{source.path}中是{mine[anchor].level}级",
                        f"heading '{anchor}' is of level {heading.level}, in {source.path} of {mine[anchor].level}",
                    ),
                    Text(f"写{mine[anchor].level}个#", f"write {'#' * mine[anchor].level}"),
                )
        order = [anchor for anchor in mine if anchor in theirs]
        here = [anchor for anchor in theirs if anchor in mine]
        for anchor, expected in zip(here, order, strict=True):
            if anchor != expected:
                yield _misplaced(translation, theirs[anchor], source, expected)
                break


def _by_id(document: Document) -> dict[str, Heading]:
    return {heading.id: heading for heading in document.body.headings}


def _misplaced(translation: Document, heading: Heading, source: Document, expected: str) -> Finding:
    return RULE.at(
        translation.span(heading),
        Text(
            f"标题次序不同：这里是“{heading.id}”，{source.path}中是“{expected}”",
            f"headings in another order: here '{heading.id}', in {source.path} '{expected}'",
        ),
        Text("按中文的次序排列", "follow the order of the Chinese file"),
    )
