"""Which days are working days, by the official calendar of a country, and how far it is known.

The library invents nothing but knows a year too early: it gives a year's holidays before the
State Council has said which weekends are worked for them. So we keep the last year that is said.
"""

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from holidays import HolidayBase

ONE_DAY = timedelta(days=1)
SATURDAY = 5
KNOWN_UP_TO = {"CN": 2026}
"""The last year whose moved days are announced; other countries move none by decree."""


class Day(NamedTuple):
    """A day, and whether an official calendar stands behind it."""

    day: date
    is_official: bool


def is_working_day(day: date, country: str) -> bool:
    """Whether it is a working day; without a country only weekends are none.

    >>> is_working_day(date(2026, 10, 10), "CN"), is_working_day(date(2026, 10, 10), "")
    (True, False)
    """
    return _calendar(country).is_working_day(day) if country else day.weekday() < SATURDAY


def next_working_day(day: date, country: str) -> Day:
    """Give the first working day after this one.

    >>> next_working_day(date(2026, 9, 30), "CN")
    Day(day=datetime.date(2026, 10, 8), is_official=True)
    """
    while True:
        day += ONE_DAY
        if is_working_day(day, country):
            is_official = bool(country) and day.year <= KNOWN_UP_TO.get(country, day.year)
            return Day(day, is_official)


def is_known(country: str) -> bool:
    """Whether there is a calendar of this country, named by two letters."""
    try:
        _calendar(country)
    except NotImplementedError:
        return False
    return True


@cache
def _calendar(country: str) -> "HolidayBase":
    # imported here: it takes a quarter of a second, and not every process asks
    from holidays import country_holidays

    return country_holidays(country)
