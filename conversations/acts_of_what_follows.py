"""Acts about what follows a screening; each pins the screening and its last entry.

`back` is the list to which the card returns.
"""

from dataclasses import dataclass
from datetime import datetime

from conversations.places_of_queries import ToDo
from conversations.places_of_what_follows import ParticipationDraft
from ectrial.record.entries import Reason
from ectrial.record.referrals import ReturnWhy, Sent
from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class SendVerdict:
    """Send exactly this verdict, with the answers of this hash, to the study's contact."""

    screening: ScreeningId
    seq: int
    to: int
    verdict: Sent
    hash: str
    back: ToDo | None = None


@dataclass(frozen=True, slots=True)
class OpenReferral:
    """Open what was sent to the person, or what was answered, whatever was open before."""

    screening: ScreeningId
    back: ToDo | None = None


@dataclass(frozen=True, slots=True)
class AcceptReferral:
    """Take care of a subject whose verdict was sent with the entry `referral`."""

    screening: ScreeningId
    seq: int
    referral: int
    back: ToDo | None = None


@dataclass(frozen=True, slots=True)
class ReturnReferral:
    """Return a verdict to its sender."""

    screening: ScreeningId
    seq: int
    referral: int
    why: ReturnWhy
    back: ToDo | None = None


@dataclass(frozen=True, slots=True)
class Appoint:
    """Set an appointment (in UTC), or move or cancel the one that stands, with the reason."""

    screening: ScreeningId
    seq: int
    at: datetime | None
    reason: Reason | None = None
    back: ToDo | None = None


@dataclass(frozen=True, slots=True)
class GiveCalendarFile:
    """Send the appointment once more as a file."""

    screening: ScreeningId
    seq: int


@dataclass(frozen=True, slots=True)
class RecordParticipation:
    """Record what came of a screening; an enrolment is recorded once its number is typed."""

    screening: ScreeningId
    seq: int
    draft: ParticipationDraft


OfWhatFollows = (SendVerdict | OpenReferral | AcceptReferral | ReturnReferral) | (
    Appoint | GiveCalendarFile | RecordParticipation
)
