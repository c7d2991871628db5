from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.link_targets import in_markdown
from handbook.relative_paths import Way, outcomes, use_reference
from handbook.text import Text

RULE = Rule(
    code="HB210",
    name="missing-link-target",
    finds=Text("相对链接指向的页面或文件不存在。", "A relative link to a page or file that does not exist."),
    why=Text("读者点开就是断链。", "The reader follows it into nothing."),
    wrong="""[四步流程](proces.md)""",
    right="""[四步流程](page:guide/process)""",
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for link, outcome in outcomes(library, in_markdown(library)):
        if outcome.way is not Way.NOTHING or link.image:
            continue
        if not link.target:
            yield RULE.at(
                link.span,
                Text("链接没有目标", "the link has no target"),
                Text(
                    "在括号里写上目标，例如page:guide/process",
                    "write one between the brackets, as in page:guide/process",
                ),
            )
            continue
        help_ = use_reference(outcome.page, link.anchor) if outcome.page else None
        if outcome.asset:
            help_ = Text(f"是否想写“{outcome.path}”？", f"did you mean '{outcome.path}'?")
        yield RULE.at(
            link.span, Text(f"“{link.path}”不存在", f"there is no '{link.path}'"), help_ or _advice(link.document.path)
        )


def _advice(path: str) -> Text:
    return Text(
        f"路径从{path}所在的文件夹算起；页面最好用引用，例如page:guide/process",
        f"paths begin in the folder of {path}; for a page a reference is better, as in page:guide/process",
    )
