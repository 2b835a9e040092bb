"""Whatever day is typed, of whichever year: it is read, or refused, and never an error."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from conversations.coming_days import past_day, read_last_day
from ectrial.event_days import read_event_day
from ectrial.imports.cells import day_in
from ectrial.labs.typed_days import read_coming_day, read_typed_day, without_day
from ectrial.labs.typed_moments import read_coming_moment
from ectrial.record.periods import FIRST_DAY, LAST_DAY, is_within, moments_of
from ectrial.wording.speech import speech

TODAY, YEARS = date(2026, 11, 30), timedelta(days=3660)
NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
_NUMBERS = st.integers(0, 13).map(str) | st.sampled_from(["00", "29", "31", "99", "366", "99999"])
_YEARS = st.sampled_from(["0000", "0001", "1899", "1999", "2026", "2100", "9999", "10000"])
_FORMS = st.sampled_from(
    (
        *("{y}-{m}-{d}", "{d}.{m}.{y}", "{d}/{m}/{y}", "{y}年{m}月{d}日", "{d} Feb {y}"),
        *("in {d} days", "{d}天后", "{d} days ago", "{y}-{m}-{d} 23:59", "{y}{m}{d}"),
        *("5.2 {d}.{m}", "{m}-{d}"),
    )
)
TYPED = st.builds(
    lambda form, y, m, d: form.format(y=y, m=m, d=d), _FORMS, _YEARS, _NUMBERS, _NUMBERS
)
ZONES = st.sampled_from(["Asia/Shanghai", "America/Anchorage", "Pacific/Kiritimati", "UTC"])


@given(TYPED)
def test_a_typed_day_is_near_or_none(text: str) -> None:
    beside = without_day(text, TODAY)
    moment = read_coming_moment(text, NOW, time(8))
    days = [
        *(read(text, TODAY) for read in (read_typed_day, read_coming_day, read_last_day)),
        beside and beside[1],
        moment and moment.date(),
    ]

    assert all(day is None or abs(day - TODAY) <= YEARS for day in days)
    assert day_in(text) is None or text[:4].isdigit()
    assert isinstance(past_day(speech("zh"), text, TODAY), str)
    with suppress(ValueError):
        assert read_event_day(text).written == text


@given(st.none() | st.dates(), st.none() | st.dates(), ZONES)
def test_any_period_has_moments_that_can_be_stored(
    since: date | None, until: date | None, zone: str
) -> None:
    begin, over = moments_of(since, until, ZoneInfo(zone))

    assert (begin is None, over is None) == (since is None, until is None)
    stored = [each.astimezone(UTC).isoformat() for each in (begin, over) if each]
    assert all(each >= "1999-12-31" for each in stored)
    if since and is_within(since):
        assert begin is not None
        assert begin.date() == since
    assert moments_of(FIRST_DAY, LAST_DAY, ZoneInfo(zone)) == moments_of(
        date.min, date.max, ZoneInfo(zone)
    )
