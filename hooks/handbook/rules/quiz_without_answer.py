import re
from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.text import Text

RULE = Rule(
    code="HB619",
    name="quiz-without-answer",
    finds=Text("小测题没有选项，或没有一个选项标为正确。", "A quiz question without options, or without a right one."),
    why=Text("学员答不了，讲师也没有答案可讲。", "Nobody can answer it, and the trainer has nothing to explain."),
    wrong="""- [ ] 短信\n- [ ] 上门""",
    right="""- [x] 短信\n- [ ] 上门""",
)

_QUIZ = "quiz"
_OPTION = re.compile(rb"^[ ]*[-*+][ ]+\[([ xX])\][ ]", re.MULTILINE)


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        for block in document.body.blocks:
            if block.name != _QUIZ or not block.closed:
                continue
            marks = _OPTION.findall(document.body.prose, block.content.start, block.content.end)
            if not marks:
                yield RULE.at(
                    document.span(block),
                    Text("小测题没有选项", "this quiz has no options"),
                    Text("每个选项一行：“- [x] 对的”“- [ ] 错的”", "write one a line: '- [x] right', '- [ ] wrong'"),
                )
            elif all(mark == b" " for mark in marks):
                yield RULE.at(
                    document.span(block),
                    Text("小测题没有正确选项", "this quiz has no right option"),
                    Text("把正确的标成“- [x]”", "mark what is right with '- [x]'"),
                )
