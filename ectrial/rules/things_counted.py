"""How many things of a list there are: bounds while the list or a property is not known whole."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ectrial.facts import Absence, Value
from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth, all_of
from ectrial.vocabulary import Item


class Bounds(NamedTuple):
    """The least and the greatest number that it may be; a `high` of None is unbounded."""

    low: int
    high: int | None

    @property
    def is_empty(self) -> bool:
        """Whether no number lies between them."""
        return self.high is not None and self.low > self.high

    def both(self, other: "Bounds") -> "Bounds":
        """Give the numbers that lie within both."""
        highs = [high for high in (self.high, other.high) if high is not None]
        return Bounds(max(self.low, other.low), min(highs, default=None))

    def less(self, number: int) -> "Bounds":
        """Give what is left of it once so many are taken away; never less than none."""
        return Bounds(max(self.low - number, 0), None if self.high is None else self.high - number)

    def at_least(self, number: int) -> Truth:
        """Whether it is at least this number."""
        if self.low >= number:
            return TRUE
        return FALSE if self.high is not None and self.high < number else UNKNOWN

    def within(self, low: int | None, high: int | None) -> Truth:
        """Whether it is from `low` to `high`, both included; None is no bound."""
        ends = [] if low is None else [self.at_least(low)]
        if high is not None:
            above = self.at_least(high + 1)
            ends.append(UNKNOWN if above is UNKNOWN else FALSE if above is TRUE else TRUE)
        return all_of(ends)


class Found(NamedTuple):
    """The things that are meant for certain, those that may be, and how many more there may be.

    `more`: the bounds of the number of meant things that are not in the list.
    """

    certain: Sequence[Mapping[str, Value]]
    possible: Sequence[Mapping[str, Value]]
    more: Bounds

    @property
    def may_be_none(self) -> bool:
        """Whether perhaps no thing is meant."""
        return not self.certain and self.more.low == 0


def found(things: Sequence[Mapping[str, Value]], meant: Sequence[Truth], more: Bounds) -> Found:
    """Sort the things of a list by whether they are meant; `more` are meant things beside it."""
    pairs = list(zip(things, meant, strict=True))
    return Found(
        [thing for thing, truth in pairs if truth is TRUE],
        [thing for thing, truth in pairs if truth is UNKNOWN],
        more,
    )


def number(things: Found) -> Bounds:
    """Give the number of the things that are meant."""
    low = len(things.certain) + things.more.low
    high = things.more.high
    return Bounds(low, None if high is None else len(things.certain) + len(things.possible) + high)


def groups(things: Found, by: Item) -> Bounds:
    """Give the number of groups; options in `by.several` may each stand for several."""
    low = _apart(_counts(things.certain, by))
    counts = _counts([*things.certain, *things.possible], by)
    if not things.may_be_none:
        low = max(low, 1)
    most = None if by.several else len(by.options)
    if things.more.high is None:
        return Bounds(low, most)
    high = sum(n if option in (None, *by.several) else 1 for option, n in counts.items())
    high += things.more.high
    return Bounds(low, high if most is None else min(high, most))


def most_in_group(things: Found, by: Item) -> Bounds:
    """Give the number of things in the group that has most of them."""
    low = _least_most(_counts(things.certain, by), things.more.low, by)
    if things.more.high is None:
        return Bounds(low, None)
    counts = _counts([*things.certain, *things.possible], by)
    anywhere = counts.pop(None, 0) + things.more.high
    return Bounds(low, max(counts.values(), default=0) + anywhere)


def _counts(things: Iterable[Mapping[str, Value]], by: Item) -> Counter[str | None]:
    """Count the things of each option; None counts those of which it is not known."""
    values = (thing.get(by.id) for thing in things)
    known = (None if v is None or isinstance(v, Absence) else str(v) for v in values)
    return Counter(known)


def _apart(counts: Counter[str | None]) -> int:
    return sum(1 for option in counts if option is not None)


def _least_most(counts: Counter[str | None], more: int, by: Item) -> int:
    """Give the size of the greatest group, if things of unknown groups lie apart."""
    anywhere = counts.pop(None, 0) + more
    if by.several:
        named = [n for option, n in counts.items() if option not in by.several]
        return max([*named, 1 if anywhere or counts else 0])
    sizes = [counts[option] for option in by.options]
    least = max(sizes)
    while sum(least - size for size in sizes) < anywhere:
        least += 1
    return least
