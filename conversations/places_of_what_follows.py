"""Places about what follows a screening: the study's contact, an appointment, what came of it.

`back` is the list from which the card was opened.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from conversations.places_of_queries import ToDo
from ectrial.record.entries import Reason
from ectrial.record.participation import What, WhyNot


@dataclass(frozen=True, slots=True)
class StudyTeamCard:
    """Whom to contact about the subject, what was sent and answered, and what came of it."""

    back: ToDo | None = None
    place: Literal["study_team"] = "study_team"


@dataclass(frozen=True, slots=True)
class ReturningReferral:
    """The question why a verdict that was sent is returned."""

    back: ToDo | None = None
    place: Literal["returning_referral"] = "returning_referral"


@dataclass(frozen=True, slots=True)
class Appointing:
    """The choice of a day, then of a time; with both, why the appointment is moved.

    `since` is the entry of the appointment that its card shows, 0 if there was none.
    """

    since: int = 0
    day: date | None = None
    at: datetime | None = None
    back: ToDo | None = None
    place: Literal["appointing"] = "appointing"


@dataclass(frozen=True, slots=True)
class CancellingAppointment:
    """The question why an appointment is cancelled."""

    back: ToDo | None = None
    place: Literal["cancelling_appointment"] = "cancelling_appointment"


@dataclass(frozen=True, slots=True)
class ParticipationCard:
    """What came of a screening: approached, consented, enrolled."""

    back: ToDo | None = None
    place: Literal["participation"] = "participation"


@dataclass(frozen=True, slots=True)
class ParticipationDraft:
    """One thing that came of a screening, as far as it was said; nothing is recorded yet.

    `since` is the entry of what it replaces, and `reason` says why that is replaced. `part` is
    that of the trial which the subject entered.
    """

    what: What
    since: int
    day: date | None = None
    why: WhyNot | None = None
    reason: Reason | None = None
    part: str = ""
    back: ToDo | None = None
    place: Literal["participation_draft"] = "participation_draft"


@dataclass(frozen=True, slots=True)
class EnrolledAs:
    """The request to type the sponsor's number of a subject who was enrolled on this day.

    `seq` is the last entry that its card knows, so that its warning is of the verdict recorded.
    """

    day: date
    seq: int
    reason: Reason | None = None
    back: ToDo | None = None
    part: str = ""
    place: Literal["enrolled_as"] = "enrolled_as"


OfWhatFollows = (StudyTeamCard | ReturningReferral | Appointing | CancellingAppointment) | (
    ParticipationCard | ParticipationDraft | EnrolledAs
)
