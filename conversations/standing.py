"""The valid place of a chat: the record may have changed since the place was stored."""

from collections.abc import Iterable
from dataclasses import replace
from typing import get_args

from conversations.acts import Go
from conversations.case import Case, NotAssessed, make_case
from conversations.consenting import is_possible
from conversations.drafts import LabLine, Values
from conversations.focus import Focus
from conversations.found import find
from conversations.guest_standing import guest_standing
from conversations.here import Here
from conversations.labs import is_outdated
from conversations.lists import is_draft_possible
from conversations.needs import EVERYBODY
from conversations.places import (
    Back,
    Hold,
    Limit,
    NotDone,
    Place,
    Question,
    ReadBack,
    Reading,
    Report,
    SampleDays,
    Whose,
    WithoutScreening,
)
from conversations.places_of_consent import ConsentCard, ConsentDraft
from conversations.places_of_lists import ListDraft
from conversations.places_of_own_words import AskedAbout
from conversations.places_outside import Home, NewSubject, Prove, Rescreen, Screenings
from conversations.places_to_look_at import (
    Failed,
    FailedText,
    OpenQuestions,
    Review,
    Unreadable,
    Verdict,
)
from conversations.report_at import report_at
from conversations.rights import OF_PLACES, may
from conversations.screen import Button, Row
from conversations.still_open import still_open
from conversations.turn import World
from conversations.waiting import draft_of, waiting_of, waiting_words
from conversations.walk import next_place
from conversations.walking import may_stand, off_the_round
from conversations.words.pages import PAGE, within
from ectrial.record.screenings import VALID, Screening, Wanted
from ectrial.wording.speech import speech

WITHOUT_SCREENING = get_args(WithoutScreening)
MOST_WAITING = 2
"""The most drafts offered at once: further drafts appear as these are settled."""


def standing(world: World, focus: Focus) -> Here:
    """Give the place of the focus if it is still valid, else the place at which to continue.

    Nothing of it is looked at before a person who has to has proved who they are.
    """
    if world.to_prove.must:
        return Here(speech(world.language), world, focus.at(Prove()), None)
    if world.member.is_guest:
        return guest_standing(world, focus)
    found = find(world, focus)
    place = focus.place
    if isinstance(place, Rescreen | NewSubject) and (now := _as_on_file(world, place)) != place:
        focus = focus.at(now)
    if not may(world.member, OF_PLACES.get(type(place), EVERYBODY)):
        place = Home() if found is None else present_place(found)
        focus = focus.at(place)
    if (there := off_the_round(world, focus, found)) is not None:
        place, focus = there, focus.at(there)
    if not is_outside(place):
        if found is None:
            focus = focus.at(Home(), screening=None)
        elif not _holds(found, place) or not may_stand(world, focus):
            focus = focus.at(_instead(found, place), opener=None)
        elif isinstance(found, Case) and (fresh := _recounted(found, place)) is not place:
            focus = focus.at(fresh)
    return Here(speech(world.language), world, focus, found)


def _as_on_file(world: World, place: Rescreen | NewSubject) -> Place:
    """Give the place of a code by whether it is on file: a colleague may have opened it."""
    if world.records.episodes(world.trial.id, place.subject):
        return Rescreen(place.subject, place.answers)
    return place if isinstance(place, NewSubject) else Home()


def is_outside(place: Place) -> bool:
    """Whether a place belongs to no screening; the question about a name is where it was typed."""
    typed_at = place.back if isinstance(place, AskedAbout) else place
    return isinstance(typed_at, WITHOUT_SCREENING)


def present_place(found: Case | NotAssessed) -> Place:
    """Give the place at which a screening continues."""
    return next_place(found) if isinstance(found, Case) else Unreadable()


def _instead(found: Case | NotAssessed, place: Place) -> Place:
    """Give the place at which to continue when this one is no longer valid."""
    if isinstance(place, ConsentDraft) and isinstance(found, Case):
        return ConsentCard(place.back)
    return present_place(found)


def switched(here: Here, screening: Screening) -> Here:
    """Give another screening, at the place where it continues."""
    found = make_case(here.world, screening)
    focus = here.focus.at(present_place(found), screening=screening.id)
    return replace(here, focus=focus, found=found)


def back_of(here: Here) -> Back | None:
    """Give the present place with its draft, as one to return to; None for home."""
    place = here.focus.place
    if isinstance(place, NotDone):
        return place.back
    return _as_back(place) or (_as_back(present_place(here.found)) if here.found else None)


def _as_back(place: Place) -> Back | None:
    match place:
        case Question() | Limit() | Reading() | Report() | Failed() | Verdict() as back:
            return back
        case OpenQuestions() | Review() as back:
            return back
    return None


def list_page(world: World, page: int, wanted: Wanted = VALID) -> Screenings:
    """Give a page of the present list, stored in the place so that a tap finds its line."""
    page = within(page, world.records.count_screenings(wanted))
    shown = world.records.screenings(limit=PAGE, offset=page * PAGE, wanted=wanted)
    return Screenings(page, tuple(listed.id for listed in shown), wanted)


def waiting_rows(here: Here) -> tuple[Row, ...]:
    """Give the buttons that lead to the waiting drafts of the open screening."""
    place, found = here.focus.place, here.found
    if not isinstance(found, Case) or isinstance(place, WITHOUT_SCREENING) or draft_of(place):
        return ()
    drafts = (each for each in waiting_of(here.focus, found.id) if _holds(found, each))
    return tuple(
        (Button(f"{waiting_words(here.say, draft)} ›", Go(draft), "primary"),)
        for draft in list(drafts)[:MOST_WAITING]
    )


def _recounted(case: Case, place: Place) -> Place:
    """Leave settled items, and ask again for counts calculated from a value not recorded now."""
    if (there := still_open(case, place)) is not place:
        return there
    match place:
        case Report(lines=lines) if any(is_outdated(case, line) for line in lines):
            again = (
                LabLine(line.item, "again", why="percent") if is_outdated(case, line) else line
                for line in lines
            )
            return replace(place, lines=tuple(again))
        case Reading(question=question, line=line) if is_outdated(case, line):
            return Question(question)
    back = report_at(place)
    if back is None or back is place:
        return place
    fresh = _recounted(case, back)
    return place if fresh is back else fresh


def _holds(found: Case | NotAssessed, place: Place) -> bool:
    """Whether a place is valid in this screening, whose protocol version may have changed."""
    if not isinstance(found, Case) or isinstance(place, Unreadable):
        return not isinstance(found, Case) and isinstance(place, Unreadable)
    if isinstance(place, Question | Limit | Reading | ListDraft):
        return _asks(found, place)
    match place:
        case Failed() | FailedText():
            return found.is_undecided
        case Report(lines=lines, later=later):
            return all(_reads(found, part) for part in (lines, *(each.lines for each in later)))
        case Whose(mine=mine, back=back):
            return all(_holds(found, each) for each in (mine, back) if each)
        case Hold(values=values, why="reason") if not found.needs_reason(values):
            return False  # the answer to be changed is no longer recorded
        case Hold(values=values, back=back) | ReadBack(values=values, back=back):
            return _knows(found, values) and _holds(found, back)
        case SampleDays(back=back, values=values, of=of):
            is_known = all(item in found.vocabulary for item in of)
            return _holds(found, back) and _knows(found, values or {}) and is_known
        case ConsentDraft():
            return is_possible(found, place)
    return True


def _asks(case: Case, place: Question | Limit | Reading | ListDraft) -> bool:
    """Whether the version has the question, and the waiting value is still as recorded."""
    match place:
        case ListDraft():
            return is_draft_possible(case, place)
        case Question(id=question):
            return question in case.trial.question_by_id
        case Limit(question=question, value=values, is_recorded=is_recorded):
            is_known = question in case.trial.question_by_id and _knows(case, values)
            return is_known and not (is_recorded and case.changed(values))
        case Reading(question=question, line=line):
            return question in case.trial.question_by_id and _reads(case, [line])


def _reads(case: Case, lines: Iterable[LabLine]) -> bool:
    return all(
        line.item in case.vocabulary and all(_knows(case, choice) for choice in line.choices)
        for line in lines
    )


def _knows(case: Case, values: Values) -> bool:
    """Whether the protocol version of the screening can read each of the values."""
    try:
        for item, value in values.items():
            case.vocabulary[item].read(replace(value, limit=None).recorded)
    except (KeyError, ValueError):
        return False
    return True
