"""The act that records a state of consent."""

from dataclasses import dataclass

from conversations.places_of_consent import ConsentDraft
from ectrial.record.entries import Reason
from ectrial.record.subjects import ScreeningId


@dataclass(frozen=True, slots=True)
class RecordConsent:
    """Record a state of consent; `reason` says why a signed or withdrawn one is replaced."""

    screening: ScreeningId
    draft: ConsentDraft
    reason: Reason | None = None
