"""The cards of consent: the present state, then one card for each part of a new one."""

from dataclasses import replace

from conversations.acts import Go, GoOn
from conversations.acts_of_consent import RecordConsent
from conversations.consenting import (
    as_consent,
    days_offered,
    earliest_day,
    form_version,
    is_dated_after,
    lacking,
    said_on,
    versions_offered,
    way_on,
)
from conversations.day_rows import day_rows, earlier_day, no_such_day
from conversations.here import Here
from conversations.places_of_consent import ConsentCard, ConsentDraft
from conversations.places_of_what_follows import ParticipationCard, ParticipationDraft
from conversations.places_to_look_at import Verdict
from conversations.screen import Block, Button, Row, lines, note, packed, title
from conversations.turn import Turn
from conversations.words.consent import consent_line, consent_words, why_words
from conversations.words.days import short_day
from conversations.words.heading import heading
from conversations.words.people import author_words
from conversations.words.quotes import no_text, too_early
from ectrial.labs.typed_days import read_typed_day
from ectrial.record.consent import STATES, WHYS_DECLINED, ConsentScope, ConsentState
from ectrial.record.entries import Reason
from ectrial.wording.speech import marked

MOST_BEFORE = 3
EXAMPLE = "3.1 of 2026-05-02"
_STATES: dict[ConsentState, str] = {
    "not_asked": marked("Not asked"),
    "chart_only": marked("Chart review only"),
    "signed": marked("Signed…"),
    "declined": marked("Declined…"),
    "withdrawn": marked("Withdrawn…"),
}
_ANEW = (Reason.NEW_INFORMATION, marked("Signed again"))
_REASONS = (
    (Reason.DATA_ENTRY_ERROR, marked("Entry error")),
    (Reason.SOURCE_CORRECTED, marked("Source corrected")),
    (Reason.OTHER, marked("Other reason")),
)


def words(here: Here, place: ConsentCard) -> tuple[Block, ...]:
    """Show the present consent, who recorded it, and what stood before."""
    say, case, consent = here.say, here.case, here.case.screening.consent
    by = ""
    if consent.at_utc is not None:
        time = here.world.at_site(consent.at_utc).strftime("%Y-%m-%d %H:%M")
        who = author_words(say, here.world, consent.actor, consent.role)
        by = say("Recorded at {time} by {who}.", time=time, who=who)
    stood = [consent_words(say, case, each) for each in case.screening.consents]
    earlier = [say("Before: {what}", what=each) for each in stood[-2 : -2 - MOST_BEFORE : -1]]
    return (
        title(heading(say, case.id)),
        Block(consent_line(say, case)),
        *lines(by, *earlier),
        note(say("Consent is no criterion: the verdict stays as it is.")),
    )


def rows(here: Here, place: ConsentCard) -> tuple[Row, ...]:
    """Offer what the consent may become, and the ways back."""
    say, screening = here.say, here.case.screening
    now = screening.consent
    possible = [
        state
        for state in STATES
        if (state == "signed" or state != now.state)
        and (state != "withdrawn" or screening.signed_consent is not None)
    ]
    buttons = [
        Button(say(_STATES[state]), way_on(here, ConsentDraft(state, now.seq, back=place.back)))
        for state in sorted(possible, key=lambda state: state == "not_asked")
    ]
    return (*_scope(here, place), *packed(buttons), _ways(here, place))


def _scope(here: Here, place: ConsentCard) -> tuple[Row, ...]:
    """Offer to say what the signed form covers; until that is said, this trial alone."""
    say, case, now = here.say, here.case, here.case.screening.consent
    if not now.is_signed:
        return ()
    to: ConsentScope = "this_trial" if now.covers_other_trials else "site"
    label = say("This trial only") if now.covers_other_trials else say("Covers other trials too")
    draft = ConsentDraft("signed", now.seq, now.day, now.version, scope=to, back=place.back)
    return ((Button(label, RecordConsent(case.id, draft)),),)


def _ways(here: Here, place: ConsentCard) -> Row:
    """Lead back; where an enrolment waited for the signature, on with it."""
    say, back = here.say, place.back
    if back is None:
        verdict = Button(say("Verdict so far"), Go(Verdict()))
        return (verdict, Button(say("‹ Back"), GoOn(here.case.id)))
    if isinstance(back, ParticipationDraft) and here.case.screening.consent.is_signed:
        came = Button(say("‹ Back"), Go(ParticipationCard(back.back)))
        return (came, Button(say("Enrolled…"), Go(back), "primary"))
    return (Button(say("‹ Back"), Go(back), "primary"),)


def draft_words(here: Here, place: ConsentDraft) -> tuple[Block, ...]:
    """Ask for the next part, below what has been said so far."""
    say, case = here.say, here.case
    asked, told = _question(here, place)
    return (
        title(heading(say, case.id)),
        Block(asked),
        *map(note, told),
        note(say("Not recorded yet.")),
    )


def draft_rows(here: Here, place: ConsentDraft) -> tuple[Row, ...]:
    """Offer the answers to the question, and the way back."""
    return (
        *_answers(here, place),
        (Button(here.say("‹ Back"), Go(ConsentCard(place.back)), "primary"),),
    )


def typed(here: Here, place: ConsentDraft, text: str) -> Turn:
    """Take a typed day, or the version of the form."""
    if here.belongs != "yes":
        return here.stay(too_early(here.say))
    match lacking(place, here.case.screening.consent):
        case "day":
            day = read_typed_day(text, here.world.today)
            if day is None:
                return here.stay(no_such_day(here))
            if day < (first := earliest_day(here.case, place)):
                return here.stay(
                    here.say("It was signed on {day}: not before that.", day=first.isoformat())
                )
            return said_on(here, replace(place, day=day))
        case "version":
            version = form_version(text)
            if version is None:
                return here.stay(_no_version(here))
            if is_dated_after(version, place.day):
                return here.stay(here.say("That form is dated after it was signed."))
            return said_on(here, replace(place, version=version))
    return here.stay(no_text(here.say))


def _question(here: Here, draft: ConsentDraft) -> tuple[str, list[str]]:
    """Give the question for the part that is lacking, and notes to it."""
    say = here.say
    earlier = say("An earlier day is typed, such as {day}.", day=earlier_day(here))
    match lacking(draft, here.case.screening.consent):
        case "day" if draft.state == "withdrawn":
            return say("When was consent withdrawn?"), [earlier]
        case "day":
            return say("When was the consent form signed?"), [earlier]
        case "version":
            day = short_day(say, here.world.today, draft.day) if draft.day else ""
            signed = say("Signed {day}", day=day)
            typed_ = say("Type it, such as {example}.", example=EXAMPLE)
            return say("Which version of the consent form?"), [signed, typed_]
        case "why":
            return say("Why was consent declined?"), [say("The patient need not give a reason.")]
    becomes = consent_words(say, here.case, as_consent(draft))
    return say("Why does the consent change?"), [consent_line(say, here.case), f"→ {becomes}"]


def _answers(here: Here, draft: ConsentDraft) -> tuple[Row, ...]:
    """Give the buttons for the part that is lacking."""
    say = here.say
    match lacking(draft, here.case.screening.consent):
        case "day":
            days = days_offered(here, draft)
            return day_rows(here, days, lambda day: way_on(here, replace(draft, day=day)))
        case "version":
            found = versions_offered(here)
            return tuple(
                packed([Button(v, way_on(here, replace(draft, version=v))) for v in found])
            )
        case "why":
            drafts = [(why, replace(draft, why=why)) for why in WHYS_DECLINED]
            return tuple(
                packed([Button(why_words(say, why), way_on(here, d)) for why, d in drafts])
            )
    reasons = (_ANEW, *_REASONS) if draft.state == "signed" else _REASONS
    case = here.case
    return tuple(
        packed([Button(say(label), RecordConsent(case.id, draft, why)) for why, label in reasons])
    )


def _no_version(here: Here) -> str:
    return here.say(
        "A version has digits, few letters, dots and dashes, such as {example}.", example=EXAMPLE
    )
