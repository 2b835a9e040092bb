"""An appointment is a file that any calendar reads: strict about lines, octets and signs."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from ectrial.papers.calendar_file import CalendarEvent, calendar_file

EVENT = CalendarEvent(
    uid="1f0c@ectrial",
    sequence=0,
    stamp=datetime(2026, 11, 23, 9, 0, 5, tzinfo=UTC),
    at=datetime(2026, 12, 2, 14, 30, tzinfo=ZoneInfo("Asia/Shanghai")),
    minutes=30,
    summary="EC-CRT-003 S-014",
)
WRITTEN = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//ectrial//appointments//EN\r\n"
    "BEGIN:VEVENT\r\nUID:1f0c@ectrial\r\nSEQUENCE:0\r\nDTSTAMP:20261123T090005Z\r\n"
    "DTSTART:20261202T063000Z\r\nDTEND:20261202T070000Z\r\nSTATUS:CONFIRMED\r\n"
    "SUMMARY:EC-CRT-003 S-014\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def properties(written: bytes) -> dict[str, str]:
    """Unfold the lines of a file, as RFC 5545 says (3.1), and give its properties."""
    lines = written.decode().replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    return dict(line.split(":", 1) for line in lines)


def test_appointment_is_written_as_it_is_read() -> None:
    assert calendar_file(EVENT) == WRITTEN.encode()


def test_a_cancelled_one_keeps_its_uid_and_counts_on() -> None:
    found = properties(calendar_file(replace(EVENT, sequence=2, is_cancelled=True)))

    assert (found["UID"], found["SEQUENCE"], found["STATUS"]) == ("1f0c@ectrial", "2", "CANCELLED")


@given(st.text(st.characters(exclude_categories=["C"], include_characters="\n"), max_size=200))
def test_any_summary_is_folded_and_read_back(summary: str) -> None:
    written = calendar_file(replace(EVENT, summary=summary))

    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    told = properties(written)["SUMMARY"]
    assert re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], told) == summary
