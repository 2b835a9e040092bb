"""The place at which a chat really stands: a focus may have been overtaken by the record."""

from collections.abc import Iterable
from typing import get_args

from conversations.case import Case, NotAssessed, find
from conversations.drafts import LabLine, Values
from conversations.focus import Focus
from conversations.here import Here
from conversations.places import (
    Failed,
    FailedText,
    Hold,
    Home,
    Limit,
    Place,
    Question,
    Reading,
    Report,
    Rescreen,
    SampleDays,
    Screenings,
    Unreadable,
    WithoutScreening,
)
from conversations.turn import World
from conversations.walk import next_place
from conversations.words.pages import PAGE, within
from ectrial.wording.speech import speech

WITHOUT_SCREENING = get_args(WithoutScreening)


def standing(world: World, focus: Focus) -> Here:
    """Give the place of the focus; where it holds no longer, the place to go on from."""
    found = find(world, focus)
    place = focus.place
    if isinstance(place, Rescreen) and not world.records.episodes(world.trial.id, place.subject):
        focus = focus.at(Home())
    if not isinstance(place, WITHOUT_SCREENING):
        if found is None:
            focus = focus.at(Home(), screening=None)
        elif not _holds(found, place):
            focus = focus.at(present_place(found), review=None)
    return Here(speech(world.language), world, focus, found)


def present_place(found: Case | NotAssessed) -> Place:
    """Give the place at which a screening goes on."""
    return next_place(found) if isinstance(found, Case) else Unreadable()


def list_page(world: World, page: int) -> Screenings:
    """Give a page of the list as it is now; the place keeps it, so that a tap finds its line."""
    page = within(page, world.records.count_screenings())
    shown = world.records.screenings(limit=PAGE, offset=page * PAGE)
    return Screenings(page, tuple(listed.id for listed in shown))


def _holds(found: Case | NotAssessed, place: Place) -> bool:
    """Whether a place is one of this screening: its version may have changed meanwhile."""
    if not isinstance(found, Case):
        return isinstance(place, Unreadable)
    match place:
        case Unreadable():
            return False
        case Question(id=question):
            return question in found.trial.question_by_id
        case Limit(question=question, value=values, is_recorded=is_recorded):
            is_known = question in found.trial.question_by_id and _knows(found, values)
            return is_known and not (is_recorded and found.changed(values))
        case Failed() | FailedText():
            return found.is_undecided
        case Reading(question=question, line=line):
            return question in found.trial.question_by_id and _reads(found, [line])
        case Report(lines=lines):
            return _reads(found, lines)
        case Hold(values=values, back=back):
            return _knows(found, values) and _holds(found, back)
        case SampleDays(back=back):
            return _holds(found, back)
    return True


def _reads(case: Case, lines: Iterable[LabLine]) -> bool:
    return all(
        line.item in case.vocabulary and all(_knows(case, choice) for choice in line.choices)
        for line in lines
    )


def _knows(case: Case, values: Values) -> bool:
    """Whether the version of the screening reads each of the values."""
    try:
        for item, value in values.items():
            case.vocabulary[item].read(value.recorded)
    except (KeyError, ValueError):
        return False
    return True
