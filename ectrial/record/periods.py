"""A period of days at a site as moments: when its first day begins, and when its last is over."""

from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final

FIRST_DAY: Final = date(2000, 1, 1)
LAST_DAY: Final = date(2100, 12, 31)
"""No screening of a record is of a day before the first or after the last."""

Moments = tuple[datetime | None, datetime | None]
"""From a moment on, and before another; None: from the first, to the last."""


def is_within(*days: date) -> bool:
    """Whether a person can mean each of these days; others are slips of a digit."""
    return all(FIRST_DAY <= day <= LAST_DAY for day in days)


def moments_of(since: date | None, until: date | None, zone: tzinfo) -> Moments:
    """Give the moment at which a period begins at the site, and that at which it is over.

    A day that lies further out is taken as the last that may be meant: a record or a chat from
    before may have any.
    """
    over = until and _within(until) + timedelta(days=1)
    return _midnight(since and _within(since), zone), _midnight(over, zone)


def _within(day: date) -> date:
    return min(max(day, FIRST_DAY), LAST_DAY)


def _midnight(day: date | None, zone: tzinfo) -> datetime | None:
    return None if day is None else datetime.combine(day, time(), zone)
