"""An amount of one lab -> its quantity, or the question that must be asked: criteria.md §2.3."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from ectrial.item_names import Bare
from ectrial.labs.decimals import decimals, spelled
from ectrial.labs.elements import Amount
from ectrial.labs.judge import Judge
from ectrial.labs.lexicon import Lexicon
from ectrial.labs.result import Status, Why
from ectrial.labs.units import units_of
from ectrial.quantity import Quantity
from ectrial.truth import UNKNOWN
from ectrial.vocabulary import RATIO, Item

_SMALLEST_PRINTED_U_L = 5
_SPELLED_UNITS = ("{cycle}", "mo")


class Reading(NamedTuple):
    """What an amount means: the status, the quantities that it may be, and what is wrong."""

    status: Status
    quantities: tuple[Quantity, ...] = ()
    why: Why | None = None


_IMPOSSIBLE = Reading("reject", why="impossible")
_UNKNOWN_UNIT = Reading("ask", why="unit")


@dataclass(frozen=True)
class Values:
    """Reads amounts with the words of a lexicon; `judge` tells which readings differ in truth."""

    lexicon: Lexicon
    judge: Judge

    def read(self, amount: Amount, item: Item, unit_hint: str | None = None) -> Reading:
        """Read an amount; a hint is the unit of the limit known or typed beside it."""
        numbers = () if amount.odd else self._numbers(amount, item)
        if not numbers:
            return Reading("ask", why="unclear")
        form = "" if amount.unit in self.lexicon.no_unit else amount.unit
        if form in self.lexicon.scaled:
            factor, unit = self.lexicon.scaled[form]
            scaled = [_trimmed(number * Decimal(factor)) for number in numbers]
            return (
                self._among(scaled, (unit,), amount, item) if unit in item.units else _UNKNOWN_UNIT
            )
        units = units_of(form, item)
        if form:
            return self._among(numbers, units, amount, item) if units else _UNKNOWN_UNIT
        readings = [self._bare(number, amount, item, unit_hint) for number in numbers]
        return readings[0] if len(readings) == 1 else self._merged(readings, item)

    def _numbers(self, amount: Amount, item: Item) -> tuple[Decimal, ...]:
        if not amount.spelled:
            return decimals(amount.number)
        number = spelled(amount.number)
        return (number,) if number is not None and item.canonical in _SPELLED_UNITS else ()

    def _among(
        self, numbers: Iterable[Decimal], units: Iterable[str], amount: Amount, item: Item
    ) -> Reading:
        quantities = [Quantity(n, unit, amount.comparator) for n in numbers for unit in units]
        possible = [quantity for quantity in quantities if item.is_possible(quantity)]
        if not possible:
            return _IMPOSSIBLE
        return self._merged([self._sure(quantity, amount, item) for quantity in possible], item)

    def _sure(self, quantity: Quantity, amount: Amount, item: Item) -> Reading:
        """Take a quantity whose unit is certain, if it is plausible and its limits are clear."""
        if amount.worded and self._straddles(quantity, item):
            return Reading("ask", (quantity,), "unclear")
        return Reading("value" if item.is_plausible(quantity) else "confirm", (quantity,))

    def _straddles(self, quantity: Quantity, item: Item) -> bool:
        """Whether a censored number leaves open what its exact number would decide."""
        exact = quantity._replace(comparator="=")
        judged = self.judge({item.id: quantity})
        return judged is UNKNOWN and self.judge({item.id: exact}) is not UNKNOWN

    def _merged(self, readings: list[Reading], item: Item) -> Reading:
        """Of two readings of a comma take the plausible one, unless they differ in truth."""
        possible = [reading for reading in readings if reading.quantities]
        plain = [r for r in possible if all(map(item.is_plausible, r.quantities))]
        possible = plain or possible
        if len(possible) <= 1:
            return possible[0] if possible else readings[0]
        quantities = tuple(q for reading in possible for q in reading.quantities)
        truths = {self.judge({item.id: quantity}) for quantity in quantities}
        if len(truths) > 1 or any(reading.status == "ask_unit" for reading in possible):
            if len({quantity.unit for quantity in quantities}) > 1:
                return Reading("ask_unit", quantities)
            return Reading("ask", quantities, "unclear")
        return possible[0]

    def _bare(self, value: Decimal, amount: Amount, item: Item, hint: str | None) -> Reading:
        if hint is not None:
            return self._beside_limit(Quantity(value, hint, amount.comparator), amount, item)
        band = band_of(value, amount.comparator, item)
        if band is None:
            return _any_unit(value, amount, item)
        quantity = Quantity(value, band.unit, amount.comparator)
        if band.asks:
            return Reading("ask", why="percent" if item.names.percent else "unclear")
        if not item.is_possible(quantity):
            return _IMPOSSIBLE
        sure = self._sure(quantity, amount, item)
        others = tuple(quantity._replace(unit=unit) for unit in band.others)
        status = "confirm" if band.confirm and sure.status == "value" else sure.status
        return Reading(status, (quantity, *filter(item.is_possible, others)), sure.why)

    def _beside_limit(self, own: Quantity, amount: Amount, item: Item) -> Reading:
        """Read a bare number in the unit of its limit, unless it evidently has another."""
        if item.is_possible(own) and item.is_plausible(own):
            return self._sure(own, amount, item)
        any_unit = _any_unit(own.value, amount, item)
        if any_unit.quantities == (own,):
            return Reading("confirm", any_unit.quantities)
        others = [quantity for quantity in any_unit.quantities if quantity != own]
        if any(map(item.is_plausible, others)) or (others and not item.is_possible(own)):
            return Reading("ask", any_unit.quantities, "mixed_units")
        return any_unit


def band_of(value: Decimal, comparator: str, item: Item) -> Bare | None:
    """Give the band a bare number lies in; `<5` lies below 5, so not in a band from 5 on."""
    below = comparator in ("<", "<=")
    for band in item.bare:
        if (band.low < value or (band.low == value and not below)) and value <= band.high:
            return band
    return None


def _any_unit(value: Decimal, amount: Amount, item: Item) -> Reading:
    """Offer every unit in which the number is possible, equal ones once."""
    by_size: dict[object, Quantity] = {}
    for code, unit in item.units.items():
        quantity = Quantity(value, code, amount.comparator)
        if code == RATIO and value >= _SMALLEST_PRINTED_U_L:
            continue
        if item.is_possible(quantity):
            by_size.setdefault((unit.base, unit.factor, unit.log10), quantity)
    return Reading("ask_unit", tuple(by_size.values())) if by_size else _IMPOSSIBLE


def _trimmed(value: Decimal) -> Decimal:
    """Drop the zeros that a factor brought.

    >>> _trimmed(Decimal("60.0")), _trimmed(Decimal("120.0"))
    (Decimal('60'), Decimal('120'))
    """
    text = f"{value:f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)
