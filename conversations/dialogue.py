"""One step of the dialogue, and the card of each place: the registry of all flows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any, get_args

from conversations import places
from conversations.acts import key
from conversations.case import Case
from conversations.commands import command
from conversations.flows import (
    failure,
    hold,
    home,
    limit,
    listing,
    more,
    moving,
    opening,
    question,
    reading,
    report,
    review,
    sample_days,
    setting_aside,
    unreadable,
    verdict,
)
from conversations.focus import Focus
from conversations.here import Here
from conversations.places import Place, WithoutScreening
from conversations.sample import day_to_tell
from conversations.screen import Block, Row, Screen, lines, title
from conversations.standing import standing
from conversations.steps import take
from conversations.turn import Commanded, Event, Sent, Tapped, Turn, Typed, World
from conversations.words.quotes import moved_on, no_text


@dataclass(frozen=True, slots=True)
class Flow:
    """How a place is shown, and what typed text means there; None where nothing is typed."""

    words: Callable[[Here, Any], tuple[Block, ...]]
    rows: Callable[[Here, Any], tuple[Row, ...]]
    typed: Callable[[Here, Any, str], Turn] | None = None


FLOWS: Mapping[type[Place], Flow] = {
    places.Home: Flow(home.home_words, home.home_rows),
    places.Help: Flow(home.help_words, home.back_rows),
    places.Study: Flow(home.study_words, home.back_rows),
    places.Languages: Flow(home.language_words, home.language_rows),
    places.Screenings: Flow(listing.words, listing.rows),
    places.SubjectCode: Flow(opening.code_words, opening.code_rows, opening.type_code),
    places.Rescreen: Flow(opening.rescreen_words, opening.rescreen_rows),
    places.Question: Flow(question.words, question.rows, question.typed),
    places.Limit: Flow(limit.words, limit.rows, limit.typed),
    places.Reading: Flow(reading.words, reading.rows, reading.typed),
    places.Report: Flow(report.words, report.rows, report.typed),
    places.Hold: Flow(hold.words, hold.rows, hold.typed),
    places.SampleDays: Flow(sample_days.words, sample_days.rows, sample_days.typed),
    places.Failed: Flow(failure.words, failure.rows, failure.typed),
    places.FailedText: Flow(failure.text_words, failure.text_rows),
    places.Verdict: Flow(verdict.words, verdict.rows, verdict.typed),
    places.OpenQuestions: Flow(verdict.open_words, verdict.open_rows, verdict.typed),
    places.Review: Flow(review.words, review.rows, review.typed),
    places.More: Flow(more.words, more.rows),
    places.Clearing: Flow(setting_aside.clear_words, setting_aside.clear_rows),
    places.Voiding: Flow(setting_aside.void_words, setting_aside.void_rows),
    places.Moving: Flow(moving.words, moving.rows),
    places.Unreadable: Flow(unreadable.words, unreadable.rows),
}

WITHOUT_SCREENING = get_args(WithoutScreening)


def advance(world: World, focus: Focus, event: Event) -> Turn:
    """Take one step of the dialogue: entries to record, and where the chat stands after it."""
    here = standing(world, focus)
    turn = _turn(here, event, is_present=here.focus is focus)
    if turn.focus is focus:  # an old button: the card says what it said
        return turn
    return replace(turn, focus=replace(turn.focus, told_day=day_to_tell(here, turn)))


def _turn(here: Here, event: Event, *, is_present: bool) -> Turn:
    match event:
        case Tapped():
            return _tapped(here, event)
        case Commanded(name=name, rest=rest):
            return command(here, name, rest)
        case Typed() if not is_present:
            return here.stay(moved_on(here.say))
        case Typed(text=text):
            return _typed(here, text)
        case Sent():
            sentence = here.say(
                "I read text only: please type or paste the values. "
                "Nothing of what you sent is kept."
            )
            return here.stay(sentence)


def show(world: World, focus: Focus) -> Screen:
    """Compute the card from what is recorded; what was just said stands below its titles."""
    here = standing(world, focus)
    place = here.focus.place
    flow = FLOWS[type(place)]
    first, *rest = flow.words(here, place)
    if world.practice:
        first = title(here.say("PRACTICE · {subject}", subject=first.text))
    titles = sum(1 for _ in takewhile(lambda block: block.look == "title", rest))
    blocks = (first, *rest[:titles], *lines(*here.focus.said), *rest[titles:])
    return Screen(blocks, flow.rows(here, place))


def _tapped(here: Here, tap: Tapped) -> Turn:
    """Carry out the act if the card has it now: any other was made up, or has gone."""
    if tap.round == here.world.round:
        place = here.focus.place
        for row in FLOWS[type(place)].rows(here, place):
            for button in row:
                if key(button.act) == tap.key:
                    return take(here, button.act)
    return Turn(here.focus, toast=moved_on(here.say))


def _typed(here: Here, text: str) -> Turn:
    place = here.focus.place
    flow = FLOWS[type(place)]
    if flow.typed is not None:
        return flow.typed(here, place, text)
    if isinstance(place, WITHOUT_SCREENING) or not isinstance(here.found, Case):
        return here.stay(here.say("Please use the buttons, or /new to open a screening."))
    return here.stay(no_text(here.say))
