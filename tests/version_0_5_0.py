"""The record, the team and the chats that version 0.5.0 wrote, and what they added up to there."""

from pathlib import Path
from typing import Any

from ectrial.record.screenings import Listed, Screening
from tests.older_records import stored, written
from tests.older_records import told as told_now
from tests.version_0_3_0 import SINCE_0_6_0, SITE, TRIAL

__all__ = ["SITE", "TRIAL"]

ADMIN, PRINCIPAL, INVESTIGATOR, COORDINATOR, COVERED, MONITOR = 11, 12, 13, 14, 15, 16
"""The administrator of the settings, and those who joined by an invite."""
TEAM = (PRINCIPAL, INVESTIGATOR, COORDINATOR, COVERED, MONITOR)
ADDS_UP_TO = stored("adds_up_to_0_5_0")
FOCUSES: dict[str, dict[str, Any]] = stored("focus_0_5_0")
"""Places of chats as that version wrote them, each under what stands in it."""


def write_record(path: Path, key: str | None = None) -> Path:
    """Write the record's file as that version left it when it was stopped."""
    return written(path, "0_5_0", key)


def as_told_there(thing: Screening | Listed) -> dict[str, Any]:
    """Give a screening, or a row of the list, as that version told it."""
    told = told_now(thing, without=SINCE_0_6_0)
    for deviation in told.get("deviations", ()):
        deviation.pop("of_enrolment")
    for consent in told.get("consents", ()):
        del consent["scope"], consent["signature"], consent["since"]
    return told
