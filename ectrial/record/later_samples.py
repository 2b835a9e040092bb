"""Which answers to an item are of a later sample: an earlier one replaces none, and is kept."""

from collections.abc import Mapping

from ectrial.record.entries import JSON, Kind, NewEntry, Reason
from ectrial.record.screenings import Answer

Earlier = Mapping[str, tuple[Answer, ...]]
"""The samples of each item that count no more, or never did, in the order of their days."""


def is_superseded(value: JSON, present: JSON) -> bool:
    """Whether a number is from an earlier sample than the present answer, which still counts.

    Only an answer can be superseded: a correction always replaces. Before version 0.3.0 an item
    with an answer was never answered again, so older records keep their meaning.
    """
    new, counting = _day(value), _day(present)
    return new is not None and counting is not None and new < counting


def is_later(said: NewEntry, before: JSON) -> bool:
    """Whether an answer is of a later sample than the one before, which it does not correct.

    One that was repeated may be of the same day.
    """
    new, former = _day(said.value), _day(before)
    if said.reason is Reason.RESULT_REPEATED:
        return None not in (new, former)
    return said.kind is Kind.ANSWERED and None not in (new, former) and str(new) > str(former)


def with_sample(earlier: Earlier, item: str, sample: Answer) -> Earlier:
    """Add an earlier sample of an item to its others, in the order of their days."""
    kept = (*earlier.get(item, ()), sample)
    in_order = sorted(kept, key=lambda each: (_day(each.value) or "", each.seq))
    return {**earlier, item: tuple(in_order)}


def with_late_sample(
    earlier: Earlier, item: str, sample: Answer, reason: Reason | None
) -> Earlier:
    """Add a sample told after a later one; unless repeated, it replaces the last of its day."""
    kept = earlier.get(item, ())
    before = sample_of(kept, _day(sample.value) or "")
    if before is not None and reason is not Reason.RESULT_REPEATED:
        earlier = {**earlier, item: tuple(each for each in kept if each is not before)}
    return with_sample(earlier, item, sample)


def without_sample(earlier: Earlier, item: str, counts: Answer | None) -> Earlier:
    """Leave out the sample that counts again, since what replaced it was a mistake."""
    if counts is None or item not in earlier:
        return earlier
    kept = tuple(each for each in earlier[item] if each.value != counts.value)
    return {**earlier, item: kept}


def sample_of(kept: tuple[Answer, ...], day: str) -> Answer | None:
    """Give the sample of a day, if there is one: the last that was told."""
    return next((each for each in reversed(list(kept)) if _day(each.value) == day), None)


def _day(value: JSON) -> str | None:
    """Give the sampling day of a number as an ISO text."""
    return value.get("date") if isinstance(value, dict) else None
