"""The cards of what came of a screening: approached, consented, enrolled, each with its day."""

from dataclasses import replace

from conversations.acts import Act, Go
from conversations.consenting import way_on as consent_on
from conversations.day_rows import day_rows, earlier_day, no_such_day
from conversations.here import Here
from conversations.participation import (
    days_offered,
    earliest_day,
    lacking,
    number_taken,
    present,
    since,
    verdict_then,
    way_on,
)
from conversations.places_of_consent import ConsentCard, ConsentDraft
from conversations.places_of_what_follows import (
    EnrolledAs,
    ParticipationCard,
    ParticipationDraft,
    StudyTeamCard,
)
from conversations.screen import Block, Button, Row, lines, note, packed, title
from conversations.steps_of_what_follows import enrolled, record_participation
from conversations.trial_status import halt_on
from conversations.turn import Turn
from conversations.words.consent import consent_line
from conversations.words.heading import heading
from conversations.words.parts import part_in_short, part_words
from conversations.words.people import author_words
from conversations.words.queries import when_words
from conversations.words.quotes import no_text
from conversations.words.trial_status import STATES
from conversations.words.what_follows import NOT_ENROLLED, approach_words, enrolment_words
from ectrial.labs.typed_days import read_coming_day, read_typed_day
from ectrial.papers.outcomes import was_approached
from ectrial.record.entries import Reason
from ectrial.record.participation import DECIDED, WHYS_NOT, Participation, What, is_subject_number
from ectrial.trial.part_verdicts import PartVerdict
from ectrial.wording.speech import marked

EXAMPLE = "01-0312"
_WHAT: dict[What, str] = {
    "approached": marked("Approached…"),
    "enrolled": marked("Enrolled…"),
    "not_enrolled": marked("Not enrolled…"),
    "not_approached": marked("Approach: take it back…"),
    "undecided": marked("Enrolment: take it back…"),
}
_REASONS = (
    (Reason.DATA_ENTRY_ERROR, marked("Entry error")),
    (Reason.NEW_INFORMATION, marked("New information")),
    (Reason.OTHER, marked("Other reason")),
)


def words(here: Here, place: ParticipationCard) -> tuple[Block, ...]:
    """Give each of the facts, with who recorded it; none of them follows from another."""
    say, case, world = here.say, here.case, here.world
    approach, enrolment = case.screening.approach, case.screening.enrolment
    return (
        title(heading(say, case.id)),
        *lines(_approach_words(here), *_by(here, approach)),
        Block(consent_line(say, case)),
        *lines(enrolment_words(say, world, enrolment), *_by(here, enrolment)),
        note(say("Each is recorded by itself; the verdict stays as it is.")),
    )


def _by(here: Here, said: Participation | None) -> tuple[str, ...]:
    if said is None or said.at_utc is None:
        return ()
    time = when_words(here.world, said.at_utc)
    who = author_words(here.say, here.world, said.actor, said.role)
    return (here.say("Recorded at {time} by {who}.", time=time, who=who),)


def rows(here: Here, place: ParticipationCard) -> tuple[Row, ...]:
    """Offer what may be recorded or corrected; consent is recorded on its own card."""
    say, case = here.say, here.case
    back: Row = (Button(say("‹ Back"), Go(StudyTeamCard(place.back)), "primary"),)
    approached, enrolled_, not_enrolled, *taking_back = (
        Button(say(label), _begins(here, place, what)) for what, label in _WHAT.items()
    )
    is_known = (case.screening.approach, case.screening.enrolment)
    return (
        (approached,),
        _consent(here, place),
        (enrolled_, not_enrolled),
        *((each,) for each, known in zip(taking_back, is_known, strict=True) if known),
        back,
    )


def _begins(here: Here, place: ParticipationCard, what: What) -> Act:
    draft = ParticipationDraft(what, since(here.case, what), back=place.back)
    return way_on(here.case, draft)


def _consent(here: Here, place: ParticipationCard) -> Row:
    """Lead to what the patient decides; once that is recorded, to its card."""
    say, consent = here.say, here.case.screening.consent
    if consent.state not in ("not_asked", "chart_only"):
        return (Button(say("Consent ›"), Go(ConsentCard(place))),)
    declined, signed = (
        consent_on(here, ConsentDraft(state, consent.seq, back=place))
        for state in ("declined", "signed")
    )
    return (Button(say("Declined…"), declined), Button(say("Consent signed…"), signed))


def _approach_words(here: Here) -> str:
    """Say when the subject was approached; who answered was, as the screening log tells it."""
    screening = here.case.screening
    if screening.approach is None and was_approached(screening.consent, None):
        return here.say("Approached, day not recorded")
    return approach_words(here.say, here.world, screening.approach)


def draft_words(here: Here, place: ParticipationDraft) -> tuple[Block, ...]:
    """Ask for the next part."""
    say, case = here.say, here.case
    now = present(case, place.what)
    about = enrolment_words if place.what in DECIDED else approach_words
    match lacking(case, place):
        case "list":
            asked, hint = say("The list of criteria is incomplete: nobody is enrolled by it."), ""
        case "consent":
            asked, hint = say("Nobody is enrolled without signed consent: record that first."), ""
        case "day":
            asked = say("When was the subject approached?")
            if place.what == "enrolled":
                asked = say("When was the subject enrolled?")
            hint = say("An earlier day is typed, such as {day}.", day=earlier_day(here))
        case "part":
            asked, hint = say("Which part was entered?"), ""
        case "why":
            asked, hint = say("Why is the subject not enrolled?"), ""
        case _:
            asked, hint = say("Why does it change?"), ""
    return (
        title(heading(say, case.id)),
        *lines(about(say, here.world, now) if now else ""),
        Block(asked),
        *([note(hint)] if hint else []),
        note(say("Not recorded yet.")),
    )


def draft_rows(here: Here, place: ParticipationDraft) -> tuple[Row, ...]:
    """Offer the answers, and the way back."""
    say, case = here.say, here.case
    back: Row = (Button(say("‹ Back"), Go(ParticipationCard(place.back)), "primary"),)
    match lacking(case, place):
        case "list":
            return (back,)
        case "consent":
            return ((Button(say("Consent ›"), Go(ConsentCard(place))),), back)
        case "day":
            days = days_offered(here, place.what)
            found = day_rows(here, days, lambda day: way_on(case, replace(place, day=day)))
            return (*found, back)
        case "part":
            parts = case.verdict.parts
            acts = (way_on(case, replace(place, part=each.part.id)) for each in parts)
            labels = (part_in_short(say, each) for each in parts)
            return (*((Button(*each),) for each in zip(labels, acts, strict=True)), back)
        case "why":
            whys = ((why, way_on(case, replace(place, why=why))) for why in WHYS_NOT)
            return (*((Button(say(NOT_ENROLLED[why]), act),) for why, act in whys), back)
    reasons = ((label, way_on(case, replace(place, reason=why))) for why, label in _REASONS)
    return (*packed([Button(say(label), act) for label, act in reasons]), back)


def typed(here: Here, place: ParticipationDraft, text: str) -> Turn:
    """Take a typed day."""
    asked = lacking(here.case, place)
    if asked == "list":
        return here.stay(no_text(here.say))
    if asked == "consent":
        return here.stay(here.say("Nothing is typed here: the consent is recorded first."))
    if asked != "day":
        return here.stay(no_text(here.say))
    day = read_typed_day(text, here.world.today)
    if day is None:
        return here.stay(no_such_day(here))
    if day < (first := earliest_day(here.case, place.what)):
        return here.stay(
            here.say("It was signed on {day}: not before that.", day=first.isoformat())
        )
    act = way_on(here.case, replace(place, day=day))
    return here.to(act.place) if isinstance(act, Go) else record_participation(here, act)


def number_words(here: Here, place: EnrolledAs) -> tuple[Block, ...]:
    """Ask for the sponsor's number; say what the verdict is, if it is not eligible."""
    say, halt = here.say, halt_on(here.case, place.day)
    verdict = verdict_then(here.case, place)
    warned, halted = "", ""
    if halt:
        state = say(STATES[halt.state])
        halted = say("⚠️ Enrolment was {state} on that day: a deviation, too.", state=state)
    if verdict.outcome == "not_eligible":
        failing = say.listed(each.criterion.id for each in verdict.failing)
        warned = say(
            "⚠️ The verdict is not eligible ({criteria}): the enrolment is recorded as a"
            " deviation, too.",
            criteria=failing,
        )
    elif verdict.outcome == "undetermined":
        warned = say("⚠️ The verdict is undetermined: criteria are open.")
    return (
        title(heading(say, here.case.id)),
        *lines(warned, halted),
        *lines(part_words(say, verdict) if isinstance(verdict, PartVerdict) else ""),
        Block(say("Type the sponsor's subject number, such as {example}.", example=EXAMPLE)),
        note(say("No name and no number of a person. What you type is recorded at once.")),
    )


def number_rows(here: Here, place: EnrolledAs) -> tuple[Row, ...]:
    """Lead back without a number."""
    draft = ParticipationDraft("enrolled", since(here.case, "enrolled"), back=place.back)
    return ((Button(here.say("‹ Back"), Go(draft), "primary"),),)


def record_number(here: Here, place: EnrolledAs, text: str) -> Turn:
    """Record the enrolment with its number."""
    say, case = here.say, here.case
    if not is_subject_number(text):
        told = say(
            "A subject number has 3 digits or more, few capital letters, dashes, such as {n}.",
            n=EXAMPLE,
        )
        return here.stay(told)
    if read_coming_day(text, here.world.today) or read_typed_day(text, here.world.today):
        return here.stay(say("Not recorded: that is a day, and a number is asked for here."))
    if case.trial.incomplete or (case.trial.parts and not place.part):
        return here.to(ParticipationDraft("enrolled", since(case, "enrolled"), back=place.back))
    if number_taken(case, text):
        return here.stay(say("Another subject is enrolled under {number}.", number=text))
    return enrolled(here, place, text)
