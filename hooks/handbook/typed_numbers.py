"""Numbers that text types beside the provision that sets them, though the regulation's page holds them as facts.

A number counts only with the fact's unit behind it, in a sentence that refers to the provision or to one of its facts.
House norms, fiction, quotations, and numbers that the summary of the provision itself names are left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from handbook import characters
from handbook.diagnostics import Span
from handbook.model import Kind, Regulation
from handbook.model.regulation import Unit
from handbook.references import FACT, Target
from handbook.sections import sections
from handbook.text import Language

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from handbook.library import Document, Library
    from handbook.model.regulation import Fact
    from handbook.references import Reference

_PROSE_FIELDS = ("must_say", "objectives", "materials")
_SMALL = 2
"""“一次” and “two people” are said of many things; so small a number counts only in a phrase that sets a limit."""
_FIRST_YEAR = 1900

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty-eight": 48, "sixty": 60, "ninety": 90,
}  # fmt: skip
_HAN = dict(zip("一二三四五六七八九", range(1, 10), strict=True)) | {"两": 2}
_UNITS = {
    Language.ZH: {
        Unit.CALL: "次|通",
        Unit.ATTEMPT: "次|通",
        Unit.REVIEW: "次",
        Unit.CONTACT: "次",
        Unit.MINUTE: "分钟",
        Unit.HOUR: "个?小时",
        Unit.DAY: "个?(?:自然)?[日天]",
        Unit.WEEK: "个?(?:周|星期)",
        Unit.MONTH: "个月",
        Unit.YEAR: "年",
        Unit.YUAN: "元",
        Unit.US_DOLLAR: "美元",
        Unit.HK_DOLLAR: "港元",
        Unit.PERCENT: "[%％]",
        Unit.TIMES_LPR: "倍",
        Unit.PERSON: "[人名]",
        Unit.INSTALMENT: "期",
        Unit.ITEM: "条",
        Unit.LOAN: "笔",
        Unit.TIMES: "次",
    },
    Language.EN: {
        Unit.CALL: r"(?:(?:effective|collection|phone)\s)?calls?\b",
        Unit.ATTEMPT: r"(?:(?:unanswered|failed|consecutive)\s)*(?:attempts?|calls?)\b",
        Unit.REVIEW: r"reviews?\b",
        Unit.CONTACT: r"contacts?\b",
        Unit.MINUTE: r"minutes?\b",
        Unit.HOUR: r"hours?\b",
        Unit.DAY: r"(?:calendar\s)?days?\b",
        Unit.WEEK: r"weeks?\b",
        Unit.MONTH: r"months?\b",
        Unit.YEAR: r"years?\b",
        Unit.YUAN: r"yuan\b",
        Unit.US_DOLLAR: r"(?:US\s)?dollars?\b",
        Unit.HK_DOLLAR: r"(?:HK|Hong Kong)\sdollars?\b",
        Unit.PERCENT: r"%|per\s?cent\b",
        Unit.TIMES_LPR: r"times\b",
        Unit.PERSON: r"(?:people|persons?|staff|collectors?)\b",
        Unit.INSTALMENT: r"instalments?\b",
        Unit.ITEM: r"items?\b",
        Unit.LOAN: r"loans?\b",
        Unit.TIMES: r"times\b",
    },
}
_ANY_NUMBER = re.compile(rf"[\d一二两三四五六七八九十]|\b(?:{'|'.join(_WORDS)})\b", re.IGNORECASE)
_DIGITS = r"\d[\d,]*(?:\.\d+)?"
_NUMBER = {
    Language.ZH: (
        r"(?<![\dA-Za-z.,:/第月\-–])"
        rf"(?P<number>{_DIGITS}|(?<![一二两三四五六七八九十])[一二两三四五六七八九十]+)[*_ ]*"
    ),
    Language.EN: rf"(?<![\w.,:/\-–])(?P<number>{_DIGITS}|{'|'.join(_WORDS)})[*_]*[\s-]?",
}
_CLOCK = r"(?<![\d:])(?P<{}>\d{{1,2}}:\d\d)(?![\d:])"
_WINDOW = re.compile(
    rf"{_CLOCK.format('start')}\s*(?:[-–—~～至到]|to|until|and)\s*(?:次日|翌日)?\s*{_CLOCK.format('end')}"
)

_LIMIT_BEFORE = re.compile(
    r"(?:每个?(?:自然)?[日天月年周]|一[日天年]|(?:最|至)[多少长短高低迟晚]|连续"
    r"|不(?:应当?|得|宜|能|可以?|许|会)?(?:超过|多于|少于|低于|晚于|迟于)"
    r"|上限(?:为|是)?|限(?:为|于)?|保[存留]|留存|(?:期间|期限|时效)?[为是]|再?延(?:长|期)?[至到]?|[可长]达|可到"
    r"|\b(?:at (?:most|least)|up to|no (?:more|fewer|less|longer|later) than|not (?:more than|exceed(?:ing)?)"
    r"|exceed|within|maximum(?: of)?|minimum(?: of)?|limit(?:ed)?(?: to| of)?|cap(?:ped)?(?: at| of)?|is|are"
    r"|period of|(?:kept|retained) for|extended (?:to|by)|a further|another|after))[*_\s]*$",
    re.IGNORECASE,
)
_LIMIT_BEHIND = re.compile(
    r"[*_]*(?:以?内|之内|以上|封顶|为限|\s(?:a|per|each|every)\s(?:calendar\s)?(?:day|week|month|year)|\s?/\s?day|\sdaily"
    r"|\sin a row)",
    re.IGNORECASE,
)
_UP_TO_REFERENCE = re.compile(r"[\s*_,，:：(（]*(?:以?内|之内|以上|a day|per day|a year)?[\s*_,，:：(（]*")
_OTHER_BEFORE = re.compile(
    r"(?:逾期|欠|晚|近|过去|又过|已打|打了|each |past |last |previous )[^，,、]{0,4}$"
    r"|(?:不是|并非|而非|\bnot|rather than|instead of)[*_\s“\"]*$",
    re.IGNORECASE,
)
_OTHER_BEHIND = re.compile(
    r"(?:以?前|以?后|来|多|级|岁|\s(?:ago|later|earlier|before|after|old|past due|overdue|late)\b)", re.IGNORECASE
)
_OWN_NORM = re.compile(
    "机构规范|机构自定|机构(?:的)?服务标准|本机构|我们机构|内部|从严|更严|虚构|假设|假定|例如|比如|算例"
    r"|house norm|\bour (?:own|rule|limit|practice)|\bin-house\b|stricter|fictional|suppose|for example",
    re.IGNORECASE,
)
_HEARSAY = re.compile(
    "违反|违规|已超|超过了|误以为|误传|误读|传言|说法|所谓|有人|以为|曾经|原先|原来|昨天"
    r"|breach|violat|wrong|\bclaim|myth|\bsaid\b|(?:customer|debtor|he|she) says|used to|formerly|yesterday",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』")
_TARGET = re.compile(r"(?<=\])\([^)\s]*\)")
_SENTENCE = re.compile(r"(?:[^。；！？;!?.]|\.(?!\s|$))+")
_HEARSAY_BLOCKS = ("trap", "never", "hear", "drill")
_OPTION = re.compile(r"\s*[-*+]\s+\[[ xX]\]")
_FICTION_BLOCKS = ("example",)


@cache
def _pattern(language: Language, unit: Unit) -> re.Pattern[str]:
    """A number and its unit as they are typed."""
    return re.compile(rf"{_NUMBER[language]}(?P<unit>{_UNITS[language][unit]})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """`text` as typed, where the page should have `fact`; `agrees` when it is the fact's value."""

    span: Span
    text: str
    fact: Target
    value: str
    agrees: bool


@dataclass(frozen=True, slots=True)
class _Sentence:
    """`start` is the index of its first character in its line; `facts` are those of the provisions it refers to.

    `references` are those references, by the index in `text` at which they begin.
    """

    document: Document
    number: int
    start: int
    text: str
    line: str
    facts: Mapping[Target, Fact]
    references: Mapping[int, Target]

    @property
    def cited(self) -> frozenset[Target]:
        return frozenset(self.references.values())

    def span(self, start: int, end: int) -> Span:
        column = self.start + start + 1
        return Span(self.document.path, self.number, column, self.number, column + end - start)

    def in_block(self, names: Sequence[str], index: int) -> bool:
        offset = self.document.source.offset(self.number, self.start + index + 1)
        return any(block.name in names and block.start <= offset < block.end for block in self.document.body.blocks)

    def in_quotes(self, index: int) -> bool:
        at = self.start + index
        return any(match.start() <= at < match.end() for match in _QUOTED.finditer(self.line))


@lru_cache(maxsize=1)
def typed_numbers(library: Library) -> tuple[TypedNumber, ...]:
    """All of them, those that agree with the fact and those that do not. Kept, since two rules ask."""
    provisions = _Provisions(library)
    return tuple(
        number
        for document in library.documents
        for sentence in _sentences(document, provisions)
        for number in (*_windows(sentence), *_counts(sentence, provisions))
        if not _OWN_NORM.search(sentence.text)
    )


@dataclass(slots=True)
class _Provisions:
    """What the pages of regulations say about each provision."""

    library: Library
    _facts: dict[Target, Mapping[Target, Fact]] = field(default_factory=dict)
    _named: dict[tuple[str, str, Language], frozenset[tuple[Unit, float]]] = field(default_factory=dict)

    def anchor(self, target: Target) -> str | None:
        """The provision that a reference leads to."""
        return self.library.anchor_of(target) if target.kind is Kind.REGULATION else None

    def facts(self, target: Target) -> Mapping[Target, Fact]:
        """What the provision that a reference leads to sets."""
        if target not in self._facts:
            self._facts[target] = self._facts_of(target) if target.scheme in (FACT, Kind.REGULATION) else {}
        return self._facts[target]

    def _facts_of(self, target: Target) -> Mapping[Target, Fact]:
        entity, anchor = self.library.find(target), self.anchor(target)
        if entity is None or anchor is None or not isinstance(entity.structure, Regulation):
            return {}
        facts = entity.structure.facts.items()
        return {Target(FACT, entity.id, fact=name): fact for name, fact in facts if fact.provision == anchor}

    def names(self, target: Target, unit: Unit, value: float, language: Language) -> bool:
        """Whether the provision of a fact speaks of such a number as well."""
        anchor = self.anchor(target) or ""
        key = (target.id, anchor, language)
        if key not in self._named:
            self._named[key] = frozenset(self._numbers(target, anchor, language))
        return (unit, value) in self._named[key]

    def _numbers(self, target: Target, anchor: str, language: Language) -> Iterator[tuple[Unit, float]]:
        entity = self.library.find(target)
        document = entity.documents.get(language) if entity else None
        for section in sections(document.body) if document else ():
            if document and section.heading.id == anchor:
                text = document.source.data[section.start : section.end].decode("utf-8")
                for unit in _UNITS[language]:
                    matches = _pattern(language, unit).finditer(text)
                    yield from ((unit, _value(match["number"])) for match in matches)


def _sentences(document: Document, provisions: _Provisions) -> Iterator[_Sentence]:
    """The sentences that refer to a provision with facts."""
    by_line: dict[int, list[tuple[Reference, Mapping[Target, Fact]]]] = defaultdict(list)
    for reference in document.references:
        if reference.field in (None, *_PROSE_FIELDS) and (facts := provisions.facts(reference.target)):
            by_line[reference.span.line].append((reference, facts))
    if not by_line:
        return
    lines = characters.without_code(document).split("\n")
    for number, found in sorted(by_line.items()):
        line = _TARGET.sub(lambda match: " " * len(match[0]), lines[number - 1])
        if not _ANY_NUMBER.search(line):
            continue
        for match in _SENTENCE.finditer(line):
            inside = [each for each in found if match.start() <= each[0].span.column - 1 < match.end()]
            if inside:
                facts = {target: fact for _, facts in inside for target, fact in facts.items()}
                places = {each.span.column - 1 - match.start(): each.target for each, _ in inside}
                yield _Sentence(document, number, match.start(), match[0], line, facts, places)


def _windows(sentence: _Sentence) -> Iterator[TypedNumber]:
    """Times of day typed as the fact has them; other times may be a stricter rule of the house."""
    windows = {str(fact.value): target for target, fact in sentence.facts.items() if fact.unit is Unit.TIME_WINDOW}
    for match in _WINDOW.finditer(sentence.text) if windows else ():
        typed = f"{match['start']:0>5}-{match['end']:0>5}"
        if typed in windows:
            yield TypedNumber(sentence.span(*match.span()), match[0], windows[typed], typed, agrees=True)


def _counts(sentence: _Sentence, provisions: _Provisions) -> Iterator[TypedNumber]:
    language = sentence.document.language
    matches: dict[int, re.Match[str]] = {}
    facts: dict[int, list[Target]] = defaultdict(list)
    for target, fact in sentence.facts.items():
        for match in _pattern(language, fact.unit).finditer(sentence.text) if fact.unit in _UNITS[language] else ():
            matches.setdefault(match.start(), match)
            facts[match.start()].append(target)
    for start, match in matches.items():
        if not _is_something_else(sentence.text, match) and not sentence.in_block(_FICTION_BLOCKS, start):
            yield from _judged(sentence, match, facts[start], provisions)


def _judged(
    sentence: _Sentence, match: re.Match[str], candidates: Sequence[Target], provisions: _Provisions
) -> Iterator[TypedNumber]:
    value, language = _value(match["number"]), sentence.document.language
    facts = {target: sentence.facts[target] for target in candidates}
    same = [target for target, fact in facts.items() if fact.value == value]
    limits = _sets_a_limit(sentence, match)
    span = sentence.span(*match.span())
    if same:
        if limits or value > _SMALL:
            yield TypedNumber(span, match[0], same[0], str(facts[same[0]].value), agrees=True)
        return
    left = [target for target in facts if target not in sentence.cited]
    if not left or not limits or _HEARSAY.search(sentence.text) or sentence.in_quotes(match.start()):
        return
    if sentence.in_block(_HEARSAY_BLOCKS, match.start()) or _OPTION.match(sentence.line):
        return
    if not any(provisions.names(target, facts[target].unit, value, language) for target in facts):
        yield TypedNumber(span, match[0], left[0], str(facts[left[0]].value), agrees=False)


def _sets_a_limit(sentence: _Sentence, match: re.Match[str]) -> bool:
    """Whether the words around say so, or a reference follows at once."""
    text = sentence.text
    if _LIMIT_BEFORE.search(text[: match.start()]) or _LIMIT_BEHIND.match(text, match.end()):
        return True
    behind = _UP_TO_REFERENCE.match(text, match.end())
    return behind is not None and behind.end() in sentence.references


def _is_something_else(text: str, match: re.Match[str]) -> bool:
    """Days past due, a time ago, a year of the calendar."""
    if match["unit"] == "年" and _value(match["number"]) >= _FIRST_YEAR:
        return True
    return bool(_OTHER_BEFORE.search(text[: match.start()]) or _OTHER_BEHIND.match(text, match.end()))


def _value(number: str) -> float:
    """`3`, `1,000`, `三`, `十五`, `twenty`."""
    if number[0].isdigit():
        return float(number.replace(",", "").rstrip("."))
    if number.lower() in _WORDS:
        return _WORDS[number.lower()]
    tens, ten, ones = number.partition("十")
    if not ten:
        return _HAN.get(number, 0)
    return (_HAN.get(tens, 1) if tens else 1) * 10 + (_HAN.get(ones, 0) if ones else 0)
