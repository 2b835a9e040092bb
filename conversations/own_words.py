"""Own words of a person on their way into the record: deleted, asked about, or recorded."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from conversations.acts import Act
from conversations.acts_of_own_words import DropWords, GoAhead, KeepWords
from conversations.focus import Focus
from conversations.free_text import is_stopped, may_be_a_name, refused_text, tidied
from conversations.heavy_words import no_such_words
from conversations.here import Here
from conversations.places_of_own_words import (
    AskedAbout,
    NameAsked,
    OutsideScreenings,
    OwnWords,
    WordsRead,
)
from conversations.registry import FLOWS
from conversations.turn import Held, Turn
from conversations.unwanted import stopped
from conversations.words.going_ahead import goes_ahead
from conversations.words.quotes import too_early
from ectrial.identifiers import identifiers
from ectrial.wording.speech import Say


def take_words(here: Here, place: OwnWords, text: str) -> Turn:
    """Take a typed text: what may say who a patient is goes no further than here."""
    if why_not := refused_text(here.say, text):
        turn, trial = here.stay(why_not), _trial(here, place)
        is_deleted = is_stopped(text)
        return stopped(turn, trial, here.message, identifiers(text)) if is_deleted else turn
    if here.belongs != "yes":
        return here.stay(too_early(here.say))
    if why_not := no_such_words(here, place, text):
        return here.stay(why_not)
    if may_be_a_name(text):
        asked = here.to(NameAsked(place, here.message))
        return replace(asked, held=Held(here.message, text))
    return _read_back(here, place, here.message, text)


def _read_back(here: Here, place: OwnWords, message: int, text: str) -> Turn:
    """Show the text first where it would set something going; record it elsewhere."""
    if goes_ahead(here.say, place) is None:
        return _recorded(here, place, text)
    return replace(here.to(WordsRead(place, message)), held=Held(message, text))


def _trial(here: Here, place: OwnWords) -> str:
    """Name the trial that own words are about."""
    return place.trial if isinstance(place, OutsideScreenings) else here.case.id.trial


def _recorded(here: Here, place: OwnWords, text: str) -> Turn:
    record = FLOWS[type(place)].own_words
    if record is None:
        raise LookupError(f"no words are kept at {place.place}")
    return record(here, place, tidied(text))


def keep_words(here: Here, act: KeepWords) -> Turn:
    """Record the text that was asked about; after a restart it is not known any more."""
    there, held = here.at(act.back), here.world.held
    if held is None or held.message != act.message:
        return there.stay(here.say("Please type it once more."))
    return _read_back(there, act.back, act.message, held.text)


def go_ahead(here: Here, act: GoAhead) -> Turn:
    """Record the text that was read back; after a restart it is not known any more."""
    there, held = here.at(act.back), here.world.held
    if held is None or held.message != act.message:
        return there.stay(here.say("Please type it once more."))
    return _recorded(there, act.back, held.text)


def drop_words(here: Here, act: DropWords) -> Turn:
    """Delete the text that holds a name."""
    said = here.say("Not recorded, and your message is deleted. Write it without the name.")
    turn = here.at(act.back).stay(said)
    return stopped(turn, _trial(here, act.back), act.message)


def typed_instead(here: Here, place: AskedAbout, text: str) -> Turn:
    """Take another text in place of the one asked about; delete that if it may be a name."""
    turn = take_words(here.at(place.back), place.back, text)
    if isinstance(place, WordsRead):
        return turn
    return stopped(turn, _trial(here, place.back), place.message)


def with_unanswered_deleted(say: Say, trial: str, before: Focus, turn: Turn) -> Turn:
    """Delete a text that may hold a name where the person goes away from the question; say so.

    So is one whose question is gone, as what it was about was voided or is not shared any more.
    """
    place, after = before.place, turn.focus.place
    if not isinstance(place, NameAsked) or place.message in turn.unwanted:
        return turn
    said_no_name = WordsRead(place.back, place.message)
    if after in (place, place.back, said_no_name) or any(entry.text for entry in turn.entries):
        return turn
    told = say("What you typed before is not recorded, and deleted.")
    turn = replace(turn, focus=turn.focus.saying(*turn.focus.said, told))
    return stopped(turn, before.screening.trial if before.screening else trial, place.message)


STEPS: Mapping[type[Act], Callable[[Here, Any], Turn]] = {
    KeepWords: keep_words,
    DropWords: drop_words,
    GoAhead: go_ahead,
}
"""Which function carries out each act."""
