"""The cards on which a trial is paused, closed or opened again: a day, then the reason."""

from dataclasses import replace
from datetime import date

from conversations.acts import Go
from conversations.day_rows import day_rows, earlier_day, last_days, no_such_day
from conversations.here import Here
from conversations.places_of_the_trial import StatusDay, StatusReason, TrialStatusCard
from conversations.places_outside import Study
from conversations.screen import Block, Button, Row, note, title
from conversations.trial_status import conduct_of, told_of
from conversations.turn import Turn
from conversations.words.quotes import moved_on
from conversations.words.trial_status import STATES, full_day, status_words
from ectrial.labs.typed_days import read_typed_day
from ectrial.record.conduct import LEADS_TO, State
from ectrial.record.entries import Kind, NewEntry
from ectrial.wording.speech import Say, marked

MOST_TOLD = 5
TO: dict[State, str] = {
    "open": marked("Open again…"),
    "paused": marked("Pause…"),
    "closed": marked("Close…"),
}


def words(here: Here, place: TrialStatusCard) -> tuple[Block, ...]:
    """Give the latest states, the present one first."""
    say, world, conduct = here.say, here.world, conduct_of(here)
    latest = conduct.statuses[::-1][:MOST_TOLD]
    told = "\n".join(status_words(say, world, each) for each in latest)
    return (
        title(say("{trial} · enrolment at this site", trial=world.trial.id)),
        Block(told or say("Open: nothing else was recorded.")),
        note(say("Screenings go on meanwhile; verdicts are computed as before.")),
    )


def rows(here: Here, place: TrialStatusCard) -> tuple[Row, ...]:
    """Offer what enrolment may become."""
    say, world, conduct = here.say, here.world, conduct_of(here)
    buttons = tuple(
        Button(say(TO[state]), Go(StatusDay(world.trial.id, state, conduct.last_status)))
        for state in LEADS_TO[conduct.state]
    )
    return (buttons, (Button(say("‹ Back"), Go(Study()), "primary"),))


def day_words_of(here: Here, place: StatusDay) -> tuple[Block, ...]:
    """Ask for the first day."""
    say = here.say
    return (
        title(_title(say, place)),
        Block(say("Since which day?")),
        note(say("An earlier day is typed, such as {day}.", day=earlier_day(here))),
    )


def day_place_rows(here: Here, place: StatusDay) -> tuple[Row, ...]:
    """Offer the last days; an earlier one is typed."""
    days = [day for day in last_days(here) if not _is_before(here, day)]
    found = day_rows(here, days, lambda day: Go(_reason(place, day)))
    back = (Button(here.say("‹ Back"), Go(TrialStatusCard()), "primary"),)
    return (*(row for row in found if row), back)


def type_day(here: Here, place: StatusDay, text: str) -> Turn:
    """Take a typed day, not before that of the present state."""
    say, day = here.say, read_typed_day(text, here.world.today)
    if day is None:
        return here.stay(no_such_day(here))
    if _is_before(here, day):
        first = full_day(say, conduct_of(here).statuses[-1].since)
        return here.stay(say("What stands now is since {day}: not before that.", day=first))
    return here.to(_reason(place, day))


def reason_words(here: Here, place: StatusReason) -> tuple[Block, ...]:
    """Ask why."""
    say = here.say
    return (
        title(_title(say, place)),
        Block(say("Since {day}. Why? Type it.", day=full_day(say, place.day))),
        note(say("No name and no number of a person. What you type is read back first.")),
    )


def reason_rows(here: Here, place: StatusReason) -> tuple[Row, ...]:
    """Lead back to the day."""
    back = StatusDay(place.trial, place.state, place.before)
    return ((Button(here.say("‹ Back"), Go(back), "primary"),),)


def record_reason(here: Here, place: StatusReason, text: str) -> Turn:
    """Record the state; all who screen are told, and their open cards show it."""
    say, world, conduct = here.say, here.world, conduct_of(here)
    if (place.trial, place.before) != (world.trial.id, conduct.last_status):
        return here.to(TrialStatusCard(), said=(moved_on(say),))
    value = {"state": place.state, "since": place.day.isoformat()}
    entry = NewEntry(Kind.TRIAL_STATUS, place.trial, value=value, text=text)
    turn = here.to(TrialStatusCard(), said=(say("Recorded; the team is told."),))
    return replace(turn, entries=(entry,), pushes=told_of(here))


def _title(say: Say, place: StatusDay | StatusReason) -> str:
    state = say(STATES[place.state])
    return say("{trial} · enrolment: {state}", trial=place.trial, state=state)


def _reason(place: StatusDay, day: date) -> StatusReason:
    return StatusReason(place.trial, place.state, day, place.before)


def _is_before(here: Here, day: date) -> bool:
    conduct = conduct_of(here)
    return bool(conduct.statuses) and day < conduct.statuses[-1].since
