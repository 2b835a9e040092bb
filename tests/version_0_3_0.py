"""The record and the chats that version 0.3.0 wrote, and what they added up to there."""

from pathlib import Path
from typing import Any

from ectrial.record.screenings import Listed, Screening
from tests.older_records import stored, written
from tests.older_records import told as told_now

SITE, TRIAL = "site-1", "EC-CRT-003"
NAME = "ZHANGWEI-7"
"""A name that passed as a code; the screening of S-015 has an upper limit from it."""
SINCE_0_8_0 = ("verdict_under",)
SINCE_0_7_0 = ("carried", "lapsed", "repeats", "earlier", "enrolled_with", *SINCE_0_8_0)
SINCE_0_6_0 = ("referral", "appointment", "approach", "enrolment", *SINCE_0_7_0)
SINCE_0_5_0 = (
    *("sources", "verified", "request", "returned", "taken_over", "signatures", "deviations"),
    *("consents", "queries", "first_seq"),
    *SINCE_0_6_0,
)
"""The parts of a screening that versions 0.5.0 and later added."""
ADDS_UP_TO = stored("adds_up_to_0_3_0")


def write_record(path: Path, key: str | None = None) -> Path:
    """Write the record's file as that version left it when it was stopped."""
    return written(path, "0_3_0", key)


def as_told_there(thing: Screening | Listed) -> dict[str, Any]:
    """Give a screening, or a row of the list, as that version told it."""
    return told_now(thing, without=SINCE_0_5_0)
