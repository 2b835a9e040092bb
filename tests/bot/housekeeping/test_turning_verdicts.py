"""A verdict that grows old rings its owner once, by the whole housekeeping over a real record."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from conversations.turning import digest_count
from ectrial.ledger.ledger import Author
from ectrial.record.entries import Kind, NewEntry, Reason
from ectrial.record.participation import Participation
from ectrial.record.team import Terms
from ectrial.site_hours import Quiet, SiteHours
from ectrial.trial.versions import Trials
from tests.bot.ringing import Site
from tests.conversations.test_over_time import ANSWERED
from tests.ectrial.trial.versions_of_sleep import AGES, release
from tests.records import Dialogue

SHANGHAI = ZoneInfo("Asia/Shanghai")
HOURS = SiteHours(SHANGHAI, Quiet(time(20), time(7, 30)), time(7, 45), "CN")
MONDAY = datetime(2026, 11, 23, 9, tzinfo=SHANGHAI)
ENROLLED = Participation("enrolled", MONDAY.date(), None, "eligible").value


def digest(site: Site, trials: Trials, person: int) -> int:
    today = HOURS.day(site.now())
    return digest_count(site.ledger, trials, site.ledger.team(), person, today, HOURS)


def screened(site: Site, trials: Trials, person: int, subject: str) -> NewEntry:
    """Record an eligible subject as of now, and give an entry of the screening."""
    chat = Dialogue(trials=trials)
    chat.now = site.now()
    chat.taps_or_says(f"/new {subject}", *ANSWERED[1:])
    said = [entry.said for entry in chat.records.entries if entry.said.screening]
    here = [replace(each, screening=each.screening._replace(site="x")) for each in said]  # type: ignore[union-attr]
    site.ledger.append(here, Author(person, "coordinator"))
    return here[0]


@pytest.mark.parametrize(
    ("days", "rung"),
    [(0, "26 07:45"), (2, "27 07:45"), pytest.param(3, "27 07:45", marks=pytest.mark.long)],
)
async def test_it_rings_once_on_the_last_working_day_before_and_for_nothing_settled(
    tmp_path: Path, days: int, rung: str
) -> None:
    """Sleep counts for three days; what turns on Sunday or on Monday rings on Friday."""
    release(tmp_path, "1", AGES)
    trials = Trials(tmp_path)
    now = MONDAY + timedelta(days=days)
    async with Site(tmp_path / "x.db", HOURS, now, frozenset({1, 2})) as site:
        site.reminders.todo = partial(digest, site, trials)
        for person in (1, 2):
            terms = Terms.of("coordinator").value
            new = NewEntry(Kind.STAFF_ADDED, "SLEEP-1", item=str(person), value=terms)
            site.ledger.append([new], Author(9, "admin"))
        screened(site, trials, 1, "S-014")
        of = screened(site, trials, 2, "S-015")
        gone = replace(of, kind=Kind.VOIDED, reason=Reason.MIS_TAP)
        of = screened(site, trials, 2, "S-016")
        settled = replace(of, kind=Kind.PARTICIPATION, value=ENROLLED, text="R-0016")
        site.ledger.append([gone, settled], Author(2, "coordinator"))

        await site.looks_until(MONDAY + timedelta(days=9), timedelta(minutes=15))

    told = [(each.person, f"{each.at.astimezone(SHANGHAI):%d %H:%M}") for each in site.rings]
    assert told == [(1, rung)]
