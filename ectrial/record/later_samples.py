"""Which of two answers to an item is of a later sample: an earlier sample replaces none."""

from ectrial.record.entries import JSON, Kind, NewEntry, Reason


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


def _day(value: JSON) -> str | None:
    """Give the sampling day of a number as an ISO text."""
    return value.get("date") if isinstance(value, dict) else None
