"""Quiet hours by the clock on the wall, also in the nights in which that is changed."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ectrial.site_hours import Quiet, SiteHours

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
MINUTE = timedelta(minutes=1)
TIMES = st.builds(time, st.integers(0, 23), st.sampled_from((0, 30, 59)))
# the nights in which the clocks change in Berlin, and the hours around them
MOMENTS = st.sampled_from((datetime(2026, 3, 28, tzinfo=UTC), datetime(2026, 10, 24, tzinfo=UTC)))


@pytest.mark.parametrize(
    ("meant", "rings"),
    [
        ("2026-11-30T19:59", "2026-11-30T19:59"),
        ("2026-11-30T20:00", "2026-12-01T07:30"),
        ("2026-12-01T02:00", "2026-12-01T07:30"),
        ("2026-12-01T07:30", "2026-12-01T07:30"),
    ],
)
def test_what_is_meant_for_the_night_rings_at_its_end(meant: str, rings: str) -> None:
    moment, expected = (
        datetime.fromisoformat(each).replace(tzinfo=SHANGHAI) for each in (meant, rings)
    )

    assert SiteHours(SHANGHAI).rings_at(moment) == expected


def test_a_day_is_that_of_the_site() -> None:
    hours = SiteHours(SHANGHAI)

    assert hours.day(datetime(2026, 11, 30, 16, tzinfo=UTC)) == date(2026, 12, 1)
    assert hours.is_digest_due(datetime(2026, 11, 30, 23, 45, tzinfo=UTC))
    assert not hours.is_digest_due(datetime(2026, 11, 30, 23, 44, tzinfo=UTC))


@given(begin=TIMES, end=TIMES, around=MOMENTS, minutes=st.integers(0, 3 * 24 * 60))
def test_the_first_moment_that_is_not_quiet_rings(
    begin: time, end: time, around: datetime, minutes: int
) -> None:
    hours = SiteHours(BERLIN, Quiet(begin, end) if begin != end else Quiet(time(0), time(1)))
    meant = around + minutes * MINUTE

    rings = hours.rings_at(meant)

    assert meant <= rings
    assert not hours.is_quiet(rings)
    while meant < rings:
        assert hours.is_quiet(meant)
        meant += MINUTE
