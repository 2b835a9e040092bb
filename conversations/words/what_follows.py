"""What follows a screening, in words: the contact, what was sent, appointments, participation."""

from datetime import datetime

from conversations.case import Case
from conversations.study_contact import contact_with_chat, filled_of, is_changed, study_team
from conversations.turn import World
from conversations.words.days import clock_words, short_day
from conversations.words.own import own
from conversations.words.people import author_words, person_words
from conversations.words.queries import owner_words, when_words
from conversations.words.verdict import outcome_name
from ectrial.record.appointments import Appointment
from ectrial.record.entries import Reason
from ectrial.record.participation import Participation, WhyNot
from ectrial.record.referrals import Referral, ReturnWhy
from ectrial.wording.speech import Say, marked

RETURNS: dict[ReturnWhy, str] = {
    "incomplete": marked("Answers are missing"),
    "criterion": marked("A criterion is not met"),
    "no_place": marked("No place is free"),
    "other": marked("Other reason"),
}
NOT_ENROLLED: dict[WhyNot, str] = {
    "not_eligible": marked("Not eligible in full screening"),
    "declined": marked("Declined"),
    "not_reached": marked("Not reached"),
    "health": marked("State of health"),
    "no_place": marked("No place is free"),
    "other": marked("Other reason"),
}
MOVED: dict[Reason, str] = {
    Reason.RESCHEDULED: marked("Another time suits"),
    Reason.DELAYED: marked("The result is not ready"),
    Reason.OTHER: marked("Other reason"),
}
CANCELLED: dict[Reason, str] = {
    Reason.NEW_INFORMATION: marked("Not needed any more"),
    Reason.CONSENT_WITHDRAWN: marked("Consent was withdrawn"),
    Reason.OTHER: marked("Other reason"),
}


def contact_words(say: Say, world: World, trial: str) -> str:
    """Name the contact of a trial, with phone and e-mail on lines of their own, or whom to ask."""
    contact = study_team(world, trial).contact
    if contact is None:
        return _whom_to_ask(say, world)
    if contact.chat is None:
        lines = [say("Contact: {text}", text=contact.name), contact.phone, contact.email]
        return "\n".join(filter(None, lines))
    if contact_with_chat(world, trial) is None:
        told = say("The contact of this site is not of the team any more.")
        return f"{told} {_whom_to_ask(say, world)}"
    return say("Contact: {text}", text=owner_words(say, world, contact.chat))


def _whom_to_ask(say: Say, world: World) -> str:
    present = world.team.present(world.today)
    principals = [each.person for each in present if each.role == "principal"]
    if principals:
        names = say.listed(person_words(say, world, each) for each in principals)
        return say("The study's contact is not known here. Ask {who}.", who=names)
    if world.contact:
        return say("Contact: {text}", text=world.contact)
    return say("Questions: ask the investigator of your site.")


def referral_lines(say: Say, case: Case) -> list[str]:
    """Say to whom the verdict was sent, what was answered, and whether the answers changed."""
    sent, world = case.screening.referral, case.world
    if sent is None:
        return []
    when, who = when_words(world, sent.at_utc), author_words(say, world, sent.by, sent.role)
    to = owner_words(say, world, sent.to)
    told = [say("{when} {name} sent it to {to}.", when=when, name=who, to=to)]
    told += _answer_lines(say, world, sent)
    is_returned = sent.answered is not None and sent.answered.why is not None
    if is_changed(case, sent) and not is_returned:
        verdict = outcome_name(say, sent.verdict)
        told.append(say("⚠️ The answers changed since; sent as: {verdict}", verdict=verdict))
    return told


def _answer_lines(say: Say, world: World, sent: Referral) -> list[str]:
    answer = sent.answered
    if answer is None:
        return []
    when, who = when_words(world, answer.at_utc), author_words(say, world, answer.by, answer.role)
    if answer.why is None:
        return [say("{when} {name} accepted it.", when=when, name=who)]
    why = say(RETURNS[answer.why])
    return [say("{when} {name} returned it: {why}.", when=when, name=who, why=why)]


def appointment_words(say: Say, world: World, appointment: Appointment) -> str:
    """Give an appointment in one line."""
    when = time_words(say, world, appointment.at)
    if appointment.is_cancelled:
        return say("Appointment of {when}: cancelled", when=when)
    if appointment.at <= world.now:
        return say("Appointment was on {when}", when=when)
    return say("Appointment: {when}", when=when)


def time_words(say: Say, world: World, at: datetime) -> str:
    """Give a day with the time of the site, also of one that has passed."""
    local = world.at_site(at)
    return f"{short_day(say, world.today, local.date())} {clock_words(local)}"


def approach_words(say: Say, world: World, said: Participation | None) -> str:
    """Say when the subject was approached, if that is recorded."""
    if said is None or said.day is None:
        return say("Not approached yet")
    return say("Approached {day}", day=short_day(say, world.today, said.day))


def enrolment_words(say: Say, world: World, said: Participation | None) -> str:
    """Say whether the subject is enrolled: when, as what number, on what verdict; or why not."""
    if said is None:
        return say("Enrolment is open")
    if said.why is not None:
        return say("Not enrolled: {why}", why=say(NOT_ENROLLED[said.why]))
    day = short_day(say, world.today, said.day) if said.day else ""
    told = say("Enrolled {day} as {number}", day=day, number=said.number and own(say, said.number))
    if said.part:
        names = {each.id: say.text(each.name) for each in world.trial.parts}
        told = f"{told} · {names.get(said.part, said.part)}"
    if said.verdict == "not_eligible":
        return say("{enrolled}, though not eligible then", enrolled=told)
    if said.verdict == "undetermined":
        return say("{enrolled}, while undetermined", enrolled=told)
    return told


def following_lines(say: Say, case: Case) -> list[str]:
    """Give what followed, in few lines; nothing where nothing did."""
    screening, world = case.screening, case.world
    told = referral_lines(say, case)
    if (appointment := screening.appointment) is not None:
        told.append(appointment_words(say, world, appointment))
    if screening.approach is not None and screening.enrolment is None:
        told.append(approach_words(say, world, screening.approach))
    if screening.enrolment is not None:
        told.append(enrolment_words(say, world, screening.enrolment))
    return told


def slots_words(say: Say, world: World, trial: str) -> str:
    """Say how many participants this site needs, and how many it has; nothing if unknown."""
    slots, filled = study_team(world, trial).slots, filled_of(world)[trial]
    if slots is None:
        return say("Enrolled here: {n}", n=filled) if filled else ""
    if filled > slots:
        return say(
            "Participants needed: {slots} · filled: {n} · {more} more than needed",
            slots=slots,
            n=filled,
            more=filled - slots,
        )
    return say(
        "Participants needed: {slots} · filled: {n} · left: {left}",
        slots=slots,
        n=filled,
        left=slots - filled,
    )
