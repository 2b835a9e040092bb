"""Operators over a list of things: count, groups, most_in_group, each, some, largest.

An incomplete list gives bounds, so "at most 4" is false once 5 are known and true only if the list
is complete. A property that is not known leaves a rule open, unless it cannot matter.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from ectrial.facts import Facts, Things
from ectrial.rules.comparisons import Above, AtLeast, AtMost, Below
from ectrial.rules.language import FROZEN, Rule
from ectrial.rules.things_counted import Bounds, Found, found, groups, most_in_group, number
from ectrial.rules.things_operands import AnyList, AnyProperty, RuleOfThing, WholeNumber
from ectrial.truth import TRUE, UNKNOWN, Truth, all_of, any_of, negate
from ectrial.vocabulary import Item


class OverThings(Rule):
    """A rule about the things of one list; `where` leaves those out that are not meant."""

    operator = "_"
    things: AnyList
    where: RuleOfThing | None

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        return self.judge(self._listed(facts))

    def judge(self, listed: Things) -> Truth:
        """Give the truth for a list."""
        raise TypeError(self.operator)

    def _listed(self, facts: Facts) -> Things:
        value = facts.items.get(self.things.id)
        return value if isinstance(value, Things) else Things()

    def meant(self, listed: Things) -> list[Truth]:
        """Say of each thing whether it is meant."""
        if self.where is None:
            return [TRUE] * len(listed.things)
        return _truths(self.where, listed)

    def open_items(self, facts: Facts, meets: Truth) -> Iterator[Item]:
        if self.holds(facts, meets) is UNKNOWN:
            yield self.things

    def items(self) -> Iterator[Item]:
        yield self.things


def _truths(rule: Rule, listed: Things) -> list[Truth]:
    return [rule.holds(Facts(thing), TRUE) for thing in listed.things]


@dataclass(frozen=True, config=FROZEN)
class Count(OverThings):
    """How many things there are."""

    operator = "count"
    things: AnyList
    where: RuleOfThing | None = None
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
        return self

    def judge(self, listed: Things) -> Truth:
        return self.bounds(listed).within(self.at_least, self.at_most)

    def bounds(self, listed: Things) -> Bounds:
        """Give what the number may be."""
        return self.measure(found(listed, None if self.where is None else self.meant(listed)))

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


@dataclass(frozen=True, config=FROZEN)
class Each(OverThings):
    """A rule holds for each thing that is meant; so it does for none."""

    operator = "each"
    things: AnyList
    that: RuleOfThing
    where: RuleOfThing | None = None

    def judge(self, listed: Things) -> Truth:
        truths = self.truths(listed)
        return all_of(truths if listed.complete is TRUE else [*truths, UNKNOWN])

    def truths(self, listed: Things) -> list[Truth]:
        """Give the truth for each thing; TRUE for one that is not meant."""
        pairs = zip(self.meant(listed), _truths(self.that, listed), strict=True)
        return [any_of((negate(meant), truth)) for meant, truth in pairs]


@dataclass(frozen=True, config=FROZEN)
class Some(OverThings):
    """A rule holds for at least one thing that is meant."""

    operator = "some"
    things: AnyList
    that: RuleOfThing
    where: RuleOfThing | None = None

    def judge(self, listed: Things) -> Truth:
        truths = self.truths(listed)
        return any_of(truths if listed.complete is TRUE else [*truths, UNKNOWN])

    def truths(self, listed: Things) -> list[Truth]:
        """Give the truth for each thing; FALSE for one that is not meant."""
        pairs = zip(self.meant(listed), _truths(self.that, listed), strict=True)
        return [all_of((meant, truth)) for meant, truth in pairs]


_BOUNDS: Mapping[str, type[AtMost] | type[Below] | type[AtLeast] | type[Above]] = {
    "at_most": AtMost,
    "below": Below,
    "at_least": AtLeast,
    "above": Above,
}
_OF_EACH = ("at_most", "below")


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
    at_most: Decimal | None = None
    below: Decimal | None = None
    at_least: Decimal | None = None
    above: Decimal | None = None

    @model_validator(mode="after")
    def _has_one_bound(self) -> Self:
        if sum(getattr(self, name) is not None for name in _BOUNDS) != 1:
            raise ValueError(f"give one of {', '.join(_BOUNDS)}")
        _ = self.compared
        return self

    @cached_property
    def _sign(self) -> str:
        return next(name for name in _BOUNDS if getattr(self, name) is not None)

    @cached_property
    def compared(self) -> AtMost | Below | AtLeast | Above:
        """The comparison with the value of one thing."""
        return _BOUNDS[self._sign](item=self.of, limit=getattr(self, self._sign), unit=self.unit)

    @cached_property
    def _by_thing(self) -> Each | Some:
        kind = Each if self._sign in _OF_EACH else Some
        return kind(things=self.things, that=self.compared, where=self.where)

    def judge(self, listed: Things) -> Truth:
        return self._by_thing.judge(listed)


OVER_THINGS = (Count, Groups, MostInGroup, Each, Some, Largest)
"""Every operator over a list."""
