"""The entries of the record: each has a kind and an author, and never changes."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

from ectrial.record.subjects import ScreeningId

Order = Literal["protocol", "quick"]
Via = Literal["telegram", "sandbox", "cli"]
JSON = Any


class Kind(StrEnum):
    """What happened, according to an entry."""

    OPENED = "opened"
    ORDERED = "ordered"
    ANSWERED = "answered"
    SKIPPED = "skipped"
    CORRECTED = "corrected"
    STOPPED = "stopped"
    CONTINUED = "continued"
    VERDICT_GIVEN = "verdict_given"
    VOIDED = "voided"
    CLEARED = "cleared"
    RESTORED = "restored"
    MOVED = "moved"
    STAFF_ADDED = "staff_added"
    STAFF_REMOVED = "staff_removed"
    STARTED = "started"
    ADMIN_ADDED = "admin_added"
    ADMIN_REMOVED = "admin_removed"
    REDACTED = "redacted"
    COPIES_DELETED = "copies_deleted"
    STAFF_INVITED = "staff_invited"
    INVITE_WITHDRAWN = "invite_withdrawn"
    TRAINED = "trained"
    AWAY = "away"
    BACK = "back"
    PHONE_LOST = "phone_lost"
    PHONE_FOUND = "phone_found"
    ENROLLED = "enrolled"
    LOCKED = "locked"
    PROVED = "proved"
    CONSENT = "consent"
    QUERY_OPENED = "query_opened"
    QUERY_CHANGED = "query_changed"
    QUERY_SAID = "query_said"
    QUERY_CLOSED = "query_closed"
    QUERY_REOPENED = "query_reopened"
    SOURCED = "sourced"
    VERIFIED = "verified"
    UNVERIFIED = "unverified"
    SIGNATURE_ASKED = "signature_asked"
    TAKEN_OVER = "taken_over"
    SIGNED = "signed"
    SIGNATURE_RETURNED = "signature_returned"
    DEVIATION = "deviation"
    SHIFT_OFFERED = "shift_offered"
    SHIFT_ACCEPTED = "shift_accepted"
    SHIFT_RETURNED = "shift_returned"
    IDENTIFIER_STOPPED = "identifier_stopped"
    NOTE_WRITTEN = "note_written"
    NOTE_REPLIED = "note_replied"
    NOTE_READERS = "note_readers"
    NOTE_RESOLVED = "note_resolved"
    NOTE_REOPENED = "note_reopened"
    REFERRED = "referred"
    REFERRAL_ACCEPTED = "referral_accepted"
    REFERRAL_RETURNED = "referral_returned"
    APPOINTED = "appointed"
    PARTICIPATION = "participation"
    SHARE_MADE = "share_made"
    SHARE_OPENED = "share_opened"
    SHARE_ENTERED = "share_entered"
    SHARE_TRIED = "share_tried"
    SHARE_VIEWED = "share_viewed"
    SHARE_REPLIED = "share_replied"
    SHARE_REVOKED = "share_revoked"
    SHARE_ENDED = "share_ended"
    LINKED = "linked"
    UNLINKED = "unlinked"
    CARRIED = "carried"
    LAPSED = "lapsed"
    TRIAL_STATUS = "trial_status"
    VERSION_ACTIVATED = "version_activated"
    ACTIVATION_WITHDRAWN = "activation_withdrawn"
    CLARIFIED = "clarified"
    CLARIFICATION_WITHDRAWN = "clarification_withdrawn"
    RESCREENED = "rescreened"
    EXPORTED = "exported"
    IMPORTED = "imported"


OF_A_START = (Kind.STARTED, Kind.ADMIN_ADDED, Kind.ADMIN_REMOVED)
"""Kinds that the bot itself records at its start; nobody asked for them and none has a subject."""


NOTHING_FAILS = "nothing_fails"
"""The value of *continued* after a correction removed the last failure: a later failure is asked
about again. Before version 0.3.0 *continued* had no value."""
MINE = "mine"
"""The value of *cleared* if a person cleared only the own answers; none if all were cleared."""


class Reason(StrEnum):
    """Why a recorded answer was changed or a screening set aside (standards.md §7)."""

    DATA_ENTRY_ERROR = "data_entry_error"
    NEW_INFORMATION = "new_information"
    SOURCE_CORRECTED = "source_corrected"
    RESULT_REPEATED = "result_repeated"
    MIS_TAP = "mis_tap"
    WRONG_SUBJECT = "wrong_subject"
    DUPLICATE = "duplicate"
    PERSONAL_DATA = "personal_data"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    DELAYED = "delayed"
    RESCHEDULED = "rescheduled"
    OTHER = "other"


def whole(value: JSON) -> int:
    """Give the whole number that a part of a value is; ValueError for anything else.

    >>> whole(9)
    9
    >>> whole("9")
    Traceback (most recent call last):
    ValueError: no whole number
    """
    if type(value) is not int:
        raise ValueError("no whole number")
    return value


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What the dialogue asks to record. `item` is an item's name; for *skipped*, a question's.

    `value` is JSON as in the facts file; null in a correction means "not asked after all".
    `source` is the code of the subject from whose report the value was copied. `text` is a free
    text or the printed name of a colleague: it stands in a table from which it can be redacted.
    """

    kind: Kind
    trial: str
    screening: ScreeningId | None = None
    item: str | None = None
    value: JSON = None
    reason: Reason | None = None
    source: str | None = None
    protocol_version: str | None = None
    protocol_hash: str | None = None
    text: str | None = None

    @property
    def under(self) -> tuple[str, str] | None:
        """Version and hash of the protocol by which it was said; None if it names none."""
        version, hash_ = self.protocol_version, self.protocol_hash
        return (version, hash_) if version and hash_ else None


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the record as stored in the ledger; it never changes."""

    seq: int
    at_utc: datetime
    actor: int
    role: str
    via: Via
    said: NewEntry
