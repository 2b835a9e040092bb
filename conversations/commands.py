"""The commands, each one a way to a place."""

from dataclasses import replace

from conversations.case import Case
from conversations.here import Here
from conversations.places import (
    Clearing,
    Help,
    Hold,
    Home,
    Languages,
    Limit,
    Place,
    Question,
    Reading,
    Review,
    Study,
    Verdict,
)
from conversations.report import report_at
from conversations.standing import list_page, present_place
from conversations.subjects import new
from conversations.turn import Turn
from conversations.walk import next_place

PLACES: dict[str, Place] = {
    "start": Home(),
    "trial": Study(),
    "help": Help(),
    "language": Languages(),
}
PLACES_OF_A_SCREENING: dict[str, Place] = {
    "review": Review(),
    "verdict": Verdict(),
    "clear": Clearing(),
}


def command(here: Here, name: str, rest: str) -> Turn:
    """Take a command, and say so if what was read and not recorded is left with it."""
    turn = _turn(replace(here, focus=replace(here.focus, review=None)), name, rest)
    if turn is None:
        return here.stay(here.say("I do not know that command; /help lists them."))
    if not _is_draft(here) or turn.focus.place == here.focus.place:
        return turn
    said = (here.say("Nothing was recorded."), *turn.focus.said)
    return replace(turn, focus=turn.focus.saying(*said))


def _is_draft(here: Here) -> bool:
    """Whether the card holds something that was typed or tapped and is not recorded."""
    match here.focus.place:
        case Limit(value=value):
            return bool(here.case.changed(value))
        case Hold() | Reading():
            return True
        case place:
            return report_at(place) is not None


def _turn(here: Here, name: str, rest: str) -> Turn | None:
    if name == "new":
        return new(here, rest)
    if name == "list":
        return here.to(list_page(here.world, 0))
    if name == "resume":
        return _resume(here)
    if name == "cancel":
        return here.to(_left(here))
    if place := PLACES.get(name):
        return here.to(place)
    if place := PLACES_OF_A_SCREENING.get(name):
        return here.to(place) if here.found is not None else _nothing_open(here)
    return None


def _resume(here: Here) -> Turn:
    """Go on with the screening at hand, else offer the list."""
    if isinstance(here.found, Case) and not here.found.is_over:
        return here.to(next_place(here.found))
    return here.to(list_page(here.world, 0))


def _left(here: Here) -> Place:
    """Leave a side card for the screening, and the screening for home."""
    match here.focus.place:
        case Home() | Verdict():
            return Home()
        case Question(ticks=ticks, text=text) if not ticks and not text:
            return Home()
        case Limit(value=value) if not here.case.changed(value):
            return Home()
    return Home() if here.found is None else present_place(here.found)


def _nothing_open(here: Here) -> Turn:
    return here.to(Home(), said=(here.say("No screening is open here: /new or /list."),))
