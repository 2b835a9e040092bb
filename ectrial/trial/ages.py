"""How old an answer may be to count, item by item, and which answers are too old on a day."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, InstanceOf, ValidationInfo

from ectrial.facts import Absence, Facts, Reported
from ectrial.nearest import unknown
from ectrial.quantity import Quantity
from ectrial.rules.language import known_item, since
from ectrial.rules.spans import HOW, Written, written_span
from ectrial.rules.times import days_of
from ectrial.vocabulary import Item


class Age(NamedTuple):
    """The greatest age of an answer, counted to today and, if it is known, to the day `before`."""

    limit: Written
    before: Item | None = None


class Aged(NamedTuple):
    """An answer that grows old; `last` is the last day on which it counts.

    `day` is that of the sample if it is said, else of the answering; None if nobody knows it.
    """

    item: Item
    day: date | None
    limit: Written
    last: date | None
    until: date
    """The day up to which its age is counted, if that is later than today."""

    def is_stale(self, today: date) -> bool:
        """Whether it is too old on this day, or may be."""
        return self.last is None or max(today, self.until) > self.last


def _age(written: Any, info: ValidationInfo) -> Any:
    if isinstance(written, Age):
        return written
    if not isinstance(written, dict) or not written.keys() - {"before"}:
        raise ValueError(f"an age needs its unit: {HOW}, perhaps with before: and a date")
    span = {unit: number for unit, number in written.items() if unit != "before"}
    return Age(written_span(span), _before(written.get("before", "today"), info))


def _before(name: Any, info: ValidationInfo) -> Item | None:
    if name == "today":
        return None
    vocabulary = (info.context or {}).get("vocabulary", {})
    dates = [item.id for item in vocabulary.values() if item.kind == "date"]
    if name not in dates:
        raise ValueError(unknown("date", name, ["today", *dates]))
    return known_item(name, info)  # type: ignore[no-any-return] # it is one of these


def checked_ages(ages: Mapping[str, Age], info: ValidationInfo) -> Mapping[str, Age]:
    """Refuse ages in an older language, and ages of items that do not exist: ValueError."""
    if ages:
        since(3, "ages", info)
    for name in ages:
        known_item(name, info)
    return ages


AnyAge = Annotated[InstanceOf[Age], BeforeValidator(_age)]


def ages_of(
    ages: Mapping[str, Age], facts: Facts, vocabulary: Mapping[str, Item]
) -> Iterator[Aged]:
    """Give every answer that grows old; that nothing is known yet does not.

    That there is none, or that a test was not done, is true of its day as any other answer is.
    """
    for name, age in ages.items():
        value = facts.items.get(name)
        if value in (None, Absence.UNKNOWN, Absence.PENDING):
            continue
        dated = value.taken if isinstance(value, Quantity | Reported) else None
        day = dated or facts.answered.get(name)
        last = None if day is None else age.limit.span.after(day)
        planned = None if age.before is None else days_of(age.before, facts)
        yield Aged(vocabulary[name], day, age.limit, last, planned.last if planned else date.min)


def stale_on(
    ages: Mapping[str, Age], facts: Facts, vocabulary: Mapping[str, Item], today: date
) -> dict[str, Aged]:
    """Give the answers that are too old to count on a day, by item."""
    found = ages_of(ages, facts, vocabulary)
    return {each.item.id: each for each in found if each.is_stale(today)}
