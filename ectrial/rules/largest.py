"""The operator over the largest value of a property: largest."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from ectrial.facts import Value
from ectrial.quantity import Interval, Quantity
from ectrial.rules.comparisons import Above, AtLeast, AtMost, Below
from ectrial.rules.language import FROZEN, AnyItem, Rule
from ectrial.rules.of_things import Count, Each, Groups, MostInGroup, Some
from ectrial.rules.over_things import OverThings, Seen
from ectrial.rules.things_operands import AnyList, AnyProperty, RuleOfThing
from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth
from ectrial.vocabulary import Item

_BOUNDS: Mapping[str, type[AtMost] | type[Below] | type[AtLeast] | type[Above]] = {
    "at_most": AtMost,
    "below": Below,
    "at_least": AtLeast,
    "above": Above,
}
_OF_EACH = ("at_most", "below")
_ANY = Interval(Decimal(0), None)
_NONE = Interval(Decimal(0), Decimal(0))


@dataclass(frozen=True, config=FROZEN)
class Largest(OverThings):
    """The largest value of a property, such as the largest diameter; of no thing it is below all.

    At most 5 cm is the largest if each thing has at most that, at least 5 cm if one has.
    """

    operator = "largest"
    things: AnyList
    of: AnyProperty
    unit: str
    where: RuleOfThing | None = None
    total: AnyItem | None = None
    number: AnyItem | None = None
    at_most: Decimal | None = None
    below: Decimal | None = None
    at_least: Decimal | None = None
    above: Decimal | None = None

    @model_validator(mode="after")
    def _has_one_bound(self) -> Self:
        if sum(getattr(self, name) is not None for name in _BOUNDS) != 1:
            raise ValueError(f"give one of {', '.join(_BOUNDS)}")
        _ = self.compared
        self.check_totals()
        return self

    @cached_property
    def _sign(self) -> str:
        return next(name for name in _BOUNDS if getattr(self, name) is not None)

    @cached_property
    def compared(self) -> AtMost | Below | AtLeast | Above:
        """The comparison with the value of one thing."""
        return self._comparison(self.of)

    def _comparison(self, item: Item) -> AtMost | Below | AtLeast | Above:
        return _BOUNDS[self._sign](item=item, limit=getattr(self, self._sign), unit=self.unit)

    @cached_property
    def by_thing(self) -> Each | Some:
        """The rule that says the same of each thing."""
        kind = Each if self._sign in _OF_EACH else Some
        return kind(things=self.things, that=self.compared, where=self.where)

    def no_total(self, item: Item) -> str:
        mine, its = self.of.units.get(self.unit), item.units.get(self.unit)
        if mine is None or (its is not None and its.base == mine.base):
            return ""
        return f"{item.id} has no unit {self.unit} as {self.of.id} has"

    def told_rule(self, total: Item) -> Rule:
        return self._comparison(total)

    def judge(self, seen: Seen) -> Truth | None:
        told = self._told_to_be(seen.total)
        if told is None:
            return self.by_thing.of_listed(seen)
        fitting = [both for each in self._spans(seen) if (both := _both(each, told)) is not None]
        truths = {self._of_span(each) for each in fitting}
        if len(truths) > 1:
            return UNKNOWN
        return truths.pop() if truths else None

    def _told_to_be(self, value: Value | None) -> Interval | None:
        """Give the total as an interval, if it is a number that can be compared."""
        if self.total is None or not isinstance(value, Quantity):
            return None
        is_comparable = self.total.units[value.unit].base == self.total.units[self.unit].base
        return self.total.interval(value) if is_comparable else None

    def _spans(self, seen: Seen) -> Iterator[Interval]:
        """Give what the largest may be: each thing in turn may be it, or one beside the list."""
        meant = self.meant(seen.things, seen.days)
        pairs = zip(map(self._size, seen.things), meant, strict=True)
        sizes = [(size, truth) for size, truth in pairs if truth is not FALSE]
        least = _ANY
        for size, truth in sizes:
            if truth is TRUE:
                least = _not_below(least, size)
        for size, _ in sizes:
            if (span := _both(least, size)) is not None:
                yield span
        if not seen.is_all:
            yield least
        if all(truth is UNKNOWN for _, truth in sizes) and (
            self.where is not None or seen.more.low == 0
        ):
            yield _NONE

    def _size(self, thing: Mapping[str, Value]) -> Interval:
        value = thing.get(self.of.id)
        is_known = isinstance(value, Quantity) and (
            self.of.units[value.unit].base == self.of.units[self.unit].base
        )
        return self.of.interval(value) if is_known else _ANY  # type: ignore[arg-type] # is a Quantity

    def _of_span(self, span: Interval) -> Truth:
        return self.compared.against(span, self.compared.bounds[0])


def _not_below(one: Interval, other: Interval) -> Interval:
    """Give what is at least some value of both: from the higher of their lower ends on."""
    low = max(one.low, other.low)
    is_open = any(each.low == low and each.low_open for each in (one, other))
    return Interval(low, None, low_open=is_open)


def _both(one: Interval, other: Interval) -> Interval | None:
    """Give the values that lie in both; None if there are none."""
    low = _not_below(one, other)
    ends: Sequence[Interval] = [each for each in (one, other) if each.high is not None]
    high = min((each.high for each in ends if each.high is not None), default=None)
    is_open = any(each.high == high and each.high_open for each in ends)
    both = Interval(low.low, high, low.low_open, is_open)
    if high is None or low.low < high:
        return both
    return both if low.low == high and not (low.low_open or is_open) else None


OVER_THINGS = (Count, Groups, MostInGroup, Each, Some, Largest)
"""Every operator over a list."""
