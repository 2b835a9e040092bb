"""The consent of a subject over all screenings of a trial: a person consents, not a screening."""

from collections.abc import Iterable

from ectrial.record.consent import NOT_ASKED, Consent
from ectrial.record.entries import Kind
from ectrial.record.screenings import Screening

READ_FOR_CONSENT = (Kind.CONSENT, Kind.VOIDED, Kind.CLEARED, Kind.RESTORED)
"""The kinds of entries that decide it."""


def consent_of_subject(screenings: Iterable[Screening]) -> Consent:
    """Give what was said last in any screening of a subject that is not voided.

    A correction of an earlier form is not said anew: it brings back no consent that was withdrawn
    in a later screening. What was taken back as a mistake was never said.
    """
    valid = (each.consent for each in screenings if not each.voided)
    said = (each for each in valid if each.state != "not_asked")
    return max(said, key=_since, default=NOT_ASKED)


def _since(consent: Consent) -> int:
    return consent.since
