"""The day of an event as far as it is known: a day, a month or a year; and spans of time.

A month or a year stands for each of its days, so that a comparison with it may be unknown.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final, NamedTuple

EARLIEST: Final = 1900
LATEST: Final = 2199
"""The years in which an event may lie: others are slips of a digit."""
MONTHS_OF_A_YEAR: Final = 12

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")


class EventDay(NamedTuple):
    """A year, a month of it, or a day of that; what is not known is None."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> date:
        """The first day that it may be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it may be."""
        month = self.month or MONTHS_OF_A_YEAR
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def written(self) -> str:
        """The day as ISO 8601 writes it: 2026-03-14, 2026-03 or 2026."""
        parts = (f"{self.year:04}", *(f"{part:02}" for part in self[1:] if part is not None))
        return "-".join(parts)


def read_event_day(raw: object) -> EventDay:
    """Read 2026-03-14, 2026-03 or 2026, also as `{date: …}`; ValueError for what is no such day.

    >>> read_event_day("2026-03"), read_event_day("2026-03").last
    (EventDay(year=2026, month=3, day=None), datetime.date(2026, 3, 31))
    """
    if isinstance(raw, dict) and raw.keys() == {"date"}:
        raw = raw["date"]
    found = _WRITTEN.fullmatch(raw) if isinstance(raw, str) and raw.isascii() else None
    if found is None:
        raise ValueError(f"not a date: {str(raw)[:40]!r}; write 2026-03-14, 2026-03 or 2026")
    day = EventDay(*[int(part) if part else None for part in found.groups()])  # type: ignore[arg-type] # the year is always there
    try:
        day.first, day.last  # noqa: B018 - a day that does not exist is told here
    except ValueError:
        raise ValueError(f"no such day: {raw!r}") from None
    if not EARLIEST <= day.year <= LATEST:
        raise ValueError(f"a date lies between {EARLIEST} and {LATEST}: {raw!r}")
    return day


def on(day: date) -> EventDay:
    """Give a day that is known exactly."""
    return EventDay(day.year, day.month, day.day)


class Span(NamedTuple):
    """A length of time in days, or in calendar months, from a day that is known."""

    days: int = 0
    months: int = 0

    def after(self, day: date) -> date:
        """Give the day this long after another; a month ends where the shorter month ends.

        >>> str(Span(months=1).after(date(2026, 1, 31)))
        '2026-02-28'
        """
        if not self.months:
            return day + timedelta(days=self.days)
        whole = day.year * MONTHS_OF_A_YEAR + day.month - 1 + self.months
        year, month = divmod(whole, MONTHS_OF_A_YEAR)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
