"""Operators over a list of things: count, groups, most_in_group, each, some.

An incomplete list gives bounds, so "at most 4" is false once 5 are known and true only if the list
is complete. A property that is not known leaves a rule open, unless it cannot matter.
"""

from decimal import Decimal
from typing import Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from ectrial.facts import Facts
from ectrial.rules.answers import Is
from ectrial.rules.comparisons import AtLeast, AtMost
from ectrial.rules.language import FROZEN, AnyItem, Rule
from ectrial.rules.over_things import EMPTY, Anchors, Listed, OverThings, Seen, counted, of_each
from ectrial.rules.ranges import Between
from ectrial.rules.things_counted import Bounds, Found, found, groups, most_in_group, number
from ectrial.rules.things_operands import AnyList, AnyProperty, RuleOfThing, WholeNumber
from ectrial.truth import TRUE, UNKNOWN, Truth, all_of, any_of, negate
from ectrial.vocabulary import Item


@dataclass(frozen=True, config=FROZEN)
class Count(OverThings):
    """How many things there are."""

    operator = "count"
    things: AnyList
    where: RuleOfThing | None = None
    total: AnyItem | None = None
    number: AnyItem | None = None
    at_least: WholeNumber | None = None
    at_most: WholeNumber | None = None

    @model_validator(mode="after")
    def _has_a_bound(self) -> Self:
        if self.at_least is None and self.at_most is None:
            raise ValueError("give at_least, at_most or both, as whole numbers")
        if self.at_least == 0:
            raise ValueError("at_least: 0 holds for every list: leave the rule out")
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            raise ValueError(f"no number is at least {self.at_least} and at most {self.at_most}")
        if self.counts_all and self.number is not None:
            raise ValueError("number: it is what is counted here: write it as total")
        self.check_totals()
        return self

    @property
    def counts_all(self) -> bool:
        """Whether it is the number of all things of the list."""
        return self.where is None

    @property
    def in_all(self) -> Item | None:
        return self.total if self.counts_all else self.number

    def told_rule(self, total: Item) -> Rule:
        unit = total.canonical
        if self.at_most is None:
            return AtLeast(item=total, limit=Decimal(self.at_least or 0), unit=unit)
        if self.at_least is None:
            return AtMost(item=total, limit=Decimal(self.at_most), unit=unit)
        low, high = Decimal(self.at_least), Decimal(self.at_most)
        return Between(item=total, low=low, high=high, unit=unit)

    def judge(self, seen: Seen) -> Truth | None:
        bounds = self.bounds(seen)
        if self.total is not None:
            bounds = bounds.both(counted(self.total, seen.total))
        return None if bounds.is_empty else bounds.within(self.at_least, self.at_most)

    def bounds(self, seen: Seen) -> Bounds:
        """Give what the number may be by the list."""
        more = seen.more if self.where is None else seen.more._replace(low=0)
        return self.measure(found(seen.things, self.meant(seen.things, seen.days), more))

    def measure(self, things: Found) -> Bounds:
        """Give the number that is compared."""
        return number(things)


@dataclass(frozen=True, config=FROZEN)
class _Grouped(Count):
    """A number that depends on the groups in which the things lie."""

    operator = "_"
    by: AnyProperty = Field(kw_only=True)

    @model_validator(mode="after")
    def _has_options(self) -> Self:
        if not self.by.options:
            raise ValueError(f"by: {self.by.id} has no options to group by")
        return self

    @property
    def counts_all(self) -> bool:
        return False


@dataclass(frozen=True, config=FROZEN)
class Groups(_Grouped):
    """In how many groups the things lie, such as in how many organs."""

    operator = "groups"

    def measure(self, things: Found) -> Bounds:
        return groups(things, self.by)


@dataclass(frozen=True, config=FROZEN)
class MostInGroup(_Grouped):
    """How many things lie in the group that has most of them."""

    operator = "most_in_group"

    def measure(self, things: Found) -> Bounds:
        return most_in_group(things, self.by)


class ByThing(OverThings):
    """Whether a rule holds for the things that are meant."""

    operator = "_"
    that: RuleOfThing

    @property
    def of_thing(self) -> tuple[Rule, ...]:
        return (*super().of_thing, self.that)

    @model_validator(mode="after")
    def _totals_fit(self) -> Self:
        self.check_totals()
        return self

    def no_total(self, item: Item) -> str:
        return (
            ""
            if item.kind == "boolean"
            else f"{item.id} is no yes or no: name an item of kind boolean"
        )

    def told_rule(self, total: Item) -> Rule:
        return Is(item=total)

    def judge(self, seen: Seen) -> Truth | None:
        truth, told = self.of_listed(seen), UNKNOWN
        if self.told is not None and self.total is not None and seen.total is not None:
            told = self.told.holds(Facts({self.total.id: seen.total}), TRUE)
        if UNKNOWN not in (truth, told) and truth is not told:
            return None
        return truth if told is UNKNOWN else told

    def of_listed(self, seen: Seen) -> Truth:
        """Give the truth by the list alone."""
        raise TypeError(self.operator)


@dataclass(frozen=True, config=FROZEN)
class Each(ByThing):
    """A rule holds for each thing that is meant; so it does for none."""

    operator = "each"
    things: AnyList
    that: RuleOfThing
    where: RuleOfThing | None = None
    total: AnyItem | None = None
    number: AnyItem | None = None

    def of_listed(self, seen: Seen) -> Truth:
        truths = self.truths(seen.things, seen.days)
        return all_of(truths if seen.is_all else [*truths, UNKNOWN])

    def truths(self, things: Listed, days: Anchors = EMPTY) -> list[Truth]:
        """Give the truth for each thing; TRUE for one that is not meant."""
        pairs = zip(self.meant(things, days), of_each(self.that, things, days), strict=True)
        return [any_of((negate(meant), truth)) for meant, truth in pairs]


@dataclass(frozen=True, config=FROZEN)
class Some(ByThing):
    """A rule holds for at least one thing that is meant."""

    operator = "some"
    things: AnyList
    that: RuleOfThing
    where: RuleOfThing | None = None
    total: AnyItem | None = None
    number: AnyItem | None = None

    def of_listed(self, seen: Seen) -> Truth:
        truths = self.truths(seen.things, seen.days)
        return any_of(truths if seen.is_all else [*truths, UNKNOWN])

    def truths(self, things: Listed, days: Anchors = EMPTY) -> list[Truth]:
        """Give the truth for each thing; FALSE for one that is not meant."""
        pairs = zip(self.meant(things, days), of_each(self.that, things, days), strict=True)
        return [all_of((meant, truth)) for meant, truth in pairs]
