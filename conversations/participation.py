"""What is still to be said of what came of a screening, and what stands in its way."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from conversations.acts import Go
from conversations.acts_of_what_follows import RecordParticipation
from conversations.case import Case
from conversations.day_rows import last_days
from conversations.here import Here
from conversations.places_of_what_follows import EnrolledAs, ParticipationDraft
from ectrial.record.entries import Kind
from ectrial.record.participation import DECIDED, Participation, What
from ectrial.trial.part_verdicts import PartVerdict
from ectrial.trial.verdict import Verdict

Part = Literal["list", "consent", "day", "part", "why", "reason"]


def present(case: Case, what: What) -> Participation | None:
    """Give what is recorded of the same matter: of the enrolment, or of the approach."""
    screening = case.screening
    return screening.enrolment if what in DECIDED else screening.approach


def since(case: Case, what: What) -> int:
    """Give the entry of what is recorded of the same matter, 0 if nothing is."""
    found = present(case, what)
    return 0 if found is None else found.seq


def verdict_then(case: Case, place: EnrolledAs) -> PartVerdict | Verdict:
    """Give the verdict that an enrolment fixes: of its day, without what was sampled later."""
    said = Participation("enrolled", place.day, None, case.verdict.outcome, part=place.part)
    after = case.with_entries([case.entry(Kind.PARTICIPATION, value=said.value)])
    verdict = after.verdict if isinstance(after, Case) else case.verdict
    return verdict.entering(place.part)


def lacking(case: Case, draft: ParticipationDraft) -> Part | None:
    """Give what is to be said first; None if all but the number is said."""
    match draft.what:
        case "enrolled" if case.trial.incomplete:
            return "list"
        case "enrolled" if not case.screening.consent.is_signed:
            return "consent"
        case "enrolled" | "approached" if draft.day is None:
            return "day"
        case "enrolled" if case.trial.parts and not draft.part:
            return "part"
        case "not_enrolled" if draft.why is None:
            return "why"
    return "reason" if present(case, draft.what) and draft.reason is None else None


def way_on(case: Case, draft: ParticipationDraft) -> Go | RecordParticipation:
    """Give the act of a button: it asks for the rest, or records what is said."""
    if lacking(case, draft) is not None:
        return Go(draft)
    if draft.what == "enrolled" and draft.day is not None:
        seq = case.screening.last_seq
        return Go(EnrolledAs(draft.day, seq, draft.reason, draft.back, draft.part))
    return RecordParticipation(case.id, case.screening.last_seq, draft)


def earliest_day(case: Case, what: What) -> date:
    """Give the first possible day: nobody is enrolled before the consent is signed."""
    signed = case.screening.consent
    return signed.day or date.min if what == "enrolled" else date.min


def days_offered(here: Here, what: What) -> Sequence[date]:
    """Give the last days that are possible."""
    return [day for day in last_days(here) if day >= earliest_day(here.case, what)]


def number_taken(case: Case, number: str) -> bool:
    """Whether another subject of the trial is enrolled under a number."""
    enrolled = case.world.records.referrals().enrolled.items()
    found = [
        id_
        for id_, other in enrolled
        if id_ != case.id and id_.trial == case.id.trial and other.casefold() == number.casefold()
    ]
    others = (case.world.records.screening(id_) for id_ in found)
    return any(each is not None and not each.voided for each in others)
