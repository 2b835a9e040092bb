"""Operators over numbers with several bounds: between, and by_unit."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Self

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from ectrial.facts import Facts, Judgement, Reported
from ectrial.quantity import Interval, Quantity, at_most, point
from ectrial.rules.comparisons import Limited
from ectrial.rules.language import FROZEN, AnyItem, AnyRule, Rule, no_unit
from ectrial.rules.reach import reachable
from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth, all_of, any_of, negate, truth_of
from ectrial.vocabulary import Item


@dataclass(frozen=True, config=FROZEN)
class Between(Limited):
    """The value lies from `low` to `high`, both included (R03)."""

    operator = "between"
    item: AnyItem
    low: Decimal
    high: Decimal
    unit: str

    @model_validator(mode="after")
    def _known_unit(self) -> Self:
        if self.unit not in self.item.units:
            raise ValueError(no_unit(self.item, self.unit))
        if self.low > self.high:
            raise ValueError("low is above high: write the smaller number as low")
        for end in (self.low, self.high):
            reachable(self.item, self.unit, end)
        return self

    @cached_property
    def ends(self) -> tuple[Interval, Interval]:
        """Both bounds in the base unit."""
        low, high = Quantity(self.low, self.unit), Quantity(self.high, self.unit)
        return self.item.interval(low), self.item.interval(high)

    @property
    def bounds(self) -> tuple[Interval, ...]:
        return self.ends

    def compare(self, facts: Facts, quantity: Quantity) -> Truth:
        if quantity.unit == self.unit and quantity.comparator == "=":
            return truth_of(self.low <= quantity.value <= self.high)
        if self.item.units[quantity.unit].base != self.item.units[self.unit].base:
            return UNKNOWN
        value = self.item.interval_in(facts, quantity)
        low, high = self.ends
        return all_of((at_most(low, value), at_most(value, high)))


@dataclass(frozen=True, config=FROZEN)
class ByUnit(Rule):
    """TRUE if any result reaches the bound in its own base unit, without conversion (R02).

    Without any result or judgement, the rule `otherwise` decides. A judgement counts only if
    `judged_if` is TRUE; without `judged_if` it always counts.
    """

    operator = "by_unit"
    results: tuple[AnyItem, ...]
    at_least: Mapping[str, Decimal]
    otherwise: AnyRule
    judged_if: AnyRule | None = None

    @model_validator(mode="after")
    def _bounds_in_base_units(self) -> Self:
        for item in self.results:
            bases = {unit.base for unit in item.units.values()}
            if bases != set(self.at_least):
                each = ", ".join(sorted(bases))
                raise ValueError(f"at_least needs one bound for each of {each}")
            for unit, bound in self.at_least.items():
                reachable(item, unit, bound)
        return self

    def _reported(self, facts: Facts, meets: Truth) -> list[Truth]:
        truths = []
        for item in self.results:
            value = facts.items.get(item.id)
            if isinstance(value, Judgement):
                if item.id not in self.unjudged and self._takes_judgements(facts, meets):
                    truths.append(meets if value is Judgement.MEETS else negate(meets))
            elif isinstance(value, Reported):
                truths.append(FALSE)
            elif isinstance(value, Quantity):
                bound = point(self.at_least[item.units[value.unit].base])
                truths.append(at_most(bound, item.interval_in(facts, value)))
        return truths

    def _is_judged(self, facts: Facts) -> bool:
        return any(isinstance(facts.items.get(item.id), Judgement) for item in self.results)

    def _takes_judgements(self, facts: Facts, meets: Truth) -> bool:
        return self.judged_if is None or self.judged_if.holds(facts, meets) is TRUE

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        reported = self._reported(facts, meets)
        return any_of(reported) if reported else self.otherwise.holds(facts, meets)

    def open_items(self, facts: Facts, meets: Truth) -> Iterator[Item]:
        if self.holds(facts, meets) is not UNKNOWN:
            return
        yield self.results[0]
        if not self._reported(facts, meets):
            yield from self.otherwise.open_items(facts, meets)
            if self.judged_if is not None and self._is_judged(facts):
                yield from self.judged_if.open_items(facts, meets)

    def items(self) -> Iterator[Item]:
        yield from self.results
        yield from self.otherwise.items()
        if self.judged_if is not None:
            yield from self.judged_if.items()
