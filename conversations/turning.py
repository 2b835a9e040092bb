"""Verdicts that change by themselves: a person is told the day before, and until it is settled."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import takewhile
from typing import NamedTuple

from conversations.lapsed_answers import lapsed_of
from conversations.needs import SCREENING
from conversations.records import Records, Versions
from conversations.rights import may
from conversations.to_do import asked_for, to_do_count
from conversations.turn import World
from ectrial.record.entries import JSON
from ectrial.record.screenings import Screening, Wanted
from ectrial.record.subjects import ScreeningId
from ectrial.record.team import Team
from ectrial.site_hours import SiteHours
from ectrial.trial.facts_file import FactsError
from ectrial.trial.over_time import turning_days
from ectrial.trial.protocol import Protocol
from ectrial.trial.screening_facts import facts_of
from ectrial.trial.verdict import Verdict, assess
from ectrial.working_days import next_working_day

MOST = 200
"""So many of a person's decided screenings are looked at, the latest first."""


class Turning(NamedTuple):
    """A decided screening, its verdict of today, and the next one; None if it has turned."""

    id: ScreeningId
    seq: int
    verdict: Verdict
    later: Verdict | None


def turning_of(
    records: Records, versions: Versions, team: Team, person: int, today: date, hours: SiteHours
) -> Iterator[Turning]:
    """Give the verdicts that have turned, or will by the next working day, for a person to renew.

    They are those of screenings in which the person recorded last, or one whom they cover.
    """
    member = team.member(person, today)
    if member is None or not may(member, SCREENING):
        return
    by = next_working_day(today, hours.country).day
    for each in asked_for(team, person, today):
        for listed in records.screenings(limit=MOST, wanted=Wanted("done", by=each)):
            screening = records.screening(listed.id)
            if screening is None or not _is_going_on(screening):
                continue
            under = listed.id.trial, screening.protocol_version, screening.protocol_hash
            protocol = versions.of(*under)
            if protocol is not None and (protocol.timed or protocol.ages):
                yield from _turned(screening, protocol, hours, today, by)


def _is_going_on(screening: Screening) -> bool:
    """Whether anything is to be renewed: not of who is enrolled, or will not be, or refused."""
    is_settled = screening.voided or screening.stopped or screening.consent.is_refused
    return screening.verdict is not None and screening.enrolment is None and not is_settled


def _turned(
    screening: Screening, protocol: Protocol, hours: SiteHours, today: date, by: date
) -> Iterator[Turning]:
    try:
        facts = facts_of(screening, protocol, hours.day)
    except FactsError:
        return
    verdict = assess(protocol, facts, today)
    named = screening.id, screening.last_seq, verdict
    if _is_other(screening.verdict, verdict.as_json()):
        yield Turning(*named, None)
        return
    days = takewhile(lambda day: day <= by, turning_days(protocol, facts, today))
    others = (assess(protocol, facts, day) for day in days)
    now = verdict.as_json()
    later = next((each for each in others if _is_other(now, each.as_json())), None)
    if later is not None:
        yield Turning(*named, later)


def _is_other(before: Mapping[str, JSON], after: Mapping[str, JSON]) -> bool:
    """Whether the outcome is another, or that of a part."""
    return any(before.get(each) != after.get(each) for each in ("verdict", "parts"))


def turning(world: World) -> tuple[Turning, ...]:
    """Give what turns, or has turned, of the person of this turn."""
    given = world.records, world.versions, world.team, world.actor, world.today, world.hours
    return tuple(turning_of(*given))


def digest_count(
    records: Records, versions: Versions, team: Team, person: int, today: date, hours: SiteHours
) -> int:
    """Count of what a person hears this morning: what they can settle, and what turns soon.

    A verdict that turns is told once, on the last working day before; /todo lists it until it is
    settled.
    """
    found = turning_of(records, versions, team, person, today, hours)
    turns = sum(each.later is not None for each in found)
    given = records, team, person, today
    return turns + len(lapsed_of(*given)) + to_do_count(*given)
