"""What the record consists of: entries, each of a kind, said by somebody, never changed after."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

from ectrial.record.subjects import ScreeningId

Order = Literal["protocol", "quick"]
Via = Literal["telegram", "sandbox", "cli"]
JSON = Any


class Kind(StrEnum):
    """What an entry says happened."""

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


NOTHING_FAILS = "nothing_fails"
"""The value of *continued* where a correction took the last failure away: a later one is asked
about again. Before version 0.3.0 none had a value."""
MINE = "mine"
"""The value of *cleared* where a person cleared the own answers alone; all of them have none."""


class Reason(StrEnum):
    """Why a recorded answer was changed or a screening set aside (standards.md §7)."""

    DATA_ENTRY_ERROR = "data_entry_error"
    NEW_INFORMATION = "new_information"
    SOURCE_CORRECTED = "source_corrected"
    RESULT_REPEATED = "result_repeated"
    MIS_TAP = "mis_tap"
    WRONG_SUBJECT = "wrong_subject"
    DUPLICATE = "duplicate"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What the dialogue asks to record. `item` is an item's name, or a question's when skipped.

    `value` is JSON as in the facts file; null in a correction means "not asked after all".
    `source` is the subject whose report it was taken over from.
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


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the record as it stands in the ledger, never changed after."""

    seq: int
    at_utc: datetime
    actor: int
    role: str
    via: Via
    said: NewEntry
