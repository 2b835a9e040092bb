"""Places about how the trial is run at the site; none belongs to a screening.

`trial` and `before`, the last entry about it that a card knows, pin what is changed.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ectrial.record.conduct import State


@dataclass(frozen=True, slots=True)
class TrialStatusCard:
    """Whether the trial enrols, and what was recorded of that before."""

    place: Literal["trial_status"] = "trial_status"


@dataclass(frozen=True, slots=True)
class StatusDay:
    """The question from which day on enrolment is in this state."""

    trial: str
    state: State
    before: int
    place: Literal["status_day"] = "status_day"


@dataclass(frozen=True, slots=True)
class StatusReason:
    """The request to type why enrolment is in this state from this day on."""

    trial: str
    state: State
    day: date
    before: int
    place: Literal["status_reason"] = "status_reason"


OfTheTrial = TrialStatusCard | StatusDay | StatusReason
