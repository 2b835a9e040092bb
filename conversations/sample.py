"""The day of a sample: printed in a text or stated by a person, and kept with each number."""

from datetime import date, timedelta

from conversations.case import Case
from conversations.changes import day_of
from conversations.drafts import Values
from conversations.focus import Focus, SaidDay
from conversations.here import Here

SAME_SITTING = timedelta(hours=12)


def sample_day(case: Case, focus: Focus) -> date | None:
    """Give the day for numbers typed now: the day stated in this sitting, or None.

    An earlier sitting says nothing about the sample at hand.
    """
    days = (said.day for said in focus.sitting if _is_of(said, case) and _holds(said, case))
    return next(days, None)


def said_day(here: Here, day: date) -> tuple[SaidDay, ...]:
    """Keep a day for the sitting with the open screening; days of other screenings stay."""
    case = here.case
    others = (s for s in here.focus.sitting if not _is_of(s, case) and _holds(s, case))
    return (SaidDay(case.id, day, here.world.now), *others)


def dated(here: Here, values: Values, day: date | None = None) -> Values:
    """Add the sampling day to each number that has none.

    Without `day`, the day of the sitting is used, but not for an item whose card shows another
    day, as its number is of another sample: that one may be corrected, or this one be new. If no
    day is known, the numbers are unchanged.
    """
    said = day or sample_day(here.case, here.focus)
    if said is None:
        return values
    shown = {} if day else {item: day_of(here.case.recorded(item)) for item in values}
    return {
        item: value.sampled_on(said)
        if here.case.vocabulary[item].sample and shown.get(item) in (None, said)
        else value
        for item, value in values.items()
    }


def lacks_day(case: Case, values: Values) -> bool:
    """Whether a result of a sample, a number or one reported in a word, has no day yet."""
    return any(
        case.vocabulary[item].sample and isinstance(value.value, dict) and value.day is None
        for item, value in values.items()
    )


def _is_of(said: SaidDay, case: Case) -> bool:
    return said.screening == case.id


def _holds(said: SaidDay, case: Case) -> bool:
    return case.world.now - said.at < SAME_SITTING
