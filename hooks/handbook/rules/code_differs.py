from collections.abc import Iterator
from datetime import date

from handbook.body import Fence
from handbook.correspondence import pairs, surplus
from handbook.diagnostics import Finding, Rule, Severity
from handbook.library import Document, Library
from handbook.text import Text

RULE = Rule(
    code="HB408",
    name="code-differs",
    finds=Text(
        "代码块、公式的个数或语言在两种语言的文件中不同。",
        "Code blocks or formulas that are not the same in number and language in both files.",
    ),
    why=Text(
        "译文漏了公式或例子，或者公式没有标math。",
        "A formula or an example was left out, or a formula is not marked as math.",
    ),
    wrong="""```
a + b
```   （zh: ```math）""",
    right="""```math
a + b
```""",
    severity=Severity.WARNING,
)


def check(library: Library, today: date) -> Iterator[Finding]:
    for source, translation in pairs(library):
        mine, theirs = _fences(source), _fences(translation)
        if len(mine) == len(theirs):
            for fence, other in zip(mine, theirs, strict=True):
                if fence.language != other.language:
                    yield _other_language(translation, other, source, fence)
        else:
            yield from _more(source, mine, translation, theirs)
            yield from _more(translation, theirs, source, mine)


def _fences(document: Document) -> list[Fence]:
    indented = {piece.start for piece in document.body.indented_code}
    return [fence for fence in document.body.fences if fence.start not in indented]


def _other_language(here: Document, fence: Fence, there: Document, other: Fence) -> Finding:
    return RULE.at(
        here.span(fence),
        Text(
            f"代码块的语言是“{fence.language}”，{there.path}中是“{other.language}”",
            f"code block in '{fence.language}', in {there.path} it is in '{other.language}'",
        ),
        Text("两种语言的文件写同样的代码块", "write the same code blocks in both files"),
    )


def _more(here: Document, mine: list[Fence], there: Document, theirs: list[Fence]) -> Iterator[Finding]:
    keyed = ([(fence.language, fence) for fence in fences] for fences in (mine, theirs))
    for language, piece in surplus(here, next(keyed), there, next(keyed)):
        yield RULE.at(
            here.span(piece),
            Text(
                f"代码块“{language}”在{there.path}中没有对应的",
                f"code block '{language}' has no counterpart in {there.path}",
            ),
            Text("两种语言的文件写同样的代码块", "write the same code blocks in both files"),
        )
