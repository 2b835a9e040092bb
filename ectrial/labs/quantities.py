"""One amount of a lab -> its quantity, or what must be asked about it (docs/criteria.md §2.3)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from ectrial.item_names import UnitBand
from ectrial.labs.amounts import Amount
from ectrial.labs.analytes import analyte_of, is_known
from ectrial.labs.decimals import decimals, spelled_number
from ectrial.labs.lab_reading import Status, Why
from ectrial.labs.lexicon import Lexicon
from ectrial.labs.truth_of_values import TruthOf
from ectrial.labs.units import unit_of
from ectrial.quantity import Quantity
from ectrial.truth import UNKNOWN
from ectrial.vocabulary import RATIO, Item

_SMALLEST_PRINTED_U_L = 5
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")
_SPELLED_UNITS = ("{cycle}", "mo")


class QuantityReading(NamedTuple):
    """The quantities that an amount may mean; `why` says what is wrong, if anything."""

    status: Status
    quantities: tuple[Quantity, ...] = ()
    why: Why | None = None


_IMPOSSIBLE = QuantityReading("reject", why="impossible")
_UNKNOWN_UNIT = QuantityReading("ask", why="unit")


@dataclass(frozen=True)
class QuantityReader:
    """Reads amounts by the units of a lexicon; if possible values differ in truth, it asks."""

    lexicon: Lexicon
    truth_of: TruthOf
    usual: Mapping[str, str] = field(default_factory=dict)
    """The unit that the site uses, by item: the unit of a number without one, if possible."""

    def read(self, amount: Amount, item: Item, unit_hint: str | None = None) -> QuantityReading:
        """Read an amount; `unit_hint` is the unit of its upper limit, known or typed beside it."""
        numbers = () if amount.ambiguous else self._numbers(amount, item)
        unit = unit_of(amount.unit, item)
        if unit in analyte_of(item).points and _has_points(amount):
            return self._with_points(amount, unit or "", item)
        if not numbers:
            return QuantityReading("ask", why="unclear")
        form = "" if amount.unit in self.lexicon.no_unit and unit is None else amount.unit
        if form in self.lexicon.scaled:
            factor, unit = self.lexicon.scaled[form]
            scaled = [_trimmed(number * Decimal(factor)) for number in numbers]
            reading = self._in_unit(scaled, unit if unit in item.units else None, amount, item)
            is_rare = form in self.lexicon.scaled_rarely and reading.status == "value"
            return reading._replace(status="confirm") if is_rare else reading
        if form:
            return self._in_unit(numbers, unit_of(form, item), amount, item)
        readings = [self._without_unit(number, amount, item, unit_hint) for number in numbers]
        return readings[0] if len(readings) == 1 else self._likeliest(readings, item)

    def _with_points(self, amount: Amount, unit: str, item: Item) -> QuantityReading:
        """Ask if a point may separate thousands (`1.500 IU/mL`); take the only plausible value."""
        readings = (*decimals(amount.number), Decimal(amount.number.replace(".", "")))
        quantities = [Quantity(number, unit, amount.comparator) for number in readings]
        plausible = [q for q in quantities if item.is_possible(q) and item.is_plausible(q)]
        if len(plausible) == 1:
            return self._with_unit(plausible[0], amount, item)
        return QuantityReading("ask", tuple(plausible), "unclear")

    def _numbers(self, amount: Amount, item: Item) -> tuple[Decimal, ...]:
        if not amount.spelled:
            return decimals(amount.number)
        number = spelled_number(amount.number)
        return (number,) if number is not None and item.canonical in _SPELLED_UNITS else ()

    def _in_unit(
        self, numbers: Iterable[Decimal], unit: str | None, amount: Amount, item: Item
    ) -> QuantityReading:
        if unit is None:
            return _UNKNOWN_UNIT
        quantities = [Quantity(number, unit, amount.comparator) for number in numbers]
        possible = [quantity for quantity in quantities if item.is_possible(quantity)]
        if not possible:
            return _IMPOSSIBLE
        return self._likeliest([self._with_unit(each, amount, item) for each in possible], item)

    def _with_unit(self, quantity: Quantity, amount: Amount, item: Item) -> QuantityReading:
        """Take a quantity whose unit is certain; a rare value must be confirmed."""
        if amount.worded and self._depends_on_comparator(quantity, item):
            return QuantityReading("ask", (quantity,), "unclear")
        return QuantityReading("value" if item.is_plausible(quantity) else "confirm", (quantity,))

    def _depends_on_comparator(self, quantity: Quantity, item: Item) -> bool:
        """Whether the truth is open with the comparator, but settled without it."""
        exact = quantity._replace(comparator="=")
        judged = self.truth_of({item.id: quantity})
        return judged is UNKNOWN and self.truth_of({item.id: exact}) is not UNKNOWN

    def _likeliest(self, readings: list[QuantityReading], item: Item) -> QuantityReading:
        """Take the plausible one of several values, as of `5,200`; ask if they differ in truth."""
        possible = [reading for reading in readings if reading.quantities]
        plausible = [r for r in possible if all(map(item.is_plausible, r.quantities))]
        possible = plausible or possible
        if len(possible) <= 1:
            return possible[0] if possible else readings[0]
        quantities = tuple(q for reading in possible for q in reading.quantities)
        truths = {self.truth_of({item.id: quantity}) for quantity in quantities}
        if len(truths) > 1 or any(reading.status == "ask_unit" for reading in possible):
            if len({quantity.unit for quantity in quantities}) > 1:
                return QuantityReading("ask_unit", quantities)
            return QuantityReading("ask", quantities, "unclear")
        return possible[0]

    def _without_unit(
        self, value: Decimal, amount: Amount, item: Item, hint: str | None
    ) -> QuantityReading:
        if hint is not None:
            return self._beside_limit(Quantity(value, hint, amount.comparator), amount, item)
        band = band_of(value, amount.comparator, item)
        usual = self._in_usual_unit(value, amount, item)
        if usual is not None and not (band and band.asks):
            return usual
        if band is None:
            return _any_unit(value, amount, item)
        quantity = Quantity(value, band.unit, amount.comparator)
        if band.asks:
            return QuantityReading("ask", why="percent" if item.names.percent else "unclear")
        if not item.is_possible(quantity):
            return _IMPOSSIBLE
        if not band.confirm and (rivals := _rivals(quantity, item)):
            return QuantityReading("ask_unit", (quantity, *rivals))
        sure = self._with_unit(quantity, amount, item)
        others = tuple(quantity._replace(unit=unit) for unit in band.others)
        status = "confirm" if band.confirm and sure.status == "value" else sure.status
        return QuantityReading(status, (quantity, *filter(item.is_possible, others)), sure.why)

    def _in_usual_unit(self, value: Decimal, amount: Amount, item: Item) -> QuantityReading | None:
        if item.id not in self.usual:
            return None
        own = Quantity(value, self.usual[item.id], amount.comparator)
        is_likely = item.is_possible(own) and item.is_plausible(own)
        return self._with_unit(own, amount, item) if is_likely else None

    def _beside_limit(self, own: Quantity, amount: Amount, item: Item) -> QuantityReading:
        """Read a number without a unit in the unit of its limit, unless its size shows another."""
        if item.is_possible(own) and item.is_plausible(own):
            return self._with_unit(own, amount, item)
        any_unit = _any_unit(own.value, amount, item)
        if any_unit.quantities == (own,):
            return QuantityReading("confirm", any_unit.quantities)
        others = [quantity for quantity in any_unit.quantities if quantity != own]
        if any(map(item.is_plausible, others)) or (others and not item.is_possible(own)):
            return QuantityReading("ask", any_unit.quantities, "mixed_units")
        return any_unit


def _has_points(amount: Amount) -> bool:
    return not amount.ambiguous and _THOUSANDS.fullmatch(amount.number) is not None


def band_of(value: Decimal, comparator: str, item: Item) -> UnitBand | None:
    """Give the unit band of a number without a unit; `<5` lies below a band that starts at 5."""
    below = comparator in ("<", "<=")
    for band in item.bare:
        if (band.low < value or (band.low == value and not below)) and value <= band.high:
            return band
    return None


def in_every_unit(quantity: Quantity, item: Item) -> tuple[Quantity, ...]:
    """Give every quantity that a number can be; units of equal size appear once."""
    by_size: dict[object, Quantity] = {}
    for code in item.units:
        if code == RATIO and quantity.value >= _SMALLEST_PRINTED_U_L:
            continue
        if item.is_possible(each := quantity._replace(unit=code)):
            by_size.setdefault(_size(each, item), each)
    return tuple(by_size.values())


def _rivals(quantity: Quantity, item: Item) -> tuple[Quantity, ...]:
    """Give the same number in other units in which it is usual, too.

    None for an analyte whose table says what its numbers mean (docs/criteria.md §2.3).
    """
    if is_known(item):
        return ()
    usual = filter(item.is_plausible, in_every_unit(quantity, item))
    return tuple(each for each in usual if not is_same_size(each, quantity, item))


def is_same_size(one: Quantity, other: Quantity, item: Item) -> bool:
    """Whether the units of two quantities only have different names."""
    return _size(one, item) == _size(other, item)


def _size(quantity: Quantity, item: Item) -> object:
    unit = item.units[quantity.unit]
    return (unit.base, unit.factor, unit.log10)


def _any_unit(value: Decimal, amount: Amount, item: Item) -> QuantityReading:
    """Offer every unit in which the number is possible."""
    found = in_every_unit(Quantity(value, item.canonical, amount.comparator), item)
    return QuantityReading("ask_unit", found) if found else _IMPOSSIBLE


def _trimmed(value: Decimal) -> Decimal:
    """Drop the zeros that a conversion factor added.

    >>> _trimmed(Decimal("60.0")), _trimmed(Decimal("120.0"))
    (Decimal('60'), Decimal('120'))
    """
    text = f"{value:f}"
    return Decimal(text.rstrip("0").rstrip(".") if "." in text else text)
