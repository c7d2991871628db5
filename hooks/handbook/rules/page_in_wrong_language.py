from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.running_text import in_other_language, paragraphs
from handbook.text import Text

RULE = Rule(
    code="HB412",
    name="page-in-wrong-language",
    finds=Text(
        "多数段落不是这个文件的语言：.en.md写着中文，或.md写着英文。",
        "A page most of whose paragraphs are not in the language of the file.",
    ),
    why=Text(
        "复制了原文还没有译，或者两个文件放反了。",
        "The source was copied and not translated, or the two files were swapped.",
    ),
    wrong="""（roll-rate.en.md）滚动率是进入更差阶段的比例。""",
    right="""（roll-rate.en.md）Roll rate is the share that moves to a worse stage.""",
)

_NAMES = {"zh": Text("中文", "Chinese"), "en": Text("英文", "English")}


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        if language := in_other_language(document):
            written, expected = _NAMES[language], _NAMES[document.language]
            first = next(paragraphs(document.source.data, document.body))
            yield RULE.at(
                document.span(first.piece(0, len(first.text))),
                Text(
                    f"多数段落是{written.zh}，这个文件应为{expected.zh}",
                    f"most paragraphs are in {written.en}, this file should be in {expected.en}",
                ),
                Text("译过来；放反了的，对调两个文件", "translate it, or swap the two files"),
            )
