"""The card of the study's contact: what is sent to whom, what was answered, what comes next."""

from conversations.acts import Act, Go, GoOn
from conversations.acts_of_what_follows import (
    AcceptReferral,
    GiveCalendarFile,
    ReturnReferral,
    SendVerdict,
)
from conversations.here import Here
from conversations.places_of_queries import ToDo
from conversations.places_of_what_follows import (
    Appointing,
    CancellingAppointment,
    ParticipationCard,
    ReturningReferral,
    StudyTeamCard,
)
from conversations.places_to_look_at import Review, Verdict
from conversations.screen import (
    LABEL_WIDTH,
    Block,
    Button,
    Row,
    fold,
    lines,
    note,
    shortened,
    title,
)
from conversations.study_contact import contact_with_chat, hash_of_answers, study_team
from conversations.trial_status import rows_of_the_lines_above
from conversations.what_follows import may_send, sent_to, waiting_for
from conversations.words.consent import consent_line
from conversations.words.enrolment import would_be_lines
from conversations.words.heading import heading
from conversations.words.people import person_words
from conversations.words.phone import folded_to_a_phone
from conversations.words.verdict import (
    failing_words,
    investigator_words,
    outcome_words,
    unasked_words,
    unresolved_words,
    unsettled,
)
from conversations.words.what_follows import (
    RETURNS,
    appointment_words,
    contact_words,
    enrolment_words,
    referral_lines,
)
from ectrial.record.appointments import latest_seq
from ectrial.record.referrals import RETURN_WHYS


def words(here: Here, place: StudyTeamCard) -> tuple[Block, ...]:
    """Show the verdict to whom it was sent; to others whom to contact, and what was answered."""
    say, case = here.say, here.case
    is_theirs = sent_to(case) is not None
    told = _verdict(here) if is_theirs else _contact(here)
    refused = say("⚠️ The subject does not take part: no contact, no appointment.")
    blocks = [
        title(heading(say, case.id)),
        title(outcome_words(say, case.verdict)),
        *lines(*would_be_lines(say, case)),
        *([title(refused)] if case.screening.consent.is_refused else []),
        # what comes next stands first: where all is folded, the first lines stay visible
        *_what_came(here),
        *lines(*referral_lines(say, case)),
        *told,
        *([fold(_steps(here))] if is_theirs else []),
        note(investigator_words(say)),
    ]
    return folded_to_a_phone(blocks, len(rows(here, place)) + rows_of_the_lines_above(case))


def _verdict(here: Here) -> tuple[Block, ...]:
    """Give the present verdict with what is open."""
    say, case = here.say, here.case
    unresolved, unasked = unsettled(case)
    failing = [failing_words(say, each, case.verdict.facts) for each in case.verdict.failing]
    return lines(
        consent_line(say, case),
        "\n".join(failing),
        "\n".join(unresolved_words(say, case, unresolved)),
        unasked_words(say, unasked),
    )


def _contact(here: Here) -> tuple[Block, ...]:
    """Name the contact; who is reached by phone or e-mail hears no data of the subject there."""
    say, world, trial = here.say, here.world, here.case.id.trial
    contact = study_team(world, trial).contact
    told = lines(contact_words(say, world, trial))
    if contact is not None and contact.chat is None:
        return (*told, note(say("No code and no data of the subject by phone or e-mail.")))
    if may_send(here.case):
        return (*told, note(say("This sends the verdict, its open items and the next steps.")))
    return told


def _what_came(here: Here) -> tuple[Block, ...]:
    say, world, screening = here.say, here.world, here.case.screening
    told = []
    if screening.appointment is not None:
        told.append(appointment_words(say, world, screening.appointment))
    if screening.enrolment is not None:
        told.append(enrolment_words(say, world, screening.enrolment))
    return lines(*told)


def _steps(here: Here) -> str:
    """Give the steps that follow, in the words of the listing."""
    say, steps = here.say, here.case.trial.study.participation
    told = [f"{n}. {say.text(step)}" for n, step in enumerate(steps, start=1)]
    return "\n".join([say("What follows:"), *told])


def rows(here: Here, place: StudyTeamCard) -> tuple[Row, ...]:
    """Offer to accept or return what was sent, or to send it; then the appointment."""
    say = here.say
    back: Row = (Button(say("‹ Back"), back_of(here, place.back), "primary"),)
    if asked := _answering(here, place):
        return (*asked, (Button(say("Check answers"), Go(Review())), *back))
    return (
        *_sending(here, place),
        *_appointment(here, place),
        (Button(say("What came of it ›"), Go(ParticipationCard(place.back))),),
        back,
    )


def back_of(here: Here, back: ToDo | None) -> Act:
    """Give the way back: to the list, to the verdict, or to where the screening goes on."""
    is_given = here.case.is_over or here.case.screening.verdict is not None
    return Go(back or Verdict()) if back or is_given else GoOn(here.case.id)


def _answering(here: Here, place: StudyTeamCard) -> tuple[Row, ...]:
    say, case, sent = here.say, here.case, waiting_for(here.case)
    if sent is None:
        return ()
    accept = AcceptReferral(case.id, case.screening.last_seq, sent.seq, place.back)
    return (
        (
            Button(say("Accept"), accept, "primary"),
            Button(say("Return (why?) ›"), Go(ReturningReferral(place.back))),
        ),
    )


def _sending(here: Here, place: StudyTeamCard) -> tuple[Row, ...]:
    """Offer to send exactly the verdict that the card shows."""
    say, case = here.say, here.case
    contact = contact_with_chat(here.world, case.id.trial)
    if contact is None or not may_send(case):
        return ()
    name = person_words(say, here.world, contact)
    label = say("Send to {name}", name=name)
    if case.screening.referral is not None:
        label = say("Send anew to {name}", name=name)
    seq, outcome, sent = case.screening.last_seq, case.verdict.outcome, hash_of_answers(case)
    act = SendVerdict(case.id, seq, contact, outcome, sent, place.back)
    return ((Button(shortened(label, LABEL_WIDTH), act, "primary"),),)


def _appointment(here: Here, place: StudyTeamCard) -> tuple[Row, ...]:
    """Offer to set a time; of one that is set, to move or cancel it, and its file."""
    say, case = here.say, here.case
    if not study_team(here.world, case.id.trial).appointments:
        return ()
    at = case.screening.appointment
    choosing = Go(Appointing(latest_seq(at), back=place.back))
    is_refused = case.screening.consent.is_refused
    if at is None or at.is_cancelled:
        if is_refused:
            return ()
        return ((Button(say("Appointment ›"), choosing),),)
    file = GiveCalendarFile(case.id, case.screening.last_seq)
    move = Button(say("Move it ›"), choosing)
    cancel = Button(say("Cancel it…"), Go(CancellingAppointment(place.back)))
    if is_refused:
        return ((cancel,),)
    return ((move, cancel), (Button(say("Calendar file"), file),))


def returning_words(here: Here, place: ReturningReferral) -> tuple[Block, ...]:
    """Ask why it is returned."""
    say, case = here.say, here.case
    asked = Block(say("Why is it returned?"))
    return (title(heading(say, case.id)), *lines(*referral_lines(say, case)), asked)


def returning_rows(here: Here, place: ReturningReferral) -> tuple[Row, ...]:
    """Offer the reasons."""
    say, case, sent = here.say, here.case, waiting_for(here.case)
    back: Row = (Button(say("‹ Back"), Go(StudyTeamCard(place.back)), "primary"),)
    if sent is None:
        return (back,)
    of = (case.id, case.screening.last_seq, sent.seq)
    reasons = [
        (Button(say(RETURNS[why]), ReturnReferral(*of, why, place.back)),) for why in RETURN_WHYS
    ]
    return (*reasons, back)
