"""The record and the chats that version 0.3.0 wrote, and what they added up to there."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from ectrial.record.screenings import Listed, Screening
from tests.older_records import plainly, stored, written

SITE, TRIAL = "site-1", "EC-CRT-003"
NAME = "ZHANGWEI-7"
"""A name that passed as a code; the screening of S-015 has an upper limit from it."""
SINCE_0_5_0 = (
    *("sources", "verified", "request", "returned", "taken_over", "signatures", "deviations"),
    *("consents", "queries", "first_seq"),
    *("referral", "appointment", "approach", "enrolment"),
)
"""The parts of a screening that later versions added."""
ADDS_UP_TO = stored("adds_up_to_0_3_0")


def write_record(path: Path, key: str | None = None) -> Path:
    """Write the record's file as that version left it when it was stopped."""
    return written(path, "0_3_0", key)


def as_told_there(thing: Screening | Listed) -> dict[str, Any]:
    """Give a screening, or a row of the list, as that version told it."""
    told = {**asdict(thing), "id": list(thing.id)}
    for later in SINCE_0_5_0:
        told.pop(later, None)
    return plainly(told)
