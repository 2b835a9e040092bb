"""A screening as it was when its subject was enrolled: its verdict stays as of that day."""

from dataclasses import replace
from datetime import date

from ectrial.record.screenings import Screening


def enrolled_on(screening: Screening) -> date | None:
    """Give the day on which the subject was enrolled; None if the subject is not."""
    enrolment = screening.enrolment
    return enrolment.day if enrolment is not None and enrolment.what == "enrolled" else None


def as_enrolled(screening: Screening) -> Screening | None:
    """Give the screening with the answers that counted at enrolment; None if there was none."""
    if enrolled_on(screening) is None:
        return None
    return replace(screening, answers=screening.enrolled_with)
