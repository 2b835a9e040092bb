"""What a person types for one number -> quantities, or a question back. Never a guess.

One number with its unit, and its upper limit of normal where it has one: `92 g/L`,
`15/23 umol/L`, `30 (50)`, `<20 IU/mL`, `1.2xULN`, `6个月`. A comma before exactly three digits
separates thousands, any other comma is a decimal one; where readings differ in truth, it asks.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from ectrial.labs.judge import Judge
from ectrial.labs.judge import Values as Values  # the dialogue takes it from here
from ectrial.quantity import Comparator, Quantity
from ectrial.typed_decimals import decimals
from ectrial.typed_forms import Bare
from ectrial.typed_units import SUPERSCRIPTS, units_of
from ectrial.vocabulary import RATIO, Item

MAX_LENGTH = 64
_SMALLEST_PRINTED_U_L = 5
"""From here on a bare number is no multiple of the upper limit (docs/criteria.md §2.3)."""


Why = Literal["not_a_number", "unknown_unit", "impossible", "impossible_limit", "too_long"]

_WIDE = {code: chr(code - 0xFEE0) for code in range(ord("０"), ord("ｚ") + 1)} | {
    ord(wide): plain
    for wide, plain in zip(
        "，．。：；（）／＜＞＝～－％×✕＊μµ　", ",..:;()/<>=~-%xx*uu ", strict=True
    )
}
_POWER = re.compile(r"(?:x\s*10)?(?:\^(\d{1,2})|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2}))\s*(.*)", re.IGNORECASE)
_COMPARATORS: Mapping[str, Comparator] = {
    "": "=",
    "=": "=",
    "<": "<",
    "<=": "<=",
    "≤": "<=",
    ">": ">",
    ">=": ">=",
    "≥": ">=",
    "大于": ">",
    "超过": ">",
    "小于": "<",
    "至少": ">=",
    "不超过": "<=",
}
_NUMBER = r"\d+(?:[.,]\d+)*(?:e[+-]?\d{1,2})?"
_SIGN = r"<=|>=|[<>=≤≥]|大于|超过|小于|至少|不超过"
_VALUE = re.compile(rf"(?P<sign>{_SIGN})?\s*(?P<number>{_NUMBER})\s*(?P<rest>.*)", re.IGNORECASE)
_LIMIT = re.compile(
    rf"[/(]\s*(?:uln|≤|<=|<)?:?\s*(?:{_NUMBER}\s*[-~]\s*)?"
    rf"(?P<number>{_NUMBER})(?P<rest>[^()]*)\)?(?P<tail>.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: one choice is the value itself; several, or `sure` False, must be asked."""

    choices: tuple[Values, ...] = ()
    why: Why | None = None
    sure: bool = True

    @property
    def is_settled(self) -> bool:
        """Whether there is one reading that needs no question."""
        return self.sure and len(self.choices) == 1


class _Parts(NamedTuple):
    comparator: Comparator
    number: str
    unit: str
    limit: str
    limit_unit: str


def read_number(text: str, item: Item, limit: Item | None, judge: Judge) -> Reading:
    """Read one number for an item, and its upper limit when `limit` is its item."""
    if len(text) > MAX_LENGTH:
        return Reading(why="too_long")
    parts = _split(text.translate(_WIDE).strip().rstrip("."), limit)
    if parts is None:
        return Reading(why="not_a_number")
    if parts.unit and not units_of(parts.unit, item):
        parts = _with_power(parts)
    units = units_of(parts.unit, item)
    if parts.unit and not units:
        return Reading(why="unknown_unit")
    values = [
        list(_quantities(value, parts, units or _bare(value, item, parts, limit), item))
        for value in decimals(parts.number)
    ]
    if not any(values):
        return Reading(why="impossible")
    readings = [[c for q in qs for c in _choices(q, item, parts, limit)] for qs in values]
    if not any(readings):
        return Reading(why="impossible_limit")
    measured = {each.id: each for each in (item, limit) if each is not None}
    return _settle(readings, measured, judge, confirm=not units and _is_confirmed(readings, item))


def _settle(
    readings: list[list[Values]], measured: Mapping[str, Item], judge: Judge, *, confirm: bool
) -> Reading:
    """Take the one reading; ask where units or truths differ, or a number is rare.

    Where both readings of a comma give one truth, it separates thousands if that is plausible.
    """
    choices = [choice for reading in readings for choice in reading]
    agree = len({judge(choice) for choice in choices}) == 1
    if not agree or any(len(reading) > 1 for reading in readings):
        return Reading(tuple(choices), sure=False)
    plausible = [
        choice
        for choice in choices
        if all(measured[name].is_plausible(quantity) for name, quantity in choice.items())
    ]
    return Reading(((plausible or choices)[0],), sure=bool(plausible) and not confirm)


def _is_confirmed(readings: list[list[Values]], item: Item) -> bool:
    """Whether a unit that was assumed must be read back before it counts."""
    quantities = [choice[item.id] for reading in readings for choice in reading]
    rules = [_bare_rule(quantity.value, quantity.comparator, item) for quantity in quantities]
    return any(rule is not None and rule.confirm for rule in rules)


def _split(text: str, limit: Item | None) -> _Parts | None:
    found = _VALUE.fullmatch(text)
    if found is None:
        return None
    comparator = _COMPARATORS[found["sign"] or ""]
    rest = found["rest"].strip()
    if limit is None:
        return _Parts(comparator, found["number"], rest, "", "")
    unit, bounds = _before_limit(rest)
    if bounds is None:
        return _Parts(comparator, found["number"], rest, "", "")
    limit_unit = (bounds["rest"] or "").strip() or (bounds["tail"] or "").strip()
    units = (unit or limit_unit, limit_unit or unit)
    return _Parts(comparator, found["number"], units[0], bounds["number"], units[1])


def _before_limit(rest: str) -> tuple[str, re.Match[str] | None]:
    for mark in re.finditer(r"[/(]\s*(?=uln|[\d≤<])", rest, re.IGNORECASE):
        bounds = _LIMIT.fullmatch(rest, mark.start())
        if bounds is not None:
            return rest[: mark.start()].strip(), bounds
    return rest, None


def _with_power(parts: _Parts) -> _Parts:
    """Read `1.5 ×10³ IU/mL` and `10^4 copies/mL`, once the whole is no unit such as ×10⁹/L."""
    power = _POWER.fullmatch(parts.unit)
    if power is None or (not parts.unit.lower().startswith("x") and parts.number != "10"):
        return parts
    zeros = power[1] or power[2].translate(SUPERSCRIPTS)
    base = "1" if parts.number == "10" and not parts.unit.lower().startswith("x") else parts.number
    return parts._replace(number=f"{base}e{zeros}", unit=power[3])


def _quantities(
    value: Decimal, parts: _Parts, units: Iterable[str], item: Item
) -> Iterator[Quantity]:
    for unit in units:
        quantity = Quantity(value, unit, parts.comparator)
        if item.is_possible(quantity):
            yield quantity


def _bare(value: Decimal, item: Item, parts: _Parts, limit: Item | None) -> tuple[str, ...]:
    """Units that a bare number may have: the likely one, else every one that is possible.

    A value beside its limit has the unit that the limit most likely has.
    """
    rule = None
    if parts.limit and limit is not None:
        rule = _bare_rule(next(iter(decimals(parts.limit)), Decimal(0)), "=", limit)
    rule = rule or _bare_rule(value, parts.comparator, item)
    if rule is not None:
        return (rule.unit, *rule.others)
    by_size: dict[object, str] = {}
    for code, unit in item.units.items():
        if code == RATIO and value >= _SMALLEST_PRINTED_U_L:
            continue
        if item.is_possible(Quantity(value, code)):
            by_size.setdefault((unit.base, unit.factor, unit.log10), code)
    return tuple(by_size.values())


def _bare_rule(value: Decimal, comparator: Comparator, item: Item) -> Bare | None:
    """Give the band a bare number lies in; `<5` lies below 5, so not in a band from 5 on."""
    below = comparator in ("<", "<=")
    for bare in item.bare:
        if (bare.low < value or (bare.low == value and not below)) and value <= bare.high:
            return bare
    return None


def _choices(
    quantity: Quantity, item: Item, parts: _Parts, limit: Item | None
) -> Iterator[Values]:
    """Give the value with the upper limit typed beside it: in its own unit, else in the value's.

    A limit that is not possible makes the whole reading so: it is never dropped (R12).
    """
    if limit is None or not parts.limit or quantity.unit == RATIO:
        yield {item.id: quantity}
        return
    units = units_of(parts.limit_unit, limit) or (quantity.unit,)
    for number in decimals(parts.limit):
        beyond = Quantity(number, units[0])
        if limit.is_possible(beyond):
            yield {item.id: quantity, limit.id: beyond}
