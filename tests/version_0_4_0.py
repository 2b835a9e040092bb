"""The record, the team and the chats that version 0.4.0 wrote, and what they added up to there."""

from pathlib import Path

from tests.older_records import stored, written
from tests.version_0_3_0 import SITE, TRIAL, as_told_there

__all__ = ["SITE", "TRIAL", "as_told_there"]

ADMIN, COORDINATOR, INVESTIGATOR = 11, 12, 13
"""The administrator of its settings, and the two whom `ectrial staff` added."""
REDACTED = "REDACTED-3"
"""What is read in place of a name that passed as a code; the screening went on after it."""
ADDS_UP_TO = stored("adds_up_to_0_4_0")


def write_record(path: Path, key: str | None = None) -> Path:
    """Write the record's file as that version left it when it was stopped."""
    return written(path, "0_4_0", key)
