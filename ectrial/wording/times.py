"""Spans of time in words, and how far an event lies from its anchor."""

from ectrial.event_days import EventDay
from ectrial.facts import Absence, AnchorName, Facts
from ectrial.rules.same_day import SameDay
from ectrial.rules.spans import Length, Multiple, Written
from ectrial.rules.times import Days, Within, days_of
from ectrial.truth import FALSE, Truth
from ectrial.vocabulary import Item
from ectrial.wording.event_days import event_day_words, whole_day_words
from ectrial.wording.numbers import number_words
from ectrial.wording.speech import Say


def span_words(say: Say, number: int, unit: str) -> str:
    """Give a span as it was written: "42 days", "12 weeks", "1 month"."""
    match unit, number == 1:
        case "days", True:
            return say("1 day")
        case "days", _:
            return say("{n} days", n=number)
        case "weeks", True:
            return say("1 week")
        case "weeks", _:
            return say("{n} weeks", n=number)
        case "months", True:
            return say("1 month")
        case "months", _:
            return say("{n} months", n=number)
        case _, True:
            return say("1 year")
    return say("{n} years", n=number)


def length_words(say: Say, length: Length) -> str:
    """Give a length of time; of several spans the longest counts."""
    told = [_one(say, each) for each in length.spans]
    if len(told) == 1:
        return told[0]
    return say("the longest of {spans}", spans=say.listed(told))


def _one(say: Say, span: Written | Multiple) -> str:
    if isinstance(span, Written):
        return span_words(say, span.number, span.unit)
    return f"{number_words(span.times)}×{say.text(span.item.name)}"


def anchor_words(say: Say, anchor: AnchorName | Item) -> str:
    """Name an anchor within a sentence."""
    match anchor:
        case "today":
            return say("today")
        case "screening":
            return say("the start of screening")
        case "enrolment":
            return say("enrolment")
    return say.text(anchor.name)


def within_words(say: Say, rule: Within, meets: Truth, facts: Facts) -> str:
    """Give the day of the event, how far it lies from its anchor, and what is asked of that."""
    value = facts.items.get(rule.item.id)
    name = say.text(rule.item.name)
    if value is Absence.NOT_APPLICABLE:
        return say("{name}: {answer}", name=name, answer=say("there was none"))
    if not isinstance(value, EventDay):
        return say("{name}: {answer}", name=name, answer=_no_day(say, value))
    shown = say("{name}: {answer}", name=name, answer=event_day_words(say, value))
    known = rule.both(facts)
    if known is None:
        why, span = _why_not(say, rule, facts), needed_span(say, rule)
    else:
        why, span = _apart(say, rule, *known), _span(say, rule)
        span = _on_its_side(say, rule, span) if _is_turned(*known) else span
    if meets is FALSE:
        return say("{line}, {why} (excludes {span})", line=shown, why=why, span=span)
    if known is not None and not _is_turned(*known) and _is_any_time(rule):
        return say("{line}, {why}", line=shown, why=why)
    return say("{line}, {why} (needs {span})", line=shown, why=why, span=span)


def needed_span(say: Say, rule: Within) -> str:
    """Give how far an event is to lie from its anchor: "≥ 6 months before today"."""
    return _on_its_side(say, rule, _span(say, rule))


def same_day_words(say: Say, rule: SameDay, facts: Facts) -> str:
    """Give the day of each answer, and that all are to be of one."""
    told = [
        say(
            "{name}: {answer}",
            name=say.text(item.name),
            answer=say("no day") if day is None else whole_day_words(say, day),
        )
        for item, day in zip(rule.together, rule.days(facts), strict=True)
    ]
    return say("{answers} (needs one day for all)", answers=" · ".join(told))


def _no_day(say: Say, value: object) -> str:
    return say("not asked") if value is None else say("not sure")


def _why_not(say: Say, rule: Within, facts: Facts) -> str:
    if days_of(rule.item, facts) is None:
        return say("lies ahead: check the date")
    return say("no day yet: {anchor}", anchor=anchor_words(say, rule.anchor))


def _is_turned(early: Days, late: Days) -> bool:
    """Whether what should come first surely came later."""
    return late.last < early.first


def _is_any_time(rule: Within) -> bool:
    """Whether any day on its side of the anchor will do: then no span is worth a word."""
    spans = rule.at_least.spans if rule.at_least else ()
    return rule.at_most is None and all(isinstance(e, Written) and not e.number for e in spans)


def _apart(say: Say, rule: Within, early: Days, late: Days) -> str:
    """Say how many days the event lies from its anchor, from the least to the most, and where."""
    is_turned = _is_turned(early, late)
    ends = sorted(abs(days.days) for days in (late.first - early.last, late.last - early.first))
    if not is_turned and late.first < early.last:
        ends = [0, (late.last - early.first).days]
    if ends == [0, 0] and rule.anchor == "today":
        return say("today")
    return _beside(say, rule, _days(say, *ends), is_before=(rule.before is None) is is_turned)


def _days(say: Say, least: int, most: int) -> str:
    if least == most:
        return span_words(say, most, "days")
    return say("{least} to {most} days", least=least, most=most)


def _on_its_side(say: Say, rule: Within, span: str) -> str:
    return _beside(say, rule, span, is_before=rule.before is not None)


def _beside(say: Say, rule: Within, span: str, *, is_before: bool) -> str:
    """Say on which side of its anchor a span lies; of today in words of its own."""
    if rule.anchor == "today":
        told = say("{span} before today", span=span) if is_before else None
        return told or say("{span} after today", span=span)
    anchor = anchor_words(say, rule.anchor)
    if is_before:
        return say("{span} before {anchor}", span=span, anchor=anchor)
    return say("{span} after {anchor}", span=span, anchor=anchor)


def _span(say: Say, rule: Within) -> str:
    ends = []
    if rule.at_least is not None:
        ends.append(f"≥ {length_words(say, rule.at_least)}")
    if rule.at_most is not None:
        ends.append(f"≤ {length_words(say, rule.at_most)}")
    return say.listed(ends)
