"""Used answers that count no more, as their origin was changed: who confirms them.

It is who gave the answer here, or who covers that person; if that one has left, who recorded last.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from conversations.needs import SCREENING
from conversations.records import Records
from conversations.rights import may
from conversations.to_do import asked_for
from conversations.turn import World
from ectrial.record.carried import Lapse
from ectrial.record.lapsing import with_lapses
from ectrial.record.screenings import Screening
from ectrial.record.subjects import ScreeningId
from ectrial.record.team import Team


class Lapsed(NamedTuple):
    """A screening with answers to confirm, and the last entry that is known of it."""

    id: ScreeningId
    seq: int
    items: tuple[str, ...]


def pending(records: Records, screening: Screening) -> dict[str, Lapse]:
    """Give what waits to be confirmed, by item; nothing of who is over, enrolled or refused."""
    if screening.voided or screening.enrolment is not None or screening.consent.is_refused:
        return {}
    counted = with_lapses(screening, records.lapses(screening))
    return {item: each for item, each in counted.lapsed.items() if item not in counted.answers}


def owner(records: Records, team: Team, screening: Screening, lapse: Lapse) -> int:
    """Give who gave the answer that lapsed, or who recorded last if that person has left."""
    history = records.history(screening.id)
    gave = next((each.actor for each in history if each.seq == lapse.answer), 0)
    return gave if gave in team.members else history[-1].actor


def lapsed_of(records: Records, team: Team, person: int, today: date) -> tuple[Lapsed, ...]:
    """Give the screenings with answers that a person has to confirm."""
    member = team.member(person, today)
    if member is None or not may(member, SCREENING):
        return ()
    people = asked_for(team, person, today)
    return tuple(_lapsed(records, team, people))


def _lapsed(records: Records, team: Team, people: tuple[int, ...]) -> Iterator[Lapsed]:
    for screening in _linked(records):
        found = pending(records, screening)
        owned = [n for n, each in found.items() if owner(records, team, screening, each) in people]
        if owned:
            yield Lapsed(screening.id, screening.last_seq, tuple(owned))


def _linked(records: Records) -> Iterator[Screening]:
    """Give every screening of a subject that was ever linked, of these records alone."""
    sides = {id_ for pair in records.links().pairs.values() for id_ in pair.screenings}
    here = {id_ for id_ in sides if records.screening(id_) is not None}
    for trial, subject in sorted({(id_.trial, id_.subject) for id_ in here}):
        yield from records.episodes(trial, subject)


def lapsed(world: World) -> tuple[Lapsed, ...]:
    """Give what the person of this turn has to confirm."""
    found = lapsed_of(world.records, world.team, world.actor, world.today)
    return tuple(each for each in found if each.id.trial == world.trial.id)
