"""What a person types for one number -> quantities, or a question back. Never a guess.

One number with its unit, and its upper limit of normal where it has one: `92 g/L`,
`15/23 umol/L`, `30 (50)`, `<20 IU/mL`, `1.2xULN`, `6个月`. A comma before exactly three digits
separates thousands, any other comma is a decimal one; where readings differ in truth, it asks.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from ectrial.quantity import Comparator, Quantity
from ectrial.source import Source
from ectrial.truth import Truth
from ectrial.vocabulary import RATIO, Bare, Item

MAX_LENGTH = 64
UNITS = Path(__file__).parent / "typed_units.yaml"

Why = Literal["not_a_number", "unknown_unit", "impossible", "too_long"]
Values = Mapping[str, Quantity]
Judge = Callable[[Values], Truth]
"""The truth that values would give, by which two readings are compared."""

_WIDE = {code: chr(code - 0xFEE0) for code in range(ord("０"), ord("ｚ") + 1)} | {
    ord(wide): plain
    for wide, plain in zip(
        "，．。：；（）／＜＞＝～－％×✕＊μµ　", ",..:;()/<>=~-%xx*uu ", strict=True
    )
}
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
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
    units = _units(parts.unit, item)
    if parts.unit and not units:
        return Reading(why="unknown_unit")
    readings = [
        [
            {item.id: quantity, **_limits(parts, quantity, limit)}
            for quantity in _quantities(value, parts, units or _bare(value, item, parts, limit))
            if item.is_possible(quantity)
        ]
        for value in _decimals(parts.number)
    ]
    if not any(readings):
        return Reading(why="impossible")
    return _settle(readings, item, judge, bare=not units)


def _settle(
    readings: list[list[dict[str, Quantity]]], item: Item, judge: Judge, *, bare: bool
) -> Reading:
    """Take the one reading; ask where units or truths differ, or a number is rare.

    Where both readings of a comma give one truth, it separates thousands if that is plausible.
    """
    choices = [choice for reading in readings for choice in reading]
    agree = len({judge(choice) for choice in choices}) == 1
    if not agree or any(len(reading) > 1 for reading in readings):
        return Reading(tuple(choices), sure=False)
    plausible = [choice for choice in choices if item.is_plausible(choice[item.id])]
    choice = (plausible or choices)[0]
    rule = _bare_rule(choice[item.id].value, item) if bare else None
    return Reading((choice,), sure=bool(plausible) and not (rule and rule.confirm))


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


def _decimals(number: str) -> Iterator[Decimal]:
    """Every number that the digits may mean."""
    if number.count(",") == 0:
        yield from _plain(number)
    elif re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", number):
        yield from _plain(number.replace(",", ""))
        if number.count(",") == 1 and "." not in number:
            yield from _plain(number.replace(",", "."))
    elif number.count(",") == 1 and "." not in number:
        yield from _plain(number.replace(",", "."))


def _plain(number: str) -> Iterator[Decimal]:
    if number.count(".") <= 1:
        value = Decimal(number)
        yield value if value.as_tuple().exponent <= 0 else Decimal(f"{value:f}")  # type: ignore[operator] # finite by the grammar


def _quantities(value: Decimal, parts: _Parts, units: Iterable[str]) -> Iterator[Quantity]:
    for unit in units:
        yield Quantity(value, unit, parts.comparator)


def _units(typed: str, item: Item) -> tuple[str, ...]:
    """The item's units that were typed; none for an empty or a foreign unit."""
    plain = _plain_unit(typed)
    codes = _codes().get(plain, ())
    return tuple(code for code in item.units if code in codes or _plain_unit(code) == plain)[:1]


def _plain_unit(typed: str) -> str:
    plain = typed.lower().translate(_SUPERSCRIPTS).replace(" ", "").replace("*", "x")
    return plain.replace("₁₀", "10").strip(".")


@cache
def _codes() -> Mapping[str, tuple[str, ...]]:
    codes: dict[str, tuple[str, ...]] = {}
    for code, forms in Source(UNITS).data.items():
        for form in forms:
            codes[form] = (*codes.get(form, ()), code)
    return codes


def _bare(value: Decimal, item: Item, parts: _Parts, limit: Item | None) -> tuple[str, ...]:
    """Units that a bare number may have: the likely one, else every one that is possible.

    A value beside its limit has the unit that the limit most likely has.
    """
    rule = None
    if parts.limit and limit is not None:
        rule = _bare_rule(next(_decimals(parts.limit), Decimal(0)), limit)
    rule = rule or _bare_rule(value, item)
    if rule is not None:
        return (rule.unit,)
    by_size: dict[object, str] = {}
    for code, unit in item.units.items():
        if item.is_possible(Quantity(value, code)):
            by_size.setdefault((unit.base, unit.factor, unit.log10), code)
    return tuple(by_size.values())


def _bare_rule(value: Decimal, item: Item) -> Bare | None:
    return next((bare for bare in item.bare if bare.low <= value <= bare.high), None)


def _limits(parts: _Parts, quantity: Quantity, limit: Item | None) -> dict[str, Quantity]:
    """The upper limit typed beside a value: in its own unit, else in the value's."""
    number = next(_decimals(parts.limit), None) if parts.limit else None
    if limit is None or number is None or quantity.unit == RATIO:
        return {}
    units = _units(parts.limit_unit, limit) or (quantity.unit,)
    beyond = Quantity(number, units[0])
    return {limit.id: beyond} if limit.is_possible(beyond) else {}
