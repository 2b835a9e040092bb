"""Trials similar to the chosen one: a list for the investigator, and never advice."""

from conversations.acts import Go
from conversations.acts_of_trials import ChooseTrial, TellMe, TellNoMore
from conversations.here import Here
from conversations.places_outside import Home, SimilarTrials, Trials
from conversations.screen import LABEL_WIDTH, Block, Button, Row, lines, note, shortened, title
from conversations.similar import can_tell, similar, wish_of
from conversations.words.pages import PAGE, page_note, page_turns, within
from conversations.words.similar import similar_lines
from conversations.words.trial_status import SIGNS


def words(here: Here, place: SimilarTrials) -> tuple[Block, ...]:
    """Give each similar trial of the person, and what they are told of such trials."""
    say, world, found = here.say, here.world, similar(here.world)
    study = world.trial.study
    page = within(place.page, len(found))
    shown = found[page * PAGE : (page + 1) * PAGE]
    none = say("None of your other trials here is for this condition.")
    return (
        title(say("Similar to {trial}", trial=world.trial.id)),
        Block(f"{say.text(study.condition)} · {say.text(study.phase)}"),
        *[Block(similar_lines(say, world, each)) for each in shown],
        *lines("" if found else none, _told(here)),
        *page_note(say, page, len(found)),
        note(say("For the investigator, no advice. Confirm status and criteria first.")),
    )


def _told(here: Here) -> str:
    """Say what the person is told of."""
    say, wish = here.say, wish_of(here.world)
    if wish is None:
        return ""
    if wish.phase:
        phase = say.text(here.world.trial.study.phase)
        return say("I tell you of trials of this condition at this site, {phase}.", phase=phase)
    return say("I tell you of trials of this condition at this site, of any phase.")


def rows(here: Here, place: SimilarTrials) -> tuple[Row, ...]:
    """Lead to each trial; offer to be told of others, or to be told no more."""
    say, found = here.say, similar(here.world)
    page = within(place.page, len(found))
    shown = [each.own for each in found[page * PAGE : (page + 1) * PAGE]]
    listed: list[Row] = []
    for own in shown:
        sign = SIGNS[own.records.conduct(own.trial.id).state]
        label = f"{sign} {own.trial.id} ›" if sign else f"{own.trial.id} ›"
        listed.append((Button(label, ChooseTrial(own.trial.id)),))
    return (
        *listed,
        *page_turns(say, page, len(found), lambda n: Go(SimilarTrials(n))),
        *_telling(here),
        (Button(say("Trials"), Go(Trials())), Button(say("Home"), Go(Home()))),
    )


def _telling(here: Here) -> tuple[Row, ...]:
    say, world, wish = here.say, here.world, wish_of(here.world)
    if not can_tell(world):
        return ()
    study = world.trial.study
    phase = say.text(study.phase)
    any_phase = TellMe(world.trial.id, study.condition.en, "")
    this_phase = TellMe(world.trial.id, study.condition.en, study.phase.en)
    only = Button(shortened(say("Only {phase}", phase=phase), LABEL_WIDTH), this_phase)
    if wish is None:
        return ((Button(say("Tell me of similar trials"), any_phase),), (only,))
    other = Button(say("Of any phase"), any_phase) if wish.phase else only
    return ((other, Button(say("Tell me no more"), TellNoMore(world.trial.id))),)
