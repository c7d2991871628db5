import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from handbook.diagnostics import Finding, Rule
from handbook.library import Entity, Library
from handbook.model import Regulation
from handbook.phrases import citation
from handbook.references import Reference
from handbook.text import Language, Text

RULE = Rule(
    code="HB249",
    name="label-names-other-article",
    finds=Text("链接文字写的条号与目标条款不同。", "A link text that names another article than the link leads to."),
    why=Text(
        "读者会把错的条号写进信函或记录。",
        "The reader copies the wrong article into a letter or a record.",
    ),
    wrong="""[第14条](reg:cn-pipl#art-13)""",
    right="""[第13条](reg:cn-pipl#art-13)""",
)

_DIGITS = "零一二三四五六七八九"
_TENS = {"十": 10, "百": 100, "千": 1000}
_HAN = f"[〇{_DIGITS}{''.join(_TENS)}]+"
_TO = r"\s*(?:[–—―~-]|至|到|to)\s*"
_ZH = re.compile(rf"第\s*(\d+|{_HAN})\s*条?(?:{_TO}第?\s*(\d+|{_HAN}))?\s*条")
_EN = re.compile(rf"(?:\bart(?:icle)?s?\b\.?|\bsections?\b|§+)\s*(\d+)(?:{_TO}(\d+))?", re.IGNORECASE)
_OF_PROVISION = re.compile(rf"(\d+)(?:{_TO}(\d+))?")

Range = tuple[int, int]


def check(library: Library, today: date) -> Iterator[Finding]:
    for _, reference in library.all_references():
        named = _first_named(reference.label) if reference.label else None
        entity = library.find(reference.target) if named else None
        if named is None or entity is None:
            continue
        anchor = library.anchor_of(reference.target) or ""
        leads_to = _articles_at(entity, anchor)
        if leads_to and not (leads_to[0] <= named[0] and named[1] <= leads_to[1]):
            yield _finding(reference, named, entity, anchor)


def _first_named(label: str) -> Range | None:
    """The first article, or articles, that a link text names."""
    text = unicodedata.normalize("NFKC", label)
    match = _ZH.search(text) or _EN.search(text)
    return _range(match) if match else None


def _articles_at(entity: Entity, anchor: str) -> Range | None:
    """The articles of a provision, where their numbers are known and plain."""
    regulation = entity.structure
    provision = regulation.provisions.get(anchor) if isinstance(regulation, Regulation) else None
    match = _OF_PROVISION.fullmatch(provision.article) if provision and provision.article else None
    return _range(match) if match else None


def _range(match: re.Match[str]) -> Range:
    first = _value(match[1])
    return first, _value(match[2]) if match[2] else first


def _value(number: str) -> int:
    """The value of a number in digits or in Chinese: `一百八十八` is 188."""
    if number.isdigit():
        return int(number)
    value, digit = 0, 0
    for character in number:
        if character in _TENS:
            value += (digit or 1) * _TENS[character]
            digit = 0
        else:
            digit = max(_DIGITS.find(character), 0)
    return value + digit


def _finding(reference: Reference, named: Range, entity: Entity, anchor: str) -> Finding:
    there = {each: citation(entity, anchor, each) for each in Language}
    zh = f"第{named[0]}条" if named[0] == named[1] else f"第{named[0]}–{named[1]}条"
    en = f"Article {named[0]}" if named[0] == named[1] else f"Articles {named[0]}–{named[1]}"
    return RULE.at(
        reference.span,
        Text(
            f"链接文字写{zh}，链接到的是{there[Language.ZH]}",
            f"the text names {en}, the link leads to {there[Language.EN]}",
        ),
        Text(
            "改文字或改目标；文字留空则自动写出条号", "change one of them; a link without text prints the right article"
        ),
    )
