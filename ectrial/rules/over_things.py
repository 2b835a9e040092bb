"""The interface of rules over a list, with what may be told beside it: a total, and their number.

List, total and number each leave some possibilities. What all that are left agree on is the truth;
if none is left, they contradict each other: the truth is unknown, and the contradiction is told.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from ectrial.facts import AnchorName, Facts, Things, Value
from ectrial.quantity import Quantity
from ectrial.rules.language import AnyItem, Evidence, Leaf, Rule
from ectrial.rules.reversed_things import reversed_things
from ectrial.rules.things_counted import Bounds
from ectrial.rules.things_operands import AnyList, RuleOfThing
from ectrial.rules.times import Within
from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth
from ectrial.vocabulary import Item

Listed = Sequence[Mapping[str, Value]]
Anchors = Mapping[AnchorName, date]
EMPTY: Anchors = {}


class Seen(NamedTuple):
    """The things that are listed, how many more there are, and what their total is told to be.

    `days` are those of the anchors against which dates of the things are held.
    """

    things: Listed
    more: Bounds
    total: Value | None = None
    days: Anchors = EMPTY

    @property
    def is_all(self) -> bool:
        """Whether there are no things beside the list."""
        return self.more.high == 0


class OverThings(Rule):
    """A rule about the things of one list; `where` leaves those out that are not meant.

    `total` is the item that may be told in place of the list, such as the number of lesions.
    `number` tells how many things there are in all.
    """

    operator = "_"
    things: AnyList
    where: RuleOfThing | None
    total: AnyItem | None
    number: AnyItem | None

    def check_totals(self) -> None:
        """Refuse a total or a number that cannot be one: ValueError."""
        if self.number is not None and (fault := no_count(self.number)):
            raise ValueError(f"number: {fault}")
        if self.total is not None and (fault := self.no_total(self.total)):
            raise ValueError(f"total: {fault}")
        _ = self.told

    def no_total(self, item: Item) -> str:
        """Say why an item cannot be told in place of the list; empty if it can."""
        return no_count(item)

    def told_rule(self, total: Item) -> Rule:
        """Give the rule about the total alone."""
        raise TypeError(self.operator)

    def judge(self, seen: Seen) -> Truth | None:
        """Give the truth for what is seen; None if nothing fits all of it."""
        raise TypeError(self.operator)

    @cached_property
    def told(self) -> Rule | None:
        """The rule about the total alone, which decides while nothing is listed."""
        return None if self.total is None else self.told_rule(self.total)

    @property
    def of_thing(self) -> tuple[Rule, ...]:
        """The rules about one thing."""
        return () if self.where is None else (self.where,)

    @cached_property
    def timed(self) -> tuple[Within, ...]:
        """The rules about dates of one thing."""
        leaves = (leaf.rule for rule in self.of_thing for leaf in rule.leaves(TRUE))
        return tuple(rule for rule in leaves if isinstance(rule, Within))

    def turns(self, facts: Facts) -> Iterator[date]:
        """Give the days on which its truth may be another, as today goes on."""
        for thing in self.seen(facts).things if self.timed else ():
            for rule in self.timed:
                yield from rule.turns(Facts(thing, days=facts.days))

    @property
    def in_all(self) -> Item | None:
        """The item that tells how many things there are."""
        return self.number

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        truth = self._judged(facts)
        if truth is None:
            return UNKNOWN
        if truth is UNKNOWN and self.told is not None:
            return self.told.holds(facts, meets)  # a judgement, in place of a number
        return truth

    def _judged(self, facts: Facts) -> Truth | None:
        seen = self.seen(facts)
        if self.timed and reversed_things(self.things, facts.items.get(self.things.id)):
            return None
        return None if seen.more.is_empty else self.judge(seen)

    def seen(self, facts: Facts) -> Seen:
        """Give what is known of the list."""
        of, total = facts.items, self.total
        value = of.get(self.things.id)
        listed = value if isinstance(value, Things) else Things()
        more = Bounds(1 if listed.complete is FALSE else 0, 0 if listed.complete is TRUE else None)
        if self.in_all is not None:
            more = more.both(counted(self.in_all, of.get(self.in_all.id)).less(len(listed.things)))
        return Seen(listed.things, more, None if total is None else of.get(total.id), facts.days)

    def settles(self, facts: Facts) -> bool:
        """Whether the list alone, without what is told beside it, settles the rule."""
        value = facts.items.get(self.things.id)
        alone = Facts({} if value is None else {self.things.id: value}, days=facts.days)
        return self._judged(alone) in (TRUE, FALSE)

    def clash(self, facts: Facts) -> tuple[Item, ...]:
        """Give the items whose answers cannot all be true: the fewest that contradict; or none."""
        if self._judged(facts) is not None:
            return ()
        named = {item.id: item for item in self.items()}
        known = [item for name, item in named.items() if name in facts.items]
        pairs = ([one, other] for i, one in enumerate(known) for other in known[i + 1 :])
        for some in pairs:
            only = Facts({item.id: facts.items[item.id] for item in some}, days=facts.days)
            if self._judged(only) is None:
                return tuple(some)
        return tuple(known)

    def meant(self, things: Listed, days: Anchors = EMPTY) -> list[Truth]:
        """Say of each thing whether it is meant."""
        return [TRUE] * len(things) if self.where is None else of_each(self.where, things, days)

    def evidence(self, facts: Facts, meets: Truth) -> Iterator[Evidence]:
        result = self.holds(facts, meets)
        told = self.told
        is_listed = isinstance(facts.items.get(self.things.id), Things)
        by_total = told is not None and told.holds(facts, meets) is result and not is_listed
        if result is UNKNOWN or not by_total:
            yield Evidence(self, result, meets)
        if told is not None and by_total and not self.clash(facts):
            yield from told.evidence(facts, meets)

    def open_items(self, facts: Facts, meets: Truth) -> Iterator[Item]:
        if self.holds(facts, meets) is UNKNOWN:
            exact = (item.id for item in self.items() if _is_exact(facts.items.get(item.id)))
            known = frozenset(exact)
            yield from self.clash(facts) or (i for i in self.items() if i.id not in known)

    def items(self) -> Iterator[Item]:
        yield self.things
        yield from (item for item in (self.total, self.number) if item is not None)

    def leaves(self, meets: Truth) -> Iterator[Leaf]:
        if self.told is not None:
            yield from self.told.leaves(meets)
        # what is told beside the list is read back by the rule about it
        yield Leaf(self, meets, frozenset({self.things.id}))


def _is_exact(value: Value | None) -> bool:
    return value in ("yes", "no") or (isinstance(value, Quantity) and value.comparator == "=")


def of_each(rule: Rule, things: Listed, days: Anchors = EMPTY) -> list[Truth]:
    """Give the truth of a rule for each thing."""
    return [rule.holds(Facts(thing, days=days), TRUE) for thing in things]


def no_count(item: Item) -> str:
    """Say why an item cannot tell how many there are; empty if it can."""
    is_count = item.kind == "quantity" and item.whole and len(item.units) == 1
    return (
        ""
        if is_count
        else f"{item.id} is no whole number in one unit: name an item with whole: true"
    )


def counted(item: Item, value: Value | None) -> Bounds:
    """Give the numbers that an answer may stand for; without a number any."""
    if not isinstance(value, Quantity):
        return Bounds(0, None)
    low, high = item.interval(value)[:2]
    return Bounds(int(low), None if high is None else int(high))
