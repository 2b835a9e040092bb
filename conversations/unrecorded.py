"""What a person has said and not recorded yet, and what happens to it when a command leads away.

Ticks and lists take many taps, so that no command leaves them. Anything else is said again in a
tap or two: the person is told that nothing was recorded. Reports wait with their screening
(waiting.py).
"""

from collections.abc import Mapping
from dataclasses import replace

from conversations.answers import has_ticks_to_lose
from conversations.here import Here
from conversations.lists import has_things_to_lose
from conversations.places import Hold, Limit, Place, Question, ReadBack, Reading, SampleDays
from conversations.places_of_consent import ConsentDraft
from conversations.places_of_lists import ListDraft
from conversations.places_of_queries import Asking, Changing
from conversations.places_of_signing import DeviationText
from conversations.places_of_the_team import (
    InviteLastDay,
    InviteName,
    Inviting,
    LastDay,
    Leave,
)
from conversations.places_of_the_trial import (
    Activating,
    AmendmentNumber,
    Clarifying,
    ClarifyingWords,
    StatusDay,
    StatusReason,
)
from conversations.places_of_what_follows import Appointing, EnrolledAs, ParticipationDraft
from conversations.report_at import report_at
from conversations.turn import Turn

SAID: Mapping[type[Place], tuple[str, ...]] = {
    ConsentDraft: ("state", "day", "version", "why"),
    ParticipationDraft: ("what", "day", "why", "reason"),
    EnrolledAs: ("day", "reason"),
    Appointing: ("day", "at"),
    Asking: ("why", "who", "due"),
    Changing: ("day",),
    DeviationText: ("day",),
    StatusDay: ("state",),
    StatusReason: ("state", "day"),
    Activating: ("approved", "effective"),
    AmendmentNumber: ("approved", "effective", "signs_again"),
    Clarifying: ("origin",),
    ClarifyingWords: ("origin", "day"),
    InviteName: ("role",),
    Inviting: ("name", "role", "tasks", "until"),
    InviteLastDay: ("draft",),
    LastDay: ("day",),
    Leave: ("until",),
}
"""The parts of a place that a person has said on the way to what will be recorded."""


def not_left(here: Here, turn: Turn) -> Turn:
    """Stay on a card with unrecorded ticks or things: they are recorded or dropped first."""
    said = _why_not(here)
    return here.stay(said) if said else turn


def is_not_left(here: Here) -> bool:
    """Whether the card has ticks or things that only its own buttons record or drop."""
    return _why_not(here) is not None


def _why_not(here: Here) -> str | None:
    say, place = here.say, here.focus.place
    if isinstance(place, Question) and has_ticks_to_lose(here.case, place):
        return say("Ticked, and not recorded yet: record it, or untick all first.")
    if isinstance(place, ListDraft) and has_things_to_lose(here.case, place):
        return say("The list is not recorded yet: say if that is all, or drop the changes first.")
    return None


def telling_what_was_left(here: Here, turn: Turn) -> Turn:
    """Tell the person if what was said was left for another card without being recorded."""
    left, place = here.focus.place, turn.focus.place
    if not _is_unrecorded(here, left) or left in (place, getattr(place, "back", None)):
        return turn
    said = (here.say("Nothing was recorded."), *turn.focus.said)
    return replace(turn, focus=turn.focus.saying(*said))


def _is_unrecorded(here: Here, place: Place) -> bool:
    """Whether leaving the place would lose an answer; a report is kept as a waiting draft."""
    match place:
        case Limit(value=value):
            return bool(here.case.changed(value))
        case Hold() | Reading() | ReadBack() | SampleDays():
            return report_at(place) is None
        case Question(id=question, ticks=ticks):
            is_date = here.case.trial.question_by_id[question].items[0].kind == "date"
            return is_date and bool(ticks)
    return any(getattr(place, part) is not None for part in SAID.get(type(place), ()))
