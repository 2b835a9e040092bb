"""Reminders for oneself: what they are about, which times are offered, and what a tap sets.

Nothing of them is recorded: they stand beside the record, and ring one phone with a neutral
sentence. What is over reminds nobody.
"""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Final

from conversations.acts_of_queries import Remind
from conversations.here import Here
from conversations.turn import Reminder, Turn, World
from conversations.words.moments import moment_words
from ectrial.labs.typed_moments import AFTERNOON
from ectrial.record.entries import Kind
from ectrial.record.queries import Query
from ectrial.wording.speech import marked

OF_ALL: Final = "todo"
"""The matter of a reminder of the whole list."""


def about(query: Query) -> str:
    """Give the key of an open item: the number of the entry that opened it."""
    return str(query.seq)


def offered(world: World) -> list[tuple[str, datetime]]:
    """Give the times that have buttons; in the morning both digest and reminder are one ring."""
    morning = world.hours.digest
    times = [
        (marked("This afternoon"), _at(world, 0, AFTERNOON)),
        (marked("Tomorrow morning"), _at(world, 1, morning)),
        (marked("In 3 days"), _at(world, 3, morning)),
        (marked("Next week"), _at(world, 7, morning)),
    ]
    return [(label, at) for label, at in times if at > world.now]


def _at(world: World, days: int, at: time) -> datetime:
    day = world.today + timedelta(days=days)
    return datetime.combine(day, at, world.now.tzinfo).astimezone(UTC)


def remind(here: Here, act: Remind) -> Turn:
    """Set a reminder or take it away, and return with what was done."""
    rings = act.at and here.world.hours.rings_at(act.at)
    turn = here.to(act.back, said=(_told(here, act.at, rings),))
    return replace(turn, reminders=(Reminder(act.about, rings),))


def _told(here: Here, at: datetime | None, rings: datetime | None) -> str:
    say = here.say
    if rings is None:
        return say("No reminder any more.")
    told = say("I remind you {when}.", when=moment_words(say, here.world, rings))
    # a time in the quiet hours rings at their end
    return told if rings == at else say("{what} Before that it is quiet.", what=told)


def with_reminders_over(world: World, turn: Turn) -> Turn:
    """Drop everybody's reminders of the open items that a turn closes."""
    closed = [entry for entry in turn.entries if entry.kind is Kind.QUERY_CLOSED]
    over = []
    for entry in closed:
        screening = entry.screening and world.records.screening(entry.screening)
        query = screening.queries.get(entry.item or "") if screening else None
        over += [] if query is None else [about(query)]
    return replace(turn, over=tuple(over)) if over else turn
