"""How dates, numbers with units and citations are written in each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.model import Regulation
from handbook.model.regulation import Unit
from handbook.text import Language

if TYPE_CHECKING:
    from datetime import date

    from handbook.library import Entity, Library
    from handbook.model.regulation import Fact, RegulationProse
    from handbook.references import Target

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_UNITS_ZH = {
    Unit.CALL: "次",
    Unit.ATTEMPT: "次",
    Unit.REVIEW: "次",
    Unit.CONTACT: "次",
    Unit.MINUTE: "分钟",
    Unit.HOUR: "小时",
    Unit.DAY: "日",
    Unit.WEEK: "周",
    Unit.MONTH: "个月",
    Unit.YEAR: "年",
    Unit.YUAN: "元",
    Unit.US_DOLLAR: "美元",
    Unit.HK_DOLLAR: "港元",
    Unit.PERCENT: "%",
    Unit.TIMES_LPR: "倍LPR",
    Unit.PERSON: "人",
    Unit.INSTALMENT: "期",
    Unit.ITEM: "条",
    Unit.LOAN: "笔",
    Unit.TIMES: "次",
}
_UNITS_EN = {
    Unit.CALL: ("call", "calls"),
    Unit.ATTEMPT: ("attempt", "attempts"),
    Unit.REVIEW: ("review", "reviews"),
    Unit.CONTACT: ("contact", "contacts"),
    Unit.MINUTE: ("minute", "minutes"),
    Unit.HOUR: ("hour", "hours"),
    Unit.DAY: ("day", "days"),
    Unit.WEEK: ("week", "weeks"),
    Unit.MONTH: ("month", "months"),
    Unit.YEAR: ("year", "years"),
    Unit.YUAN: ("yuan", "yuan"),
    Unit.US_DOLLAR: ("US dollar", "US dollars"),
    Unit.HK_DOLLAR: ("HK dollar", "HK dollars"),
    Unit.TIMES_LPR: ("times LPR", "times LPR"),
    Unit.PERSON: ("person", "people"),
    Unit.INSTALMENT: ("instalment", "instalments"),
    Unit.ITEM: ("item", "items"),
    Unit.LOAN: ("loan", "loans"),
    Unit.TIMES: ("time", "times"),
}


ADDED = "之"
"""`253之一` is an article that an amendment put behind Article 253."""
_HAN_DIGITS = "〇一二三四五六七八九"


def written_date(day: date, language: Language) -> str:
    """`2021年11月1日`, `1 November 2021`."""
    if language is Language.ZH:
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def written_fact(fact: Fact, language: Language) -> str:
    """`3次`, `3 calls`; a window that ends the next day says so in Chinese."""
    if fact.unit is Unit.TIME_WINDOW:
        start, _, end = str(fact.value).partition("-")
        if language is Language.EN:
            return f"{start}–{end}"
        return f"{start}至{'次日' if end < start else ''}{end}"
    value = f"{fact.value:,}" if isinstance(fact.value, (int, float)) else fact.value
    if fact.unit is Unit.PERCENT:
        return f"{value}%"
    if language is Language.ZH:
        return f"{value}{_UNITS_ZH[fact.unit]}"
    one, many = _UNITS_EN[fact.unit]
    return f"{value} {one if fact.value == 1 else many}"


def article(regulation: Regulation, anchor: str, language: Language) -> str:
    """How a provision is called within its instrument: `第13条`, `Article 13`, `§ 1006.6(b)`, or its matter."""
    provision = regulation.provisions[anchor]
    if provision.section:
        return provision.section
    if provision.article:
        number, _, addition = provision.article.partition(ADDED)
        if language is Language.ZH:
            return f"第{number}条{ADDED}{addition}" if addition else f"第{number}条"
        return f"Article {number}-{_HAN_DIGITS.index(addition)}" if addition else f"Article {number}"
    if language is Language.ZH:
        return f"“{provision.clause or anchor}”条款"
    return f"clause on {(provision.clause_en or provision.clause or anchor).lower()}"


def citation(entity: Entity, anchor: str | None, language: Language) -> str:
    """`《个人信息保护法》第13条`, `PIPL, Article 13`."""
    regulation = entity.structure
    if not isinstance(regulation, Regulation):
        return entity.title(language)
    prose: RegulationProse = entity.document(language).prose or regulation  # type: ignore[assignment]
    name = f"《{prose.short_title}》" if language is Language.ZH else prose.short_title
    if anchor not in regulation.provisions:
        return name
    return (
        f"{name}{article(regulation, anchor, language)}"
        if language is Language.ZH
        else f"{name}, {article(regulation, anchor, language)}"
    )


def title_of(library: Library, target: Target, language: Language) -> str | None:
    """What an empty reference prints, or None where its target does not exist."""
    entity = library.find(target)
    if entity is None:
        return None
    if target.fact is not None:
        fact = library.fact(target)
        return written_fact(fact, language) if fact else None
    if isinstance(entity.structure, Regulation):
        return citation(entity, target.anchor, language)
    if target.anchor is not None:
        document = entity.document(language)
        heading = next((each.text for each in document.body.headings if each.id == target.anchor), None)
        return (
            f"{entity.title(language)}：{heading}"
            if heading and language is Language.ZH
            else (f"{entity.title(language)}: {heading}" if heading else None)
        )
    return entity.title(language)
