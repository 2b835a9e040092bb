"""The appointment of a subject with the study team: set, moved and cancelled, each by an entry."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ectrial.record.entries import Entry


@dataclass(frozen=True, slots=True)
class Appointment:
    """The latest appointment of a screening.

    `number` counts the appointments of the screening from 1; a moved one keeps its number, and
    `sequence` counts its changes, as calendars do. `at` is in UTC, also of a cancelled one.
    """

    number: int
    sequence: int
    at: datetime
    is_cancelled: bool
    seq: int
    at_utc: datetime
    actor: int


def latest_seq(appointment: Appointment | None) -> int:
    """Give the entry that said last when a subject is seen, 0 if none did."""
    return 0 if appointment is None else appointment.seq


def appointed(entry: Entry, state: dict[str, Any]) -> None:
    """Set an appointment, move the one that stands, or cancel it."""
    before: Appointment | None = state["appointment"]
    at = moment_of(entry)
    by: dict[str, Any] = {"seq": entry.seq, "at_utc": entry.at_utc, "actor": entry.actor}
    if before is None or before.is_cancelled:
        if at is not None:
            number = 1 if before is None else before.number + 1
            state["appointment"] = Appointment(number, 0, at, is_cancelled=False, **by)
        return
    sequence, is_cancelled = before.sequence + 1, at is None
    now = Appointment(before.number, sequence, at or before.at, is_cancelled=is_cancelled, **by)
    state["appointment"] = now


def moment_of(entry: Entry) -> datetime | None:
    """Give the moment that an entry sets, None if it cancels; ValueError if it makes no sense."""
    written = entry.said.value["at"]
    if written is None and entry.said.reason is None:
        raise ValueError("an appointment that is cancelled without a reason")
    at = None if written is None else datetime.fromisoformat(written)
    if at is not None and at.tzinfo is None:
        raise ValueError("a time without its zone")
    return at
