"""Operators over one number and one bound: at_least, at_most, above, below.

The bound is a number in a unit (`limit`, `unit`) or a multiple of another item (`other`, `times`),
such as the upper limit of normal. A value in xULN is already such a multiple.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from typing import ClassVar, Self

from pydantic import ValidationInfo, model_validator
from pydantic.dataclasses import dataclass

from ectrial.facts import Facts, Judgement, Reported
from ectrial.quantity import Interval, Number, Quantity, at_most, multiply, point
from ectrial.rules.language import FROZEN, AnyItem, OneItem, no_unit
from ectrial.rules.reach import reachable
from ectrial.rules.upper_limits import fits_beside
from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth, negate
from ectrial.vocabulary import RATIO, Item

_ONE = Decimal(1)
_NOT_DETECTED = point(Decimal(0))
_ANY_LIMIT = Interval(Decimal(0), None, low_open=True)


class Limited(OneItem):
    """A comparison of one number, or of the judgement in its place, with a bound in `unit`."""

    operator = "_"
    item: AnyItem
    unit: str | None

    @property
    def bounds(self) -> tuple[Interval, ...]:
        """The bounds that are fixed numbers, in the base unit; none if the bound is an item."""
        return ()

    def is_at_the_edge(self, facts: Facts) -> bool:
        """Whether a converted value lies so close to its bound that rounding may decide."""
        value = facts.items.get(self.item.id)
        if not isinstance(value, Quantity) or value.unit == self.unit:
            return False
        return self.is_near(value)

    def is_near(self, quantity: Quantity) -> bool:
        """Whether the number, before it was rounded, may lie on the other side of a bound."""
        limit = self.item.units.get(self.unit or "")
        return limit is not None and self._is_near(quantity, limit.base, self.bounds)

    def _is_near(self, quantity: Quantity, base: str, bounds: Iterable[Interval]) -> bool:
        unit = self.item.units[quantity.unit]
        if quantity.comparator != "=" or unit.log10 or unit.base != base:
            return False
        half = Decimal(5).scaleb(int(quantity.value.as_tuple().exponent) - 1)
        low = multiply(quantity.value - half, unit.exact_factor)
        high = multiply(quantity.value + half, unit.exact_factor)
        return any(low < bound.low < high for bound in bounds)

    def compare(self, facts: Facts, quantity: Quantity) -> Truth:
        raise TypeError(self.operator)

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        value = facts.items.get(self.item.id)
        if isinstance(value, Quantity):
            return self.compare(facts, value)
        if isinstance(value, Judgement):
            if self.item.id in self.unjudged:
                return UNKNOWN
            return meets if value is Judgement.MEETS else negate(meets)
        return self.not_detected() if isinstance(value, Reported) else UNKNOWN

    def not_detected(self) -> Truth:
        """Compare a result below every limit of its assay; UNKNOWN if that does not decide."""
        return UNKNOWN


@dataclass(frozen=True, config=FROZEN)
class _Bounded(Limited):
    """A comparison with one bound."""

    operator = "_"
    symbol: ClassVar[str] = "?"
    item: AnyItem
    limit: Decimal | None = None
    unit: str | None = None
    other: AnyItem | None = None
    times: Decimal = Decimal(1)

    @model_validator(mode="after")
    def _one_bound(self, info: ValidationInfo) -> Self:
        if (self.limit is None) == (self.other is None):
            raise ValueError(
                "give either limit and unit, or other: {item: x, limit: 4, unit: mg/L} or "
                "{item: x, other: x_uln, times: 1.5}"
            )
        if self.limit is not None and self.unit not in self.item.units:
            raise ValueError(no_unit(self.item, self.unit))
        if self.unit is not None and self.item.units[self.unit].log10:
            raise ValueError("a limit is not a logarithm: give the plain number")
        if self.limit is not None and self.unit is not None:
            reachable(self.item, self.unit, self.limit, self.operator)
        if self.times <= 0:
            raise ValueError("times must be greater than 0")
        if self.other is not None:
            fits_beside(self.item, self.other, info)
        return self

    @cached_property
    def fixed(self) -> Quantity:
        """The bound as a quantity: the limit, or for a value in xULN the multiple."""
        if self.limit is None:
            return Quantity(self.times, RATIO)
        return Quantity(self.limit, self.unit or "")

    @property
    def bounds(self) -> tuple[Interval, ...]:
        return () if self.limit is None else (self.item.interval(self.fixed),)

    def is_at_the_edge(self, facts: Facts) -> bool:
        if self.other is None:
            return super().is_at_the_edge(facts)
        value, reference = facts.items.get(self.item.id), facts.items.get(self.other.id)
        if not isinstance(value, Quantity) or not isinstance(reference, Quantity):
            return False
        if value.unit in (reference.unit, RATIO):
            return False
        base = self.other.units[reference.unit].base
        bound = self.other.interval(reference).times(self.times)
        return reference.comparator == "=" and self._is_near(value, base, [bound])

    def is_met(self, value: Number, bound: Number) -> bool:
        """Compare two exact numbers in one unit."""
        raise TypeError(self.operator)

    def against(self, value: Interval, bound: Interval) -> Truth:
        """Compare two intervals in one base unit."""
        raise TypeError(self.operator)

    def not_detected(self) -> Truth:
        return self.against(_NOT_DETECTED, _ANY_LIMIT)

    def compare(self, facts: Facts, quantity: Quantity) -> Truth:
        if quantity.unit == self.unit and quantity.comparator == "=" and self.limit is not None:
            return TRUE if self.is_met(quantity.value, self.limit) else FALSE
        if self.other is None or quantity.unit == RATIO:
            return self._hold(facts, quantity, self.item, self.fixed, _ONE)
        reference = facts.quantity(self.other.id)
        if reference is None:
            return UNKNOWN
        return self._hold(facts, quantity, self.other, reference, self.times)

    def _hold(
        self, facts: Facts, quantity: Quantity, whose: Item, bound: Quantity, times: Decimal
    ) -> Truth:
        """Compare the value with its bound; if both have the same unit, as printed."""
        unit, beside = self.item.units[quantity.unit], whose.units.get(bound.unit)
        if beside is None or unit.base != beside.base:
            return UNKNOWN
        as_printed = quantity.unit == bound.unit and not unit.log10
        if as_printed and quantity.comparator == "=" == bound.comparator:
            limit = bound.value if times is _ONE else multiply(bound.value, times)
            return TRUE if self.is_met(quantity.value, limit) else FALSE
        limits = whose.interval(bound).times(times)
        return self.against(self.item.interval_in(facts, quantity), limits)

    def open_items(self, facts: Facts, meets: Truth) -> Iterator[Item]:
        if self.holds(facts, meets) is not UNKNOWN:
            return
        measured = facts.quantity(self.item.id) is not None
        if self.other is not None and measured and facts.quantity(self.other.id) is None:
            yield self.other
        else:
            yield self.item

    def items(self) -> Iterator[Item]:
        yield self.item
        if self.other is not None:
            yield self.other


@dataclass(frozen=True, config=FROZEN)
class AtMost(_Bounded):
    """The value is not above its bound; a value equal to the bound holds (R25)."""

    operator = "at_most"
    symbol = "≤"

    def is_met(self, value: Number, bound: Number) -> bool:
        return value <= bound

    def against(self, value: Interval, bound: Interval) -> Truth:
        return at_most(value, bound)


@dataclass(frozen=True, config=FROZEN)
class AtLeast(_Bounded):
    """The value is not below its bound; a value equal to the bound holds."""

    operator = "at_least"
    symbol = "≥"

    def is_met(self, value: Number, bound: Number) -> bool:
        return value >= bound

    def against(self, value: Interval, bound: Interval) -> Truth:
        return at_most(bound, value)


@dataclass(frozen=True, config=FROZEN)
class Above(_Bounded):
    """The value is strictly above its bound (R04)."""

    operator = "above"
    symbol = ">"

    def is_met(self, value: Number, bound: Number) -> bool:
        return value > bound

    def against(self, value: Interval, bound: Interval) -> Truth:
        return negate(at_most(value, bound))


@dataclass(frozen=True, config=FROZEN)
class Below(_Bounded):
    """The value is strictly below its bound."""

    operator = "below"
    symbol = "<"

    def is_met(self, value: Number, bound: Number) -> bool:
        return value < bound

    def against(self, value: Interval, bound: Interval) -> Truth:
        return negate(at_most(bound, value))
