"""What answers make of rules: each answer at a limit and just beside it is tried, once.

Rules about one item, one list or one event are tried together, so that `age ≥ 18` and `age ≤ 12`
never hold both; any others are taken to be true or false as they like.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from ectrial.event_days import EventDay
from ectrial.facts import ANCHORS, Absence, Facts, Value
from ectrial.quantity import Quantity
from ectrial.rules.answers import Is, Maps
from ectrial.rules.comparisons import Above, AtLeast, AtMost, Below
from ectrial.rules.formula import Computed
from ectrial.rules.formulas import BASES
from ectrial.rules.language import Rule
from ectrial.rules.of_things import Count
from ectrial.rules.ranges import Between
from ectrial.rules.spans import Written
from ectrial.rules.times import Within
from ectrial.things import MOST as MOST_THINGS
from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth
from ectrial.vocabulary import Item

_BESIDE = Decimal("1e-9")
_UNLIMITED = 1000
_ENDS_OF_MONTHS = 4
_FAR = 36000
_SLOW, _MOST_OF_SLOW = "ckd_epi_2021", 1000
"""Its exact powers take seconds; a creatinine of 0.01 mg/dL gives 500 at most."""
_LASTING = (Absence.NOT_DONE, Absence.NOT_APPLICABLE)
_DAYS = (date(2004, 3, 1), date(2005, 8, 31))
"""Days from which months are short and long."""


class Vectors(NamedTuple):
    """Some rules, by their numbers, and every combination of truths that they can have."""

    leaves: tuple[int, ...]
    truths: frozenset[tuple[Truth, ...]]


def tried(leaves: Sequence[Rule], *, with_unknown: bool) -> Iterator[Vectors]:
    """Give the truths that rules can have; those of one item, list or event go together.

    `with_unknown`: a rule that is not tried may also be unknown.
    """
    groups: dict[object, list[int]] = {}
    for number, rule in enumerate(leaves):
        groups.setdefault(_about(rule) or number, []).append(number)
    for about, numbers in groups.items():
        rules = [leaves[number] for number in numbers]
        found = None if isinstance(about, int) else frozenset(_vectors(rules))
        found = found or _computed(rules) or _free(with_unknown=with_unknown)
        yield Vectors(tuple(numbers), found)


def _free(*, with_unknown: bool) -> frozenset[tuple[Truth, ...]]:
    truths = (TRUE, FALSE, UNKNOWN) if with_unknown else (TRUE, FALSE)
    return frozenset((truth,) for truth in truths)


def _about(rule: Rule) -> object:
    """Say what a rule is about; None if its answers are not tried."""
    match rule:
        case Is() | Maps() if rule.item.kind in ("boolean", "choice", "method"):
            return rule.item.id
        case AtLeast() | AtMost() | Above() | Below() if rule.other is None:
            return rule.item.id
        case Between():
            return rule.item.id
        case Within() if _is_tried(rule):
            anchor = rule.anchor.id if isinstance(rule.anchor, Item) else rule.anchor
            return (rule.item.id, anchor, rule.before is None)
        case Count() if type(rule) is Count and rule.where is None:
            return ("count", rule.things.id)
    return None


def _is_tried(rule: Within) -> bool:
    """Whether all spans are known. At least 0 days only say that the day is known, and past."""
    spans = list(_spans(rule))
    is_past = rule.at_most is None and all(not any(each.span) for each in spans)
    return bool(spans) and not is_past


def _vectors(rules: Sequence[Rule]) -> Iterator[tuple[Truth, ...]]:
    """Give the truths of rules about the same, for each answer that is tried."""
    first = rules[0]
    if isinstance(first, Count):
        yield from _of_numbers([rule for rule in rules if isinstance(rule, Count)])
        return
    if isinstance(first, Within):
        answers: Iterable[Facts] = _facts_of_days([r for r in rules if isinstance(r, Within)])
    else:
        item: Item = first.item  # type: ignore[attr-defined] # as _about found
        answers = (Facts({item.id: value}) for value in _values(item, rules))
    for facts in answers:
        truths = tuple(rule.holds(facts, UNKNOWN) for rule in rules)
        lasting = any(isinstance(each, Absence) for each in facts.items.values())
        # what was not done leaves open whatever asks for the result
        if truths.count(UNKNOWN) < len(truths) or not (lasting or isinstance(first, Within)):
            yield truths


def _values(item: Item, rules: Iterable[Rule]) -> Iterator[Value]:
    yield from (each for each in item.absences if each in _LASTING)
    if item.kind != "quantity":
        yield from item.options or ("yes", "no")
    for limit, unit in _limits(rules):
        near = limit // 1 if item.whole else limit
        step = Decimal(1) if item.whole else _BESIDE
        numbers = {near - step, near, near + step, near + 2 * step, near * _UNLIMITED + step}
        ends = {(n, code) for code in (unit, item.units[unit].base) for n in _hard(item, code)}
        for number, code in ends | {(each, unit) for each in (Decimal(0), *numbers)}:
            if number >= 0 and item.is_possible(quantity := Quantity(number, code)):
                yield quantity


def _hard(item: Item, unit: str) -> tuple[Decimal, ...]:
    return item.units[unit].hard or ()


def _limits(rules: Iterable[Rule]) -> Iterator[tuple[Decimal, str]]:
    for rule in rules:
        if isinstance(rule, Between):
            yield rule.low, rule.unit
            yield rule.high, rule.unit
        elif isinstance(rule, AtLeast | AtMost | Above | Below):
            yield rule.fixed.value, rule.fixed.unit


def _of_numbers(rules: Sequence[Count]) -> Iterator[tuple[Truth, ...]]:
    ends = {end for rule in rules for end in (rule.at_least, rule.at_most) if end is not None}
    most = max((_most(rule.total) for rule in rules), default=MOST_THINGS)
    for number in {0, most, *(end + more for end in ends for more in (-1, 0, 1))}:
        if 0 <= number <= most:
            yield tuple(_lies(number, rule) for rule in rules)


def _lies(number: int, rule: Count) -> Truth:
    low, high = rule.at_least or 0, number if rule.at_most is None else rule.at_most
    return TRUE if low <= number <= high else FALSE


def _most(total: Item | None) -> int:
    hard = total.units[total.canonical].hard if total is not None else None
    return max(MOST_THINGS, int(hard[1])) if hard else MOST_THINGS


def _spans(rule: Within) -> Iterator[Written]:
    """Give the spans of a rule; none if one of them is a multiple of an item."""
    lengths = [length for length in (rule.at_least, rule.at_most) if length is not None]
    if not any(length.items for length in lengths):
        for length in lengths:
            yield from (each for each in length.spans if isinstance(each, Written))


def _facts_of_days(rules: Sequence[Within]) -> Iterator[Facts]:
    """Give days of an event at each end of each span, counted from two days of the anchor."""
    item, anchor = rules[0].item, rules[0].anchor
    if Absence.NOT_APPLICABLE in item.absences:
        yield Facts({item.id: Absence.NOT_APPLICABLE})
    for day in _DAYS:
        today = day if anchor == "today" else day + timedelta(days=_FAR + 1)
        days = {name: day for name in ANCHORS if name == anchor} | {"today": today}
        known = {anchor.id: _event(day)} if isinstance(anchor, Item) else {}
        for offset in _offsets(rules, day):
            for event in (day - timedelta(days=offset), day + timedelta(days=offset)):
                yield Facts({**known, item.id: _event(event)}, days=days)


def _offsets(rules: Sequence[Within], day: date) -> set[int]:
    found = {0, 1, _FAR}
    for rule in rules:
        for each in _spans(rule):
            length = (each.span.after(day) - day).days
            near = range(length - _ENDS_OF_MONTHS, length + _ENDS_OF_MONTHS + 1)
            found |= {number for number in near if 0 <= number <= _FAR}
    return found


def _event(day: date) -> EventDay:
    return EventDay(day.year, day.month, day.day)


def _computed(rules: Sequence[Rule]) -> frozenset[tuple[Truth, ...]] | None:
    """Give the one truth of a formula at all ends of its operands; None if there are others.

    A formula goes up or down with each operand, so that its own ends lie there.
    """
    rule = rules[0]
    if not isinstance(rule, Computed):
        return None
    if rule.name == _SLOW:
        return _beyond(rule)
    names = [item.id for item in rule.of.values()]
    ends = [list(_ends(name, item)) for name, item in rule.of.items()]
    facts = (Facts(dict(zip(names, each, strict=True))) for each in product(*ends))
    truths = {rule.holds(each, UNKNOWN) for each in facts}
    return frozenset({(truths.pop(),)}) if truths in ({TRUE}, {FALSE}) else None


def _beyond(rule: Computed) -> frozenset[tuple[Truth, ...]] | None:
    """Give the truth of a limit that no result of the formula comes near."""
    if rule.limit <= _MOST_OF_SLOW:
        return None
    return frozenset({(FALSE if rule.sign in ("at_least", "above") else TRUE,)})


def _ends(name: str, item: Item) -> Iterator[Value]:
    """Give the ends of what an operand may be, in each base unit; none if it has none."""
    if name not in BASES:
        yield from ("male", "female") if name == "sex" else ()
        return
    bases = {unit.base for unit in item.units.values()} & BASES[name].keys()
    if all(_hard(item, base) for base in bases):
        yield from (Quantity(end, base) for base in bases for end in _hard(item, base))
