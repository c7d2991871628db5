from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Library
from handbook.model import KINDS
from handbook.running_text import mostly_han
from handbook.text import TRANSLATION, Text

RULE = Rule(
    code="HB414",
    name="untranslated-field",
    finds=Text(
        "译文的front matter里没有译的文字，例如标题、摘要、问题。",
        "Prose in the front matter of a translation that is in Chinese, such as its title, summary or asks.",
    ),
    why=Text(
        "英文的列表、搜索和引用会显示中文。",
        "English lists, search and references would show Chinese.",
    ),
    wrong="""title: 滚动率   （roll-rate.en.md）""",
    right="""title: Roll rate""",
)

_MAY_BE_CHINESE = ("aliases", "abbreviations", "slang", "deprecated", "source_digest")
"""Labels that a reader may meet in Chinese."""
_KEYS_ARE_PROSE = ("profile", "variables")
LEAST_HAN = 2


def check(library: Library, today: date) -> Iterator[Finding]:
    for document in library.documents:
        if document.language is not TRANSLATION:
            continue
        fields = KINDS[document.kind].translation.model_fields
        for path, value in document.front.strings:
            if path[0] in fields and path[0] not in _MAY_BE_CHINESE and mostly_han(value, LEAST_HAN):
                yield RULE.at(
                    document.front.span(path),
                    Text(f"字段“{path[0]}”没有译：“{value}”", f"field '{path[0]}' is not translated: '{value}'"),
                    Text("译成英文", "write it in English"),
                )
        for path, span in document.front.keys.items():
            if len(path) > 1 and path[0] in _KEYS_ARE_PROSE and mostly_han(str(path[1]), LEAST_HAN):
                yield RULE.at(
                    span,
                    Text(f"{path[0]}的“{path[1]}”没有译", f"'{path[1]}' in {path[0]} is not translated"),
                    Text("译成英文", "write it in English"),
                )
