"""Which answers to an item are of a later sample: an earlier one replaces none, and is kept."""

from ectrial.record.entries import JSON, Kind, NewEntry, Reason
from ectrial.record.screenings import Answer


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


def with_sample(kept: tuple[Answer, ...], sample: Answer) -> tuple[Answer, ...]:
    """Add an earlier sample to others, in the order of their days."""
    return tuple(sorted((*kept, sample), key=lambda each: (_day(each.value) or "", each.seq)))


def with_late_sample(
    kept: tuple[Answer, ...], sample: Answer, reason: Reason | None
) -> tuple[Answer, ...]:
    """Add a sample told after a later one; unless repeated, it replaces the last of its day."""
    others, before = list(kept), sample_of(kept, _day(sample.value) or "")
    if before is not None and reason is not Reason.RESULT_REPEATED:
        others.remove(before)
    return with_sample(tuple(others), sample)


def sample_of(kept: tuple[Answer, ...], day: str) -> Answer | None:
    """Give the sample of a day, if there is one: the last that was told."""
    return next((each for each in reversed(list(kept)) if _day(each.value) == day), None)


def _day(value: JSON) -> str | None:
    """Give the sampling day of a number as an ISO text."""
    return value.get("date") if isinstance(value, dict) else None
