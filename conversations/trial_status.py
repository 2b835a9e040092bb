"""Whether subjects are enrolled in a trial: that of a screening, or of the chat."""

from datetime import date
from typing import get_args

from conversations.acts import Go
from conversations.case import Case
from conversations.here import Here
from conversations.needs import LEADING
from conversations.places import WithoutScreening
from conversations.places_of_the_trial import OfTheTrial, TrialStatusCard
from conversations.places_outside import Home, NewSubject, Rescreen, Screenings, Study, SubjectCode
from conversations.places_to_look_at import ForwardText
from conversations.rights import may
from conversations.screen import Button, Row
from conversations.turn import World
from conversations.words.trial_status import STATES, halt_words
from ectrial.record.conduct import Conduct, TrialStatus

_WITHOUT_SCREENING = get_args(WithoutScreening)
_OF_THE_TRIAL = (Home, Study, Screenings, SubjectCode, Rescreen, NewSubject, *get_args(OfTheTrial))
"""Places outside of screenings at which the trial is looked at, or a screening begins."""


def conduct_of(here: Here) -> Conduct:
    """Give how the trial of the chat is run."""
    return here.world.records.conduct(here.world.trial.id)


def way_to_the_status(here: Here) -> tuple[Row, ...]:
    """Lead there from the card of the trial: who may change it, or once something is recorded."""
    conduct = conduct_of(here)
    if not conduct.statuses and not may(here.world.member, LEADING):
        return ()
    state = here.say(STATES[conduct.state])
    return ((Button(here.say("Enrolment: {state} ›", state=state), Go(TrialStatusCard())),),)


def halt_of(world: World, trial: str) -> TrialStatus | None:
    """Give why nobody is enrolled in a trial at present; None while it is open."""
    return world.records.conduct(trial).halt


def halt_on(case: Case, day: date) -> TrialStatus | None:
    """Give why nobody was to be enrolled on a day, as recorded by now; None if it was open."""
    return case.world.records.conduct(case.id.trial).halt_on(day)


def halt_here(here: Here) -> TrialStatus | None:
    """Give why nobody is enrolled in the trial that the card is about.

    A guest reads it in what is shown, which is recorded as it was seen; a text to forward has it
    in its own language.
    """
    is_text = isinstance(here.focus.place, ForwardText)
    if here.world.member.is_guest or here.world.to_prove.must or is_text:
        return None
    if not isinstance(here.focus.place, _WITHOUT_SCREENING) and here.found is not None:
        return halt_of(here.world, here.found.screening.id.trial)
    if isinstance(here.focus.place, _OF_THE_TRIAL):
        return halt_of(here.world, here.world.trial.id)
    return None


def halt_line(here: Here) -> str:
    """Give the line with which a card of the trial begins while it is not open; else nothing."""
    return halt_words(here.say, halt_here(here))


def rows_of_the_lines_above(case: Case) -> int:
    """Give the height of that line, and of what is repeated, in rows of buttons on a phone."""
    halted = halt_of(case.world, case.id.trial) is not None
    return halted + (case.screening.repeats is not None)


def told_of(here: Here) -> tuple[int, ...]:
    """Give the colleagues who screen; monitors look when they come."""
    world = here.world
    team = world.team.present(world.today)
    screens = (each.person for each in team if "screen" in each.tasks)
    return tuple(person for person in screens if person != world.actor)
