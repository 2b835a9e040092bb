"""Working days by the official calendar, with both kinds of moved days, and where it ends."""

import subprocess
import sys
from datetime import date

import pytest

from ectrial.working_days import KNOWN_UP_TO, Day, is_known, is_working_day, next_working_day
from tests.tables import of_each


@of_each(
    ("day", "works"),
    [
        (date(2026, 10, 10), True),  # a Saturday, worked for the national holiday
        (date(2026, 2, 14), True),  # another, for the Spring Festival
        (date(2026, 10, 7), False),  # a Wednesday, off in its place
        (date(2026, 2, 15), False),
        (date(2026, 11, 30), True),
        (date(2026, 11, 29), False),
    ],
)
def test_days_are_moved_both_ways(day: date, works: bool) -> None:
    assert is_working_day(day, "CN") is works


@of_each(
    ("after", "is_next"),
    [
        (date(2026, 9, 30), Day(date(2026, 10, 8), is_official=True)),
        (date(2026, 10, 9), Day(date(2026, 10, 10), is_official=True)),
        (date(2026, 12, 30), Day(date(2026, 12, 31), is_official=True)),
        (date(2026, 12, 31), Day(date(2027, 1, 4), is_official=False)),
        (date(2027, 5, 14), Day(date(2027, 5, 17), is_official=False)),
    ],
)
def test_next_working_day_says_whether_it_is_official(after: date, is_next: Day) -> None:
    assert next_working_day(after, "CN") == is_next


def test_without_a_country_weekends_alone_are_off_and_nothing_is_official() -> None:
    assert next_working_day(date(2026, 9, 30), "") == Day(date(2026, 10, 1), is_official=False)
    assert next_working_day(date(2026, 10, 9), "") == Day(date(2026, 10, 12), is_official=False)


def test_country_that_moves_no_days_by_decree_is_known_in_every_year() -> None:
    assert next_working_day(date(2029, 12, 31), "DE") == Day(date(2030, 1, 2), is_official=True)


def test_the_last_known_year_has_worked_weekends_and_the_next_has_none() -> None:
    known = KNOWN_UP_TO["CN"]

    worked = [
        sum(
            is_working_day(date.fromordinal(day), "CN")
            for day in range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())
            if date.fromordinal(day).weekday() > 4
        )
        for year in (known, known + 1)
    ]

    assert worked[0] > 0
    assert worked[1] == 0, "the library knows another year: read its notice, then KNOWN_UP_TO"


def test_countries_are_known_by_two_letters() -> None:
    assert [is_known(name) for name in ("CN", "DE", "XX", "cn")] == [True, True, False, False]


@pytest.mark.long
def test_the_library_is_loaded_by_whoever_asks_alone() -> None:
    asked = "import sys, bot.app, ectrial.working_days; sys.exit('holidays' in sys.modules)"

    subprocess.run([sys.executable, "-c", asked], check=True)  # noqa: S603 - our own words
