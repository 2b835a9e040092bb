"""A week of three people with real open items, over the sandbox: what rings, when, and how often.

Meanwhile the bot starts again and again, the machine's clock jumps and comes back, one person is
away and one is removed.
"""

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest

from ectrial.record.entries import Kind
from tests.bot.living import ADMIN, CHEN, LI, REMINDER, WANG, Week
from tests.bot.rings import NEUTRAL
from tests.bot.test_two_phones import does
from tests.faults import FaultySandbox

TEAM = (CHEN, LI, WANG)
TIMES = (
    "[Tomorrow morning]",
    "tomorrow 22:30",
    "tomorrow 4:00",
    "[In 3 days]",
    "[This afternoon]",
)


class Site(NamedTuple):
    """Where the week is lived, and on which Monday it begins."""

    zone: str
    country: str
    monday: tuple[int, int, int]


SITES = {
    # with the national holiday from Thursday on
    "holiday": Site("Asia/Shanghai", "CN", (2026, 9, 28)),
    # with the nights in which the clocks are set back and forward
    "autumn": Site("Europe/Berlin", "DE", (2026, 10, 19)),
    "spring": Site("Europe/Berlin", "", (2026, 3, 23)),
}


async def lived(sandbox: FaultySandbox, record: Path, site: Site, subjects: int) -> Week:
    settings = {"ECTRIAL_TIMEZONE": site.zone, "ECTRIAL_COUNTRY": site.country}
    codes = [f"S-{number}" for number in range(100, 100 + subjects)]
    monday = datetime(*site.monday, 9, tzinfo=ZoneInfo(site.zone))
    async with Week(sandbox, record, settings, monday) as week:
        await _everything_is_asked(week, codes)
        await _clocks_and_restarts(week)
        await _people_come_and_go(week, codes)
        for _ in range(4 * 6):
            await week.passes(hours=4)
        week.left = dict(week.states())
        assert week.bot.ledger.verify().holds
    return week


async def _everything_is_asked(week: Week, codes: list[str]) -> None:
    """Ask each person for open items in turn, and let each be reminded of the own."""
    week.screens(codes)
    for number, subject in enumerate(codes):
        await week.asks(subject, TEAM[number % 3], "[Tomorrow]")
    for number, subject in enumerate(codes):
        await week.reminds(TEAM[number % 3], subject, TIMES[number % len(TIMES)])
    for person in TEAM:
        await does(week.phones[person], "/todo", "[Remind me later ›]", "[In 3 days]")


async def _clocks_and_restarts(week: Week) -> None:
    """Let two days pass, with restarts at night, and a clock that is wrong for a while."""
    for hours in (4, 4, 4, 4, 4, 2, 1, 3, 4, 4):
        await week.passes(hours=hours)
        await week.restarts()
    for hours in (7, -7, -30, 30, 26, -26):
        await week.passes(hours=hours)
    await week.restarts()


async def _people_come_and_go(week: Week, codes: list[str]) -> None:
    """Close an item that has a reminder, let one person be away and remove another."""
    await week.passes(hours=10)
    await week.reminds(CHEN, codes[0], "[Next week]")
    await does(week.phones[CHEN], "[Withdraw]")
    week.records(CHEN, Kind.AWAY, WANG, {"until": week.in_days(2), "cover": CHEN})
    await week.reminds(WANG, codes[2], "[Tomorrow morning]")
    for _ in range(6):
        await week.passes(hours=6)
    week.records(CHEN, Kind.BACK, WANG)
    await week.reminds(LI, codes[1], "[In 3 days]")
    week.records(ADMIN, Kind.STAFF_REMOVED, LI, {"work": CHEN})
    week.removed_at = week.now


def holds(week: Week) -> None:
    """Whatever happened: no reminder lost, doubled or at night, one unasked ring a day."""
    rings = [each for each in week.rings if each.person != ADMIN]
    unasked = Counter((e.person, week.hours.day(e.at)) for e in rings if e.text != REMINDER)
    states = {row: state for row, state in week.left.items() if row.person != ADMIN}
    waits = [row for row, state in states.items() if state in ("open", "sending")]
    reminders = Counter(state for row, state in states.items() if row.kind == "reminder")

    assert week.faults == []
    assert [each for each in rings if week.hours.is_quiet(each.at)] == []
    assert {each.text for each in rings} <= NEUTRAL
    assert set(unasked.values()) == {1}
    assert {row.person for row in waits} <= {LI}
    assert not [each for each in rings if each.person == LI and each.at > week.removed_at]
    assert reminders["sent"] > len(TEAM)
    assert reminders["dropped"] >= 1


@pytest.mark.long
@pytest.mark.parametrize("site", [SITES["spring"]], ids=["spring"])
async def test_no_reminder_is_lost_doubled_or_at_night(
    sandbox: FaultySandbox, tmp_path: Path, site: Site
) -> None:
    holds(await lived(sandbox, tmp_path / "x.db", site, 4))


@pytest.mark.long
@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
async def test_no_reminder_of_forty_subjects_is_lost_doubled_or_at_night(
    sandbox: FaultySandbox, tmp_path: Path, site: Site
) -> None:
    holds(await lived(sandbox, tmp_path / "x.db", site, 40))
