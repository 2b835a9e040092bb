"""What came of a screening, in the words of a screening log: one for each, computed anew.

Verdict, consent, approach and enrolment are facts of their own; this says which of them decides.
"""

from typing import Literal, get_args

from ectrial.record.consent import Consent
from ectrial.record.participation import Participation
from ectrial.record.screenings import Screening

Outcome = Literal[
    "ENROLLED", "SCREEN_FAILURE", "DECLINED", "NOT_APPROACHED", "OTHER", "IN_SCREENING", "VOIDED"
]
"""`NOT_APPROACHED`: eligible, and nobody was approached so far. `OTHER`: not enrolled for another
reason. `DECLINED`: also who withdrew a consent, unless enrolled already. `VOIDED`: set aside, such
as for a wrong code; counted nowhere."""
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


def outcome_of(screening: Screening) -> Outcome:
    """Give what came of a screening."""
    if screening.voided:
        return "VOIDED"
    verdict = screening.verdict["verdict"] if screening.verdict else None
    consent, enrolment = screening.consent, enrolment_of(screening)
    if enrolment is not None and enrolment.what == "enrolled":
        return "ENROLLED"
    why = enrolment.why if enrolment is not None else None
    if consent.is_refused or why == "declined":
        return "DECLINED"
    if verdict == "not_eligible" or why == "not_eligible":
        return "SCREEN_FAILURE"
    if why is not None:
        return "OTHER"
    is_approached = was_approached(consent, screening.approach)
    return "NOT_APPROACHED" if verdict == "eligible" and not is_approached else "IN_SCREENING"


def enrolment_of(screening: Screening) -> Participation | None:
    """Give what was said last of the enrolment.

    That the subject declined counts no more once a consent was signed after it.
    """
    consent, enrolment = screening.consent, screening.enrolment
    if enrolment is None or enrolment.why != "declined" or not consent.is_signed:
        return enrolment
    return None if consent.since > enrolment.seq else enrolment


def was_approached(consent: Consent, approach: Participation | None) -> bool:
    """Whether a subject was approached: who was asked for consent was, also if nobody noted it."""
    return approach is not None or consent.state not in ("not_asked", "chart_only")
