"""Whatever a person types that may say who a patient is leaves the chat, wherever it was typed."""

import re
from collections.abc import Iterator
from dataclasses import replace

from conversations.beds import with_late_bed_deleted
from conversations.case import Case
from conversations.commands import TAKES_WORDS
from conversations.events import Commanded, Edited, Event, Sent, Typed
from conversations.focus import Focus
from conversations.free_text import kinds_words
from conversations.here import Here
from conversations.inviting import is_of_a_patient
from conversations.labs import read_labs
from conversations.periods import is_period
from conversations.places import Place
from conversations.places_of_own_words import NameAsked, Typing, WordsRead
from conversations.places_of_sharing import GuestPasscode
from conversations.places_of_the_team import InviteName, Naming
from conversations.places_of_ward_rounds import BedAsked
from conversations.places_outside import SubjectCode
from conversations.registry import FLOWS
from conversations.turn import Turn
from conversations.unwanted import stopped
from ectrial.identifiers import Identifier, identifiers
from ectrial.record.entries import Kind

_OF_CODES = (Typing, NameAsked, WordsRead, BedAsked)
_LINK = re.compile(r"[A-Za-z0-9_-]{16,}")
_BETWEEN = re.compile(r"[^\s,;、，；]+")
_FEWEST_LETTERS = 3  # a code of a link has more; a number of a person has not


def with_identifiers_deleted(here: Here, before: Focus, event: Event, turn: Turn) -> Turn:
    """Have what was typed, edited or sent deleted if it holds an identifier, and say so.

    What was recorded as own words was judged before, and what is asked about is judged next.
    """
    match event:
        case Typed() | Edited() | Sent():
            text = event.text
        case Commanded(name=name, rest=rest):
            is_days = name in TAKES_WORDS and is_period(rest, here.world.today)
            text = "" if is_days or (name == "start" and _is_link(rest)) else rest
        case _:
            return turn
    if _is_settled(turn, event.message):
        return turn
    kinds = _kinds(here, before, event, turn, _without_codes(here, text))
    if not kinds:
        return with_late_bed_deleted(here, before, event, turn)
    trial = here.found.id.trial if isinstance(here.found, Case) else here.world.trial.id
    what = kinds_words(here.say, kinds)
    told = here.say("Your message is deleted: it may hold {what}.", what=what)
    said = turn.focus.saying(*turn.focus.said, told)
    return stopped(replace(turn, focus=said), trial, event.message, kinds)


def _is_settled(turn: Turn, message: int) -> bool:
    """Whether the turn itself has decided what becomes of the message."""
    is_asked = turn.held is not None and turn.held.message == message
    stops = (entry.kind is Kind.IDENTIFIER_STOPPED for entry in turn.entries)
    is_gone = message in turn.unwanted if message else any(stops)
    return is_asked or is_gone or any(entry.text for entry in turn.entries)


def _kinds(
    here: Here, before: Focus, event: Event, turn: Turn, text: str
) -> tuple[Identifier, ...]:
    is_typed = isinstance(event, Typed)
    if is_typed and isinstance(before.place, InviteName | Naming):
        return (identifiers(text) or ("bare_name",)) if is_of_a_patient(text) else ()
    is_beside_labs = not isinstance(event, Commanded) and _is_beside_labs(here, before, text)
    found = identifiers(text, is_beside_labs=is_beside_labs)
    # behind /start stands the code of a link as well
    is_command = isinstance(event, Commanded) and event.name != "start"
    is_thing = is_typed and not _may_name(before.place)
    if not is_command and (is_thing or _is_read(here, turn, text)):
        found = tuple(each for each in found if each != "bare_name")
    is_asked = is_command or isinstance(before.place, SubjectCode)
    if not found and is_asked and turn.focus.screening == before.screening:
        return ("bare_name",) if any(_names_somebody(here, text)) else ()
    return found


def _may_name(place: Place) -> bool:
    """Whether what is typed at a place stands for a person: own words, or the code of a subject.

    Elsewhere what only looks like a name is mostly a thing; a report names who took the sample.
    """
    return isinstance(place, _OF_CODES) or FLOWS[type(place)].takes_codes


def _is_beside_labs(here: Here, before: Focus, text: str) -> bool:
    """Whether a bare number may be a value, or a code that a card asks for."""
    place = before.place
    if isinstance(place, _OF_CODES):
        return False
    asks = FLOWS[type(here.focus.place)].proved or isinstance(place, GuestPasscode)
    return bool(asks) or isinstance(here.found, Case) or "\n" in text.strip()


def _is_read(here: Here, turn: Turn, text: str) -> bool:
    """Whether something was made of a text: an answer, a report, another card."""
    if turn.entries or turn.focus.place != here.focus.place:
        return True
    is_of_case = isinstance(here.found, Case) and not here.world.member.is_guest
    return is_of_case and bool(read_labs(here.case, text, None).lines)


def _names_somebody(here: Here, text: str) -> Iterator[bool]:
    """Say of each word whether it is written like a code and may be a name."""
    codes = here.world.codes
    for word in _BETWEEN.findall(text):
        yield codes.read(word) is not None and codes.may_name_somebody(word)


def _is_link(text: str) -> bool:
    is_code = _LINK.fullmatch(text) is not None
    return is_code and sum(map(str.isalpha, text)) >= _FEWEST_LETTERS


def _without_codes(here: Here, text: str) -> str:
    """Leave out what the site's own pattern says is a code: it may look like a number."""
    pattern = here.world.codes.pattern
    if pattern is None:
        return text
    return _BETWEEN.sub(lambda word: "" if here.world.codes.read(word[0]) else word[0], text)
