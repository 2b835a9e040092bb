"""The trials in which a person has a role: how each stands, and the way there by one tap."""

from conversations.acts import Go
from conversations.acts_of_trials import ChooseTrial
from conversations.here import Here
from conversations.places_outside import Home, SimilarTrials, Study, Trials
from conversations.screen import Block, Button, Row, title
from conversations.words.trial_status import STATES
from ectrial.trial.protocol import Protocol


def words(here: Here, place: Trials) -> tuple[Block, ...]:
    """Give each trial with its title, whether it enrols and is whole, and what waits there."""
    say, own = here.say, here.world.trials
    if len(own) <= 1:
        alone = say("{trial} is your only trial here.", trial=here.world.trial.id)
        return (title(say("Trials")), Block(alone))
    return (title(say("Trials")), *(Block(_line(here, each)) for each in own.values()))


def rows(here: Here, place: Trials) -> tuple[Row, ...]:
    """Lead to each other trial."""
    say, world = here.say, here.world
    others = [each for each in world.trials if each != world.trial.id]
    found: list[Row] = [(Button(f"{each} ›", ChooseTrial(each)),) for each in others]
    found.append((Button(say("Similar trials ›"), Go(SimilarTrials())),))
    found.append((Button(say("The trial"), Go(Study())), Button(say("Home"), Go(Home()))))
    return tuple(found)


def _line(here: Here, trial: Protocol) -> str:
    say, world = here.say, here.world
    is_chosen = trial.id == world.trial.id
    records = world.records if is_chosen else world.own_trials[trial.id].records
    state = say(STATES[records.conduct(trial.id).state])
    told = [f"{trial.id}: {say.text(trial.study.brief_title)}", state]
    told += [say("list incomplete")] if trial.incomplete else []
    if is_chosen:
        told.append(say("you are here"))
    elif n := world.work.get(trial.id, 0):
        told.append(say("to do: {n}", n=n))
    return " · ".join(told)
