"""What the acts about what follows a screening record, and where they lead."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from conversations import acts_of_what_follows as acts
from conversations.acts import Act
from conversations.case import Case, make_case
from conversations.here import Here
from conversations.participation import verdict_then
from conversations.places_of_what_follows import (
    EnrolledAs,
    ParticipationCard,
    StudyTeamCard,
)
from conversations.places_to_look_at import Unreadable
from conversations.trial_status import halt_on
from conversations.turn import Document, Turn
from conversations.what_follows import appointment_event, may_send, waiting_for
from conversations.words.heading import heading
from conversations.words.people import person_words
from conversations.words.quotes import moved_on
from conversations.words.trial_status import halted_then_words
from conversations.words.what_follows import appointment_words
from ectrial.record.entries import JSON, Kind, NewEntry
from ectrial.record.participation import DECIDED, Participation
from ectrial.record.screenings import Screening
from ectrial.wording.speech import Say


def send(here: Here, act: acts.SendVerdict) -> Turn:
    """Record what is sent to whom; the phone of that person, or of the cover, may ring."""
    case, world = here.case, here.world
    if not may_send(case):
        return Turn(here.focus, toast=moved_on(here.say))
    value = {"to": act.to, "verdict": act.verdict, "hash": act.hash}
    rings = world.team.asked_instead_of(act.to, world.today)
    said = (here.say("Sent to {name}.", name=person_words(here.say, world, act.to)),)
    entry = case.entry(Kind.REFERRED, value=value)
    return Turn(here.focus.at(StudyTeamCard(act.back), said=said), (entry,), pushes=(rings,))


def open_referral(here: Here, act: acts.OpenReferral) -> Turn:
    """Open what was sent or answered, whatever screening was open before."""
    screening = here.world.records.screening(act.screening)
    if screening is None or screening.voided:
        return here.stay(moved_on(here.say))
    is_read = isinstance(make_case(here.world, screening), Case)
    there = StudyTeamCard(act.back) if is_read else Unreadable()
    return here.to(there, screening=screening.id)


def accept(here: Here, act: acts.AcceptReferral) -> Turn:
    """Take care of the subject; the sender is told."""
    value = {"referral": act.referral}
    return _answered(here, act, Kind.REFERRAL_ACCEPTED, value, here.say("Accepted."))


def return_referral(here: Here, act: acts.ReturnReferral) -> Turn:
    """Return it with a reason; the sender is told."""
    value = {"referral": act.referral, "why": act.why}
    told = here.say("Returned and recorded.")
    return _answered(here, act, Kind.REFERRAL_RETURNED, value, told)


def _answered(
    here: Here,
    act: acts.AcceptReferral | acts.ReturnReferral,
    kind: Kind,
    value: JSON,
    told: str,
) -> Turn:
    sent = waiting_for(here.case)
    if sent is None or sent.seq != act.referral:
        return Turn(here.focus, toast=moved_on(here.say))
    focus = here.focus.at(StudyTeamCard(act.back), said=(told,))
    return Turn(focus, (here.case.entry(kind, value=value),), pushes=(sent.by,))


def appoint(here: Here, act: acts.Appoint) -> Turn:
    """Set, move or cancel an appointment, and give its file."""
    case = here.case
    if act.at is not None and case.screening.consent.is_refused:
        return here.to(StudyTeamCard(act.back))  # which says why
    if act.at is not None and act.at <= here.world.now:
        return Turn(here.focus, toast=moved_on(here.say))
    value = {"at": act.at and act.at.isoformat()}
    entry = replace(case.entry(Kind.APPOINTED, value=value), reason=act.reason)
    after = case.with_entries([entry]).screening
    focus = here.focus.at(StudyTeamCard(act.back), said=(here.say("Recorded."),))
    return Turn(focus, (entry,), documents=_file(here, after))


def give_calendar_file(here: Here, act: acts.GiveCalendarFile) -> Turn:
    """Give the file of the appointment once more."""
    return Turn(here.focus.at(here.focus.place), documents=_file(here, here.case.screening))


def _file(here: Here, screening: Screening) -> tuple[Document, ...]:
    say, found = here.say, screening.appointment
    if found is None:
        return ()
    told = f"{heading(say, screening.id)} · {appointment_words(say, here.world, found)}"
    return (Document("appointment", told, appointment_event(say, screening, found)),)


def record_participation(here: Here, act: acts.RecordParticipation) -> Turn:
    """Record what came of the screening, but for an enrolment, which has a number.

    An enrolment that is taken back takes its deviation along: nobody was enrolled.
    """
    draft = act.draft
    said = Participation(draft.what, draft.day, draft.why)
    entry = replace(_came(here.case, said), reason=draft.reason)
    gone = _deviation_taken_back(here.case) if draft.what in DECIDED else ()
    return _recorded(here, ParticipationCard(draft.back), (entry, *gone))


def enrolled(here: Here, place: EnrolledAs, number: str) -> Turn:
    """Record an enrolment; one that verdict or trial does not allow is a deviation by that.

    A correction of its number is no further deviation; with another day it is judged anew.
    """
    case = here.case
    then = verdict_then(case, place)
    said = Participation("enrolled", place.day, None, then.outcome, part=place.part)
    entry = replace(_came(case, said), reason=place.reason, text=number)
    before = case.screening.enrolment
    is_new = before is None or before.what != "enrolled"
    is_moved = before is not None and (before.day, before.part) != (place.day, place.part)
    gone = _deviation_taken_back(case) if is_moved else ()
    made = _deviation(here, place) if is_new or is_moved else ()
    return _recorded(here, ParticipationCard(place.back), (entry, *gone, *made))


def _deviation(here: Here, place: EnrolledAs) -> tuple[NewEntry, ...]:
    say, case = here.say, here.case
    failing = say.listed(each.criterion.id for each in verdict_then(case, place).failing)
    told = [say("Enrolled though not eligible ({criteria}).", criteria=failing)] if failing else []
    if halt := halt_on(case, place.day):
        told.append(halted_then_words(say, halt))
    if not told:
        return ()
    value = {"day": place.day.isoformat(), "enrolment": True}
    return (replace(here.case.entry(Kind.DEVIATION, value=value), text=" ".join(told)),)


def _deviation_taken_back(case: Case) -> tuple[NewEntry, ...]:
    """Say of the deviation that the enrolment was that it is taken back."""
    made = [each.seq for each in case.screening.deviations if each.of_enrolment]
    return tuple(case.entry(Kind.DEVIATION, value={"takes_back": seq}) for seq in made)


def _came(case: Case, said: Participation) -> NewEntry:
    return case.entry(Kind.PARTICIPATION, value=said.value)


def _recorded(here: Here, place: ParticipationCard, entries: tuple[NewEntry, ...]) -> Turn:
    told = [here.say("Recorded."), *_of_the_deviation(here.say, entries)]
    return Turn(here.focus.at(place, said=tuple(told)), entries)


def _of_the_deviation(say: Say, entries: tuple[NewEntry, ...]) -> tuple[str, ...]:
    """Say what became of the deviation that an enrolment is."""
    found = [entry for entry in entries if entry.kind is Kind.DEVIATION]
    is_made = any(entry.text is not None for entry in found)
    is_gone = any(entry.text is None for entry in found)
    if is_made and is_gone:
        return (say("The deviation has the new day, too."),)
    if is_gone and entries[0].value["what"] == "enrolled":
        return (say("The deviation is taken back: there is none on that day."),)
    if is_gone:
        return (say("The deviation is taken back with the enrolment."),)
    return (say("Deviation recorded; the verdict is as before."),) if is_made else ()


STEPS: Mapping[type[Act], Callable[[Here, Any], Turn]] = {
    acts.SendVerdict: send,
    acts.OpenReferral: open_referral,
    acts.AcceptReferral: accept,
    acts.ReturnReferral: return_referral,
    acts.Appoint: appoint,
    acts.GiveCalendarFile: give_calendar_file,
    acts.RecordParticipation: record_participation,
}
