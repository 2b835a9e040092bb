"""An appointment as an iCalendar file (RFC 5545), which every calendar of a phone opens.

Equal appointments give equal bytes. Times are in UTC, so that no time zone has to be described.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

FOLDED_AT: Final = 75
"""The most octets of a line; a longer one goes on in the next, behind a space."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One appointment: `uid` stays while `sequence` counts its changes; `stamp` is of the last.

    `summary` is what a calendar shows: a code, never a name.
    """

    uid: str
    sequence: int
    stamp: datetime
    at: datetime
    minutes: int
    summary: str
    is_cancelled: bool = False


def calendar_file(event: CalendarEvent) -> bytes:
    """Write the file."""
    return b"".join(_folded(line) for line in _lines(event))


def _lines(event: CalendarEvent) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//ectrial//appointments//EN"
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid.translate(_ESCAPED)}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"DTSTAMP:{_utc(event.stamp)}"
    yield f"DTSTART:{_utc(event.at)}"
    yield f"DTEND:{_utc(event.at + timedelta(minutes=event.minutes))}"
    yield f"STATUS:{'CANCELLED' if event.is_cancelled else 'CONFIRMED'}"
    yield f"SUMMARY:{event.summary.translate(_ESCAPED)}"
    yield "END:VEVENT"
    yield "END:VCALENDAR"


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _folded(line: str) -> bytes:
    """Give a line with its end, cut where it is too long, but never within a character."""
    parts: list[bytes] = []
    part = b""
    for sign in line:
        octets = sign.encode()
        # every part but the first begins with a space, which counts
        if len(part) + len(octets) > FOLDED_AT - bool(parts):
            parts.append(part)
            part = b""
        part += octets
    return b"\r\n ".join([*parts, part]) + b"\r\n"
