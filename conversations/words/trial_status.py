"""Whether a trial enrols, in words: the line that begins every verdict, and the card's lines."""

from datetime import date

from conversations.turn import World
from conversations.words.days import short_day
from conversations.words.own import quoted
from conversations.words.people import author_words
from ectrial.record.conduct import State, TrialStatus
from ectrial.wording.speech import Say, marked

STATES: dict[State, str] = {
    "open": marked("open"),
    "paused": marked("paused"),
    "closed": marked("closed"),
}
SIGNS: dict[State, str] = {"open": "", "paused": "⏸", "closed": "⏹"}


def halt_words(say: Say, halt: TrialStatus | None) -> str:
    """Say that nobody is to be enrolled, and since when; nothing while the trial is open."""
    if halt is None:
        return ""
    day = full_day(say, halt.since)
    if halt.state == "closed":
        return say("⏹ Enrolment closed since {day}: do not enrol", day=day)
    return say("⏸ Enrolment paused since {day}: do not enrol", day=day)


def halted_then_words(say: Say, halt: TrialStatus) -> str:
    """Say what the deviation was of an enrolment while the trial was not open."""
    state, day = say(STATES[halt.state]), full_day(say, halt.since)
    return say("Enrolled though enrolment was {state} since {day}.", state=state, day=day)


def full_day(say: Say, day: date) -> str:
    """Give a day with its year, as it is read again much later."""
    return short_day(say, date.min, day)


def status_words(say: Say, world: World, status: TrialStatus) -> str:
    """Give one state with its day and reason, and who recorded it when."""
    at = world.at_site(status.at_utc)
    told = say(
        "{state} since {day}", state=say(STATES[status.state]), day=full_day(say, status.since)
    )
    by = author_words(say, world, status.actor, status.role)
    reason = quoted(say, status.reason)
    return f"{told} · {reason}\n   {at:%Y-%m-%d %H:%M} · {by}"
