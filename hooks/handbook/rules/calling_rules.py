from collections.abc import Iterator
from datetime import date
from zoneinfo import available_timezones

from handbook.diagnostics import Finding, Rule, Span
from handbook.library import Library
from handbook.model.calling import LimitKind
from handbook.model.regulation import Unit
from handbook.references import parse
from handbook.suggest import did_you_mean
from handbook.text import Text

RULE = Rule(
    code="HB626",
    name="calling-rules",
    finds=Text(
        "calling.yml里的事实值不存在、单位不合，或者时区名不存在。",
        "A fact in calling.yml that does not exist or has the wrong unit, or an unknown time zone.",
    ),
    why=Text(
        "“现在能打吗”照这些值回答；错一个，坐席就会在不该打的时候打。",
        "“May I call now?” answers by these values; one that is wrong has somebody called when nobody may be.",
    ),
    wrong="""fact: fact:cn-gbt-45251-2025/quiet-hour""",
    right="""fact: fact:cn-gbt-45251-2025/quiet-hours""",
)

_UNITS = {
    LimitKind.QUIET_HOURS: (Unit.TIME_WINDOW,),
    LimitKind.PERMITTED_HOURS: (Unit.TIME_WINDOW,),
    LimitKind.CALLS_A_DAY: (Unit.CALL,),
    LimitKind.ATTEMPTS_A_DAY: (Unit.ATTEMPT,),
    LimitKind.CALLS_IN_DAYS: (Unit.CALL,),
    LimitKind.DAYS_AFTER_CONVERSATION: (Unit.DAY,),
}


def check(library: Library, today: date) -> Iterator[Finding]:
    zones = available_timezones() if library.calling.entries.regimes else set()
    for number, regime in enumerate(library.calling.entries.regimes):
        path = ("regimes", number)
        for place, zone in enumerate(regime.time_zones):
            if zone not in zones:
                span = library.calling.front.span((*path, "time_zones", place))
                yield RULE.at(span, Text(f"没有时区“{zone}”", f"unknown time zone '{zone}'"), did_you_mean(zone, zones))
        for place, limit in enumerate(regime.limits):
            at = (*path, "limits", place)
            yield from _fact(library, limit.fact, _UNITS[limit.kind], library.calling.front.span((*at, "fact")))
            if limit.days:
                yield from _fact(library, limit.days, (Unit.DAY,), library.calling.front.span((*at, "days")))
            elif limit.kind is LimitKind.CALLS_IN_DAYS:
                yield RULE.at(
                    library.calling.front.span(at),
                    Text("calls-in-days没有写days", "calls-in-days without days"),
                    Text("写天数的事实值：days: fact:…/…", "name the fact with the number of days: 'days: fact:…/…'"),
                )


def _fact(library: Library, reference: str, units: tuple[Unit, ...], span: Span) -> Iterator[Finding]:
    target = parse(reference)
    fact = library.fact(target) if target else None
    if fact is None:
        known = [
            f"fact:{entity.id}/{name}"
            for entity in library.entities.values()
            for name in getattr(entity.structure, "facts", ())
        ]
        yield RULE.at(
            span, Text(f"没有事实值“{reference}”", f"unknown fact '{reference}'"), did_you_mean(reference, known)
        )
    elif fact.unit not in units:
        wanted = ", ".join(units)
        yield RULE.at(
            span,
            Text(f"“{reference}”的单位是{fact.unit}", f"'{reference}' has the unit {fact.unit}"),
            Text(f"应为：{wanted}", f"expected: {wanted}"),
        )
