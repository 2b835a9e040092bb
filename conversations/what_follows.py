"""What waits for the study's contact, what it answered, and an appointment as a file."""

from dataclasses import replace
from hashlib import sha256

from conversations.acts_of_what_follows import OpenReferral
from conversations.case import Case
from conversations.here import Here
from conversations.needs import SCREENING
from conversations.places_of_what_follows import ReturningReferral, StudyTeamCard
from conversations.rights import may
from conversations.screen import LABEL_WIDTH, Button, Row, shortened
from conversations.study_contact import contact_with_chat, is_changed
from conversations.to_do import asked_for
from conversations.turn import Turn, World
from conversations.words.heading import heading
from ectrial.papers.calendar_file import CalendarEvent
from ectrial.record.appointments import Appointment
from ectrial.record.referrals import Referral, Referred
from ectrial.record.screenings import Screening
from ectrial.wording.speech import Say

MINUTES = 30
"""How long an appointment stands in a calendar."""


def is_contact(world: World, trial: str) -> bool:
    """Whether the person is the contact, or covers an absent one."""
    contact = contact_with_chat(world, trial)
    return contact in asked_for(world.team, world.actor, world.today)


def waiting_for(case: Case) -> Referral | None:
    """Give what waits for the answer of the person; nothing of who declined or withdrew."""
    screening, sent = case.screening, sent_to(case)
    if sent is None or sent.answered is not None or screening.enrolment is not None:
        return None
    return None if screening.consent.is_refused else sent


def sent_to(case: Case) -> Referral | None:
    """Give what was sent to the person, or to one whom they cover, unless it was returned."""
    sent, world = case.screening.referral, case.world
    if sent is None or (sent.answered is not None and sent.answered.why is not None):
        return None
    return sent if sent.to in asked_for(world.team, world.actor, world.today) else None


def may_send(case: Case) -> bool:
    """Whether the verdict can be sent: not again while the same waits, nor once it is decided.

    Nor of a subject who declined or withdrew, nor while nobody is enrolled in the trial.
    """
    screening, world = case.screening, case.world
    contact, sent = contact_with_chat(world, case.id.trial), screening.referral
    is_halted = world.records.conduct(case.id.trial).halt is not None
    is_decided = screening.enrolment is not None or screening.consent.is_refused
    if contact is None or is_halted or is_decided or is_contact(world, case.id.trial):
        return False
    is_returned = sent is not None and sent.answered is not None and sent.answered.why is not None
    return sent is None or is_returned or is_changed(case, sent) or sent.to != contact


def appointment_event(say: Say, screening: Screening, appointment: Appointment) -> CalendarEvent:
    """Give an appointment for a calendar: the trial and the code, nothing else."""
    opened = screening.opened_at.isoformat()
    of = (screening.id.site, screening.id.trial, opened, screening.first_seq, appointment.number)
    return CalendarEvent(
        uid=f"{sha256(repr(of).encode()).hexdigest()[:32]}@ectrial",
        sequence=appointment.sequence,
        stamp=appointment.at_utc,
        at=appointment.at,
        minutes=MINUTES,
        summary=f"{screening.id.trial} {heading(say, screening.id)}",
        is_cancelled=appointment.is_cancelled,
    )


def unseen_answers(here: Here) -> tuple[Referred, ...]:
    """Give the answers to what the person sent, that they have not seen yet, oldest first."""
    records, told = here.world.records, here.focus.referral_told
    news = records.referrals().news.get(here.world.actor, ())
    return tuple(each for each in news if each.seq > told and _is_valid(here.world, each))


def _is_valid(world: World, referred: Referred) -> bool:
    screening = world.records.screening(referred.id)
    return screening is not None and not screening.voided


def new_answer_rows(here: Here) -> tuple[Row, ...]:
    """Lead from any card to an answer that the study's contact has given."""
    if here.world.to_prove.must or not may(here.world.member, SCREENING):
        return ()
    at_team = isinstance(here.focus.place, StudyTeamCard | ReturningReferral)
    for each in unseen_answers(here)[:1]:
        if at_team and here.focus.screening == each.id:
            break  # the card itself says it
        say, subject = here.say, heading(here.say, each.id)
        accepted = say("{subject}: accepted ›", subject=subject)
        returned = say("{subject}: returned ›", subject=subject)
        label = shortened(accepted if each.is_accepted else returned, LABEL_WIDTH)
        return ((Button(label, OpenReferral(each.id), "primary"),),)
    return ()


def with_answers_seen(here: Here, turn: Turn) -> Turn:
    """Note that the person has seen the oldest answer, once its card is shown."""
    if not isinstance(turn.focus.place, StudyTeamCard):
        return turn
    oldest = next(iter(unseen_answers(here)), None)
    if oldest is None or oldest.id != turn.focus.screening:
        return turn
    return replace(turn, focus=replace(turn.focus, referral_told=oldest.seq))
