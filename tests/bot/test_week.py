"""A week with three people and forty items: no reminder lost, doubled or at night.

Meanwhile the process is killed, Telegram is out of reach, and the machine's clock jumps and comes
back. At most one ring a person and day that nobody asked for.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.serving.pushes import Neutral
from ectrial.site_hours import SiteHours
from ectrial.working_days import is_working_day
from tests.bot.ringing import Site, broken_promises
from tests.campaigns import campaign

PEOPLE = frozenset({1, 2, 3})
ITEMS = 40
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
WEEK = 7 * DAY
SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
Week = tuple[SiteHours, datetime]
WEEKS: dict[str, Week] = {
    # with the national holiday from Thursday on
    "holiday": (
        SiteHours(SHANGHAI, country="CN"),
        datetime(2026, 9, 28, tzinfo=SHANGHAI).astimezone(UTC),
    ),
    # with the night in which the clocks are set back
    "autumn": (
        SiteHours(BERLIN, country="DE"),
        datetime(2026, 10, 19, tzinfo=BERLIN).astimezone(UTC),
    ),
    # with the night in which they are set forward
    "spring": (SiteHours(BERLIN), datetime(2026, 3, 23, tzinfo=BERLIN).astimezone(UTC)),
}

Deed = Callable[[Site], Coroutine[Any, Any, None]]


@dataclass(frozen=True)
class Chosen:
    """A time that a person chose, and when they chose it, in minutes from the beginning."""

    person: int
    item: int
    said: int
    at: int

    def is_set(self, site: Site, monday: datetime) -> None:
        site.bells.remind(self.person, str(self.item), monday + self.at * MINUTE)


# spread over all hours of the week, each on its own minute
CHOSEN = tuple(
    Chosen(1 + item % 3, item, said=item * 97, at=item * 97 + 1 + item * item * 131 % 4_400)
    for item in range(ITEMS)
)


@pytest.mark.parametrize("week", campaign(WEEKS, "holiday"))
async def test_a_quiet_week_rings_exactly_when_it_should(week: Week, tmp_path: Path) -> None:
    hours, monday = week
    async with Site(tmp_path / "x.db", hours, monday, PEOPLE) as site:
        site.work = {1: 14, 2: 13, 3: 0}
        for each in CHOSEN:
            each.is_set(site, monday)
        looks = list[datetime]()
        while site.now() < monday + WEEK:
            looks.append(site.now())
            await site.looks()
            site.passes(15 * MINUTE)

    def next_look(moment: datetime) -> datetime:
        return next(look for look in looks if look >= moment)

    chosen = Counter(
        (each.person, str(each.item), next_look(hours.rings_at(monday + each.at * MINUTE)))
        for each in CHOSEN
    )
    mornings: dict[date, datetime] = {}
    for look in looks:
        if hours.is_digest_due(look) and not hours.is_quiet(look):
            mornings.setdefault(hours.day(look), look)
    digests = {
        (person, look)
        for day, look in mornings.items()
        for person in (1, 2)
        if is_working_day(day, hours.country)
    }
    rung = [(ring, row) for ring in site.rings for row in ring.rows]
    assert broken_promises(site) == []
    assert chosen == Counter((r.person, r.about, g.at) for g, r in rung if r.kind == "reminder")
    assert digests == {(row.person, ring.at) for ring, row in rung if row.kind == "digest"}
    assert set(site.left.values()) == {"sent"}


async def kill(site: Site) -> None:
    await site.is_killed()


async def kill_in_hand(site: Site) -> None:
    await site.reminders.ring_due()
    await site.is_killed()


async def lose_telegram(site: Site) -> None:
    site.is_telegram_reached = False


async def reach_telegram(site: Site) -> None:
    site.is_telegram_reached = True


async def jump(site: Site, by: timedelta) -> None:
    site.jumped = by


async def news(site: Site, person: int) -> None:
    with site.ledger.together():
        site.bells.push(person, site.now())


async def toil(site: Site, person: int, items: int) -> None:
    site.work[person] = items


async def leave(site: Site, person: int) -> None:
    site.away.add((person, site.hours.day(site.now())))


FIXED: list[tuple[int, Deed]] = [
    (1, partial(toil, person=1, items=14)),
    (2, partial(toil, person=2, items=13)),
    *((hour * 60 + 31, kill) for hour in range(3, 168, 17)),
    *((hour * 60 + 5, kill_in_hand) for hour in range(8, 168, 12)),
    *((hour * 60, partial(news, person=1 + hour % 3)) for hour in range(5, 168, 7)),
    (19 * 60 + 40, lose_telegram),
    (22 * 60, reach_telegram),
    (31 * 60, partial(jump, by=7 * HOUR)),
    (33 * 60, partial(jump, by=timedelta())),
    (57 * 60, partial(jump, by=-30 * HOUR)),
    (58 * 60, partial(jump, by=timedelta())),
    (81 * 60, partial(jump, by=2 * DAY)),
    (82 * 60, partial(jump, by=timedelta())),
    (100 * 60, partial(leave, person=3)),
]


async def lived(
    path: Path, hours: SiteHours, monday: datetime, deeds: list[tuple[int, Deed]], every: int
) -> Site:
    """Let a week pass with these deeds, then two days without any; everybody is there then."""
    said = [(each.said, each) for each in CHOSEN]
    async with Site(path, hours, monday, PEOPLE) as site:
        for minute in range(0, 9 * 24 * 60, every):
            due = range(minute, minute + every)
            for _, each in (pair for pair in said if pair[0] in due):
                each.is_set(site, monday)
            for _, deed in (pair for pair in deeds if pair[0] in due):
                await deed(site)
            if minute >= 7 * 24 * 60:
                site.is_telegram_reached, site.jumped = True, timedelta()
            await site.looks()
            site.passes(every * MINUTE)
    return site


def missed(site: Site) -> list[str]:
    """Name the items that did not ring, though they were to ring within the week."""
    rung = Counter(r.about for ring in site.rings for r in ring.rows if r.kind == "reminder")
    return [str(each.item) for each in CHOSEN if rung[str(each.item)] != 1]


@pytest.mark.long
@pytest.mark.parametrize("week", campaign(WEEKS, "spring"))
async def test_nothing_is_lost_doubled_or_at_night_in_a_bad_week(
    week: Week, tmp_path: Path
) -> None:
    site = await lived(tmp_path / "x.db", *week, FIXED, every=20)

    assert broken_promises(site) == []
    assert missed(site) == []
    assert not {"open", "sending"} & set(site.left.values())
    assert any(ring.sentence is Neutral.TO_DO for ring in site.rings)
    assert any(ring.sentence is Neutral.TO_LOOK_AT for ring in site.rings)


DEEDS = st.one_of(
    st.sampled_from((kill, kill_in_hand, lose_telegram, reach_telegram)),
    st.builds(lambda person: partial(news, person=person), st.sampled_from(sorted(PEOPLE))),
    st.builds(lambda person: partial(leave, person=person), st.sampled_from(sorted(PEOPLE))),
    st.builds(
        lambda person, items: partial(toil, person=person, items=items),
        st.sampled_from(sorted(PEOPLE)),
        st.integers(0, 9),
    ),
    st.builds(
        lambda hours: partial(jump, by=hours * HOUR),
        st.sampled_from((0, 0, 0, 1, 7, 25, 72, -1, -7, -25, -72)),
    ),
)


@pytest.mark.long
@settings(max_examples=30)
@given(
    week=st.sampled_from(list(WEEKS.values())),
    deeds=st.lists(st.tuples(st.integers(0, 7 * 24 * 60), DEEDS), min_size=20, max_size=120),
)
def test_nothing_is_lost_doubled_or_at_night_whatever_happens(
    week: Week, deeds: list[tuple[int, Deed]]
) -> None:
    with TemporaryDirectory() as folder:
        site = asyncio.run(lived(Path(folder) / "x.db", *week, deeds, every=10))

    assert broken_promises(site) == []
    assert missed(site) == []
