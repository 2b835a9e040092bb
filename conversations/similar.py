"""The person's trials that are similar to the chosen one, and the wish to be told of such trials.

Nothing is known here of a trial in which the person has no role.
"""

from dataclasses import dataclass

from conversations.acts_of_trials import TellMe, TellNoMore
from conversations.events import Event, Silenced
from conversations.focus import Focus
from conversations.here import Here
from conversations.own_trials import OwnTrial
from conversations.turn import Turn, Wish, World
from ectrial.trial.similar import is_alike, is_same
from ectrial.wording.speech import speech


@dataclass(frozen=True, slots=True)
class Similar:
    """A trial of the person for a condition like that of the chosen one."""

    own: OwnTrial
    is_same_phase: bool


def similar(world: World) -> tuple[Similar, ...]:
    """Give the similar trials: those that enrol here first, of these those of the same phase."""
    here = world.trial.study
    found = [
        Similar(own, is_same(own.trial.study.phase.en, here.phase.en))
        for own in world.own_trials.values()
        if is_alike(own.trial.study.condition.en, here.condition.en)
    ]
    return tuple(sorted(found, key=lambda each: (not each.own.is_open, not each.is_same_phase)))


def wish_of(world: World) -> Wish | None:
    """Give what the person wants to be told of trials similar to the chosen one."""
    return next((each for each in world.wishes if each.trial == world.trial.id), None)


def can_tell(world: World) -> bool:
    """Whether anything is told here: nothing that practice beside the real record leaves."""
    return not (world.practice and world.can_practise)


def tell_me(here: Here, act: TellMe) -> Turn:
    """Tell the person of such trials from now on."""
    if not can_tell(here.world):
        return here.stay()
    wish = Wish(act.trial, act.condition, act.phase)
    return Turn(here.focus, toast=here.say("I will tell you, silently."), wish=wish)


def tell_no_more(here: Here, act: TellNoMore) -> Turn:
    """Tell the person no more."""
    wish = Wish(act.trial, is_on=False)
    return Turn(here.focus, toast=here.say("I tell you no more of them."), wish=wish)


def silenced(world: World, focus: Focus, event: Event) -> Turn | None:
    """Take the tap below a message that said something of a similar trial; None for any other."""
    if not isinstance(event, Silenced):
        return None
    say = speech(world.language)
    toast = say("I tell you no more of them.")
    found = next((each for each in world.wishes if each.id == event.wish), None)
    wish = None if found is None else Wish(found.trial, is_on=False)
    return Turn(focus, toast=toast, moves=False, wish=wish)
