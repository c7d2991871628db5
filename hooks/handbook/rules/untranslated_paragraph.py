from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Document, Library
from handbook.running_text import first_han, han, in_other_language, mostly_han, paragraphs, roughly_han
from handbook.text import SOURCE, TRANSLATION, Text

RULE = Rule(
    code="HB413",
    name="untranslated-paragraph",
    finds=Text(
        "英文文件里没有译的段落：大半是汉字，或与中文一字不差。",
        "A paragraph of a translation that is mostly Chinese, or the same as in the Chinese file.",
    ),
    why=Text("读英文的人看不懂这一段。", "Readers of the English page cannot read it."),
    wrong="""（roll-rate.en.md）每月按同一天的余额计算。""",
    right="""（roll-rate.en.md）Take the balances of the same day of each month.""",
)

LEAST_HAN = 8
"""Fewer may be a name or a term that is quoted."""


def check(library: Library, today: date) -> Iterator[Finding]:
    for entity in library.entities.values():
        translation = entity.documents.get(TRANSLATION)
        if translation and translation.has_body and roughly_han(translation) >= LEAST_HAN:
            yield from _findings(translation, entity.documents.get(SOURCE))


def _findings(translation: Document, source: Document | None) -> Iterator[Finding]:
    if in_other_language(translation):
        return  # the page as a whole: HB412
    chinese = {each.text for each in paragraphs(source.source.data, source.body)} if source else set()
    for paragraph in paragraphs(translation.source.data, translation.body):
        same = han(paragraph.text) >= LEAST_HAN and paragraph.text in chinese
        if same or mostly_han(paragraph.text, LEAST_HAN):
            start = first_han(paragraph.text)
            shown = paragraph.text[start : start + LEAST_HAN]
            yield RULE.at(
                translation.span(paragraph.piece(start, len(paragraph.text))),
                Text(f"没有译的段落：“{shown}……”", f"untranslated paragraph: '{shown}…'"),
                Text(
                    "译成英文；中文的名称放在引号或括号里", "translate it; put Chinese names between quotes or brackets"
                ),
            )
