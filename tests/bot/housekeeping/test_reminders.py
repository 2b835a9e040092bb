"""What rings a phone, when, and how often: over a real record, with a clock to turn."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.serving.pushes import Neutral
from ectrial.site_hours import Quiet, SiteHours
from tests.bot.ringing import Site, broken_promises
from tests.campaigns import by_place, campaign

SHANGHAI = ZoneInfo("Asia/Shanghai")
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
# a Wednesday, with the national holiday from the next day on
MORNING = datetime(2026, 9, 30, 7, tzinfo=SHANGHAI)


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    hours = SiteHours(SHANGHAI, Quiet(time(20), time(7, 30)), time(7, 45), "CN")
    async with Site(tmp_path / "x.db", hours, MORNING, frozenset({1, 2})) as site:
        yield site
    assert broken_promises(site) == []


def rung(site: Site) -> list[tuple[int, str, Neutral]]:
    return [
        (ring.person, f"{ring.at.astimezone(SHANGHAI):%d %H:%M}", ring.sentence)
        for ring in site.rings
    ]


async def rings(site: Site, times: int) -> None:
    """Wait until phones rang so often."""
    async with asyncio.timeout(120):
        while len(site.rings) < times:
            await asyncio.sleep(0.001)
            await site.delivers()


async def test_digest_comes_once_on_a_working_day_to_who_has_work(site: Site) -> None:
    site.work[1] = 3

    await site.looks_until(datetime(2026, 10, 11, tzinfo=SHANGHAI), 15 * MINUTE)

    days = ("30", "08", "09", "10")
    assert rung(site) == [(1, f"{day} 07:45", Neutral.TO_DO) for day in days]


async def test_who_had_no_work_in_the_morning_hears_of_none_later(site: Site) -> None:
    await site.looks_until(MORNING + HOUR, 15 * MINUTE)
    site.work[1] = 1
    await site.looks_until(MORNING + 6 * HOUR, 15 * MINUTE)

    assert rung(site) == []


async def test_digest_after_a_late_start_comes_then(site: Site) -> None:
    site.work[1] = 1
    site.passes(4 * HOUR)
    await site.looks()
    await site.is_killed()
    await site.looks()

    assert rung(site) == [(1, "30 11:00", Neutral.TO_DO)]


async def test_missed_digests_are_not_made_up_for(site: Site) -> None:
    site.work[1] = 1
    await site.looks_until(MORNING + HOUR, 15 * MINUTE)
    site.passes(9 * DAY)
    await site.looks()

    assert [when for _, when, _ in rung(site)] == ["30 07:45", "09 08:00"]


async def test_reminder_rings_at_its_time_also_on_a_holiday(site: Site) -> None:
    site.bells.remind(1, "12", datetime(2026, 10, 1, 15, tzinfo=SHANGHAI))

    await site.looks_until(MORNING + 2 * DAY, 15 * MINUTE)

    assert rung(site) == [(1, "01 15:00", Neutral.REMINDER)]


async def test_reminder_for_the_night_rings_at_its_end(site: Site) -> None:
    at = datetime(2026, 10, 1, 2, tzinfo=SHANGHAI)

    told = site.bells.remind(1, "12", at)
    await site.looks_until(MORNING + 2 * DAY, 15 * MINUTE)

    assert told == datetime(2026, 10, 1, 7, 30, tzinfo=SHANGHAI)
    assert rung(site) == [(1, "01 07:30", Neutral.REMINDER)]


async def test_what_is_due_to_one_person_at_once_rings_once(site: Site) -> None:
    site.work[1] = 2
    for about in ("12", "13"):
        site.bells.remind(1, about, MORNING + 45 * MINUTE)
    site.bells.remind(2, "12", MORNING + 45 * MINUTE)

    await site.looks_until(MORNING + 2 * HOUR, 15 * MINUTE)

    assert sorted(rung(site)) == [(each, "30 07:45", Neutral.REMINDER) for each in (1, 2)]
    assert sorted(len(ring.rows) for ring in site.rings) == [1, 3]


async def test_reminder_chosen_anew_takes_the_place_of_the_one_before(site: Site) -> None:
    for later in (DAY + HOUR, HOUR, 3 * HOUR):
        site.bells.remind(1, "12", MORNING + later)
    await site.looks_until(MORNING + 4 * HOUR, 15 * MINUTE)
    site.bells.remind(1, "12", MORNING + 6 * HOUR)
    await site.looks_until(MORNING + 2 * DAY, 15 * MINUTE)

    assert [when for _, when, _ in rung(site)] == ["30 10:00", "30 13:00"]


async def test_dropped_reminder_is_silent(site: Site) -> None:
    site.bells.remind(1, "12", MORNING + HOUR)
    site.ledger.due.drop(1, "12")

    await site.looks_until(MORNING + 2 * HOUR, 15 * MINUTE)

    assert rung(site) == []


async def test_news_rings_once_a_day_and_not_beside_the_digest(site: Site) -> None:
    site.work[1] = 1
    await site.looks_until(MORNING + HOUR, 15 * MINUTE)

    pushed = [site.bells.push(person, site.now()) for person in (1, 2, 2)]
    await site.looks()

    assert pushed == [False, True, False]
    assert rung(site) == [(1, "30 07:45", Neutral.TO_DO), (2, "30 08:00", Neutral.TO_LOOK_AT)]


async def test_digest_is_silent_if_news_rang_before(site: Site) -> None:
    site.work[1] = 1
    site.passes(35 * MINUTE)
    assert site.bells.push(1, site.now())

    await site.looks_until(MORNING + 2 * HOUR, MINUTE)

    assert rung(site) == [(1, "30 07:35", Neutral.TO_LOOK_AT)]


async def test_news_of_the_night_waits_for_the_digest(site: Site) -> None:
    site.work[1] = 1
    site.passes(-10 * HOUR)

    assert not site.bells.push(1, site.now())
    await site.looks_until(MORNING + HOUR, 15 * MINUTE)

    assert rung(site) == [(1, "30 07:45", Neutral.TO_DO)]


async def test_who_is_away_hears_nothing_and_the_reminder_on_return(site: Site) -> None:
    site.work[1] = 1
    site.away = {(1, site.hours.day(MORNING)), (1, site.hours.day(MORNING + DAY))}
    site.bells.remind(1, "12", MORNING + HOUR)
    site.bells.push(1, MORNING + HOUR)

    await site.looks_until(MORNING + 3 * DAY, 15 * MINUTE)

    assert rung(site) == [(1, "02 07:30", Neutral.REMINDER)]


async def test_who_never_wrote_to_the_bot_is_reached_once_they_do(site: Site) -> None:
    site.bells.remind(3, "12", MORNING + HOUR)
    await site.looks_until(MORNING + 2 * HOUR, 15 * MINUTE)

    assert rung(site) == []
    assert set(site.states().values()) == {"open"}


async def test_what_a_kill_took_from_the_hand_rings_after_it(site: Site) -> None:
    site.work[1] = 1
    site.bells.remind(2, "12", MORNING + 45 * MINUTE)
    site.passes(45 * MINUTE)
    await site.reminders.ring_due()
    await site.is_killed()

    await site.looks_until(MORNING + 3 * HOUR, 15 * MINUTE)

    assert sorted(rung(site)) == [
        (1, "30 07:45", Neutral.TO_DO),
        (2, "30 07:45", Neutral.REMINDER),
    ]


async def test_what_telegram_does_not_take_by_evening_rings_in_the_morning(site: Site) -> None:
    site.work[1] = 1
    site.bells.remind(2, "12", MORNING + 12 * HOUR)
    site.is_telegram_reached = False
    await site.looks_until(MORNING + 14 * HOUR, 15 * MINUTE)
    site.is_telegram_reached = True

    await site.looks_until(MORNING + 2 * DAY, 15 * MINUTE)

    # the digest is of yesterday, and the next day is a holiday
    assert rung(site) == [(2, "01 07:30", Neutral.REMINDER)]


@pytest.mark.parametrize(
    "jump", campaign(by_place([6 * HOUR, 3 * DAY, -6 * HOUR, -3 * DAY]), "1", "3")
)
async def test_clock_that_jumps_and_comes_back_loses_and_doubles_nothing(
    site: Site, jump: timedelta
) -> None:
    site.work[1] = 1
    for hours in range(1, 96, 5):
        site.bells.remind(2, str(hours), MORNING + hours * HOUR)
    await site.looks_until(MORNING + 3 * HOUR, 15 * MINUTE)
    site.jumped = jump
    await site.looks_until(MORNING + jump + 4 * HOUR, 15 * MINUTE)
    site.jumped = timedelta()

    await site.looks_until(MORNING + 5 * DAY, 15 * MINUTE)

    abouts = [r.about for ring in site.rings for r in ring.rows if r.kind == "reminder"]
    assert sorted(abouts, key=int) == [str(hours) for hours in range(1, 96, 5)]


async def test_work_that_cannot_be_counted_is_told_and_harms_no_other(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    site.work[1] = 1
    del site.work[2]

    await site.looks_until(MORNING + 2 * HOUR, 15 * MINUTE)

    assert rung(site) == [(1, "30 07:45", Neutral.TO_DO)]
    (told,) = caplog.messages
    assert told.startswith("the work of a person could not be counted: KeyError")


async def test_task_looks_when_a_row_is_added_and_not_only_later(site: Site) -> None:
    site.bells.remind(2, "12", MORNING)
    site.passes(HOUR)
    begun = asyncio.create_task(site.reminders.run(seconds=3600.0))
    await rings(site, 1)

    await site.commits.commit(lambda: site.bells.push(1, site.now()))
    await rings(site, 2)
    begun.cancel()
    await asyncio.gather(begun, return_exceptions=True)

    assert rung(site)[1:] == [(1, "30 08:00", Neutral.TO_LOOK_AT)]
    # a row that is added later wakes nobody
    assert site.bells.remind(1, "12", MORNING) == MORNING + 30 * MINUTE


async def test_look_that_fails_is_told_once_and_the_next_one_rings(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    site.passes(HOUR)
    site.work[1] = 1
    hidden = site.ledger.path.rename(site.ledger.path.with_suffix(".away"))

    begun = asyncio.create_task(site.reminders.run(seconds=0.001))
    async with asyncio.timeout(120):
        while not caplog.records:  # noqa: ASYNC110 - the log tells nobody
            await asyncio.sleep(0.001)
    hidden.rename(site.ledger.path)
    await rings(site, 1)
    begun.cancel()
    await asyncio.gather(begun, return_exceptions=True)

    assert rung(site) == [(1, "30 08:00", Neutral.TO_DO)]
    (told,) = caplog.messages
    assert told.startswith("reminders could not be looked after: StorageError")
