"""The operator over the day of an event: within, some time before or after an anchor.

The time is counted from the earlier of the two days, and ends within the day: three months from
the last of November end on the last of February. A day that is known to the month only is each of
its days, so the truth may be unknown.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import BeforeValidator, ValidationInfo, model_validator
from pydantic.dataclasses import dataclass

from ectrial.event_days import EventDay
from ectrial.facts import ANCHORS, Absence, AnchorName, Facts
from ectrial.nearest import unknown
from ectrial.rules.language import FROZEN, AnyItem, Rule, known_item, since
from ectrial.rules.spans import AnyLength, Length
from ectrial.truth import FALSE, TRUE, UNKNOWN, Truth, all_of, truth_of
from ectrial.vocabulary import Item


class Days(NamedTuple):
    """The first and the last day that something may have."""

    first: date
    last: date


def days_of(item: Item, facts: Facts) -> Days | None:
    """Give the days of an event; None without an answer, or for one that is not past by now.

    What is known of an event is that it was: a month that has begun stands for its days so far.
    """
    value = facts.items.get(item.id)
    if not isinstance(value, EventDay):
        return None
    today = None if item.future else facts.days.get("today")
    if today is None:
        return Days(value.first, value.last)
    return Days(value.first, min(value.last, today)) if value.first <= today else None


def _anchor(written: Any, info: ValidationInfo) -> Any:
    if isinstance(written, str) and written in ANCHORS:
        return written
    vocabulary = (info.context or {}).get("vocabulary", {})
    dates = [item.id for item in vocabulary.values() if item.kind == "date"]
    if not isinstance(written, Item) and written not in vocabulary:
        raise ValueError(unknown("anchor", written, [*ANCHORS, *dates]))
    item = known_item(written, info)
    if item.kind != "date":
        raise ValueError(f"{item.id} is no date{_anchors(dates)}")
    return item


def _anchors(dates: list[str]) -> str:
    """Say what may be an anchor instead."""
    return f": write one of {', '.join([*ANCHORS, *dates][:20])}"


Anchor = Annotated[AnchorName | Item, BeforeValidator(_anchor)]


@dataclass(frozen=True, config=FROZEN)
class Within(Rule):
    """The event lies `before` or `after` its anchor, at least and at most that long (language 3).

    The day of the anchor itself is 0 days away and is included, as both ends are. UNKNOWN without
    the day of the event or of its anchor. `none` says whether an event that never was (the answer
    `not_applicable`) counts as one within.
    """

    operator = "within"
    item: AnyItem
    before: Anchor | None = None
    after: Anchor | None = None
    at_least: AnyLength | None = None
    at_most: AnyLength | None = None
    none: Literal["yes", "no"] | None = None

    @model_validator(mode="after")
    def _makes_sense(self, info: ValidationInfo) -> Self:
        since(3, "within", info)
        if self.item.kind != "date":
            raise ValueError(f"{self.item.id} is no date: its item needs 'kind: date'")
        if (self.before is None) == (self.after is None):
            raise ValueError("give either before or after: within: {item: x, before: today, …}")
        if self.at_least is None and self.at_most is None:
            raise ValueError("give at_least, at_most or both, such as at_most: {days: 42}")
        if self.anchor is self.item:
            raise ValueError(f"{self.item.id} is held against itself: write another anchor")
        self._in_order()
        return self._for_none()

    def _in_order(self) -> None:
        if self.at_least is None or self.at_most is None:
            return
        day, nothing = date(2001, 1, 1), Facts()
        least, most = self.at_least.reached(day, nothing)[0], self.at_most.left(day, nothing)[1]
        if most is not None and least > most:
            raise ValueError("at_least is longer than at_most: no day lies so; swap the two")

    def _for_none(self) -> Self:
        can_be_none = Absence.NOT_APPLICABLE in self.item.absences
        if can_be_none and self.none is None:
            raise ValueError(
                f"{self.item.id} may be not_applicable: add none: yes if a subject without the "
                "event counts as within, else none: no"
            )
        if self.none is not None and not can_be_none:
            raise ValueError(f"{self.item.id} is never not_applicable: leave none out")
        return self

    @property
    def anchor(self) -> AnchorName | Item:
        """What the event is held against."""
        return self.before or self.after or "today"

    def anchor_days(self, facts: Facts) -> Days | None:
        """Give the days of the anchor; None while it has none."""
        if isinstance(self.anchor, Item):
            return days_of(self.anchor, facts)
        day = facts.days.get(self.anchor)
        return None if day is None else Days(day, day)

    def both(self, facts: Facts) -> tuple[Days, Days] | None:
        """Give the days of what comes first, then of what comes later; None if one is unknown."""
        event, anchor = days_of(self.item, facts), self.anchor_days(facts)
        if event is None or anchor is None:
            return None
        return (anchor, event) if self.before is None else (event, anchor)

    def holds(self, facts: Facts, meets: Truth) -> Truth:
        if self.none is not None and facts.items.get(self.item.id) is Absence.NOT_APPLICABLE:
            return truth_of(self.none == "yes")
        known = self.both(facts)
        if known is None:
            return UNKNOWN
        return all_of((self._is_over(*known, facts), self._is_left(*known, facts)))

    def _is_over(self, early: Days, late: Days, facts: Facts) -> Truth:
        least = self.at_least or Length(())
        if least.reached(early.first, facts)[0] > late.last:
            return FALSE
        passed = least.reached(early.last, facts)[1]
        return UNKNOWN if passed is None or passed > late.first else TRUE

    def _is_left(self, early: Days, late: Days, facts: Facts) -> Truth:
        if self.at_most is None:
            return TRUE
        if late.last <= self.at_most.left(early.first, facts)[0]:
            return TRUE
        last = self.at_most.left(early.last, facts)[1]
        return UNKNOWN if last is None or last >= late.first else FALSE

    def turns(self, facts: Facts) -> Iterator[date]:
        """Give the days on which its truth may be another, as today goes on; more do no harm."""
        days = []
        for item in (self.item, self.anchor):
            value = facts.items.get(item.id) if isinstance(item, Item) else None
            days += [value.first, value.last] if isinstance(value, EventDay) else []
        days += [day for name, day in facts.days.items() if name == self.anchor != "today"]
        found = [*days]
        for length in (self.at_least or Length(()), self.at_most):
            found += length.turns(days, facts) if length is not None else ()
        for day in found:
            yield from (day, day + timedelta(days=1))

    def open_items(self, facts: Facts, meets: Truth) -> Iterator[Item]:
        if self.holds(facts, meets) is not UNKNOWN:
            return
        anchors = [self.anchor] if isinstance(self.anchor, Item) else []
        lengths = [item for each in (self.at_least, self.at_most) if each for item in each.items]
        missing = [item for item in (self.item, *anchors, *lengths) if not _is_exact(item, facts)]
        yield from missing or [self.item]

    def items(self) -> Iterator[Item]:
        yield self.item
        if isinstance(self.anchor, Item):
            yield self.anchor
        for length in (self.at_least, self.at_most):
            yield from length.items if length else ()


def _is_exact(item: Item, facts: Facts) -> bool:
    if item.kind != "date":
        return facts.quantity(item.id) is not None
    days = days_of(item, facts)
    return days is not None and days.first == days.last
