"""One line of a thread: who did or said what about an open item or a note, and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ectrial.record.entries import JSON, Entry, Kind, Reason


@dataclass(frozen=True, slots=True)
class ThreadLine:
    """One line of a thread: who did what and when, and what that person said."""

    kind: Kind
    seq: int
    at_utc: datetime
    actor: int
    role: str
    value: Mapping[str, JSON]
    reason: Reason | None = None
    text: str = ""


def line_of(entry: Entry) -> ThreadLine:
    """Read a line of a thread from its entry; TypeError if its value has no parts."""
    said = entry.said
    value = said.value or {}
    if not isinstance(value, dict):
        raise TypeError("a line of a thread that has no parts")
    return ThreadLine(
        said.kind,
        entry.seq,
        entry.at_utc,
        entry.actor,
        entry.role,
        value,
        said.reason,
        said.text or "",
    )
