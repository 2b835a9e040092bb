"""The record, the team and the chats that version 0.6.0 wrote, and what they added up to there."""

from pathlib import Path
from typing import Any

from ectrial.record.screenings import Listed, Screening
from tests.older_records import stored, written
from tests.older_records import told as told_now
from tests.version_0_3_0 import SINCE_0_7_0, SITE, TRIAL

__all__ = ["SITE", "TRIAL"]

ADMIN, PRINCIPAL, INVESTIGATOR, COORDINATOR, COLLEAGUE, MONITOR = 11, 12, 13, 14, 15, 16
"""The administrator of the settings, and the team; the investigator is the study's contact."""
ADDS_UP_TO = stored("adds_up_to_0_6_0")


def write_record(path: Path, key: str | None = None) -> Path:
    """Write the record's file as that version left it when it was stopped."""
    return written(path, "0_6_0", key)


def as_told_there(thing: Screening | Listed) -> dict[str, Any]:
    """Give a screening, or a row of the list, as that version told it."""
    told = told_now(thing, without=SINCE_0_7_0)
    for consent in told.get("consents", ()):
        del consent["scope"], consent["signature"], consent["since"]
    for step in ("approach", "enrolment"):
        if told.get(step):
            del told[step]["part"]
    return told
