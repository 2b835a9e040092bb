"""The way from one trial of a person to another, and what waits there."""

from conversations.acts import Go
from conversations.acts_of_trials import ChooseTrial
from conversations.here import Here
from conversations.languages import back_to_the_card
from conversations.places_outside import Trials
from conversations.screen import Button, Row
from conversations.turn import Turn


def choose(here: Here, act: ChooseTrial) -> Turn:
    """Go to another trial, at the place where it was left."""
    if act.trial not in here.world.trials:
        return here.stay()
    return Turn(back_to_the_card(here.focus), toast=act.trial, trial=act.trial)


def way_to_the_trials(here: Here) -> tuple[Row, ...]:
    """Lead there from home, with the number of what waits in other trials."""
    if len(here.world.trials) <= 1 or not here.world.says_trial:
        return ()
    n = sum(here.world.work.values())
    label = here.say("Trials · {n} to do ›", n=n) if n else here.say("Trials ›")
    return ((Button(label, Go(Trials())),),)
