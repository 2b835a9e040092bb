"""The record and the chats that version 0.1.0 wrote, and what they added up to there."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from ectrial.record.screenings import Listed, Screening
from ectrial.record.subjects import ScreeningId
from tests.older_records import plainly, stored, written
from tests.version_0_3_0 import SINCE_0_5_0

SITE, TRIAL = "site-1", "EC-CRT-003"
ADDS_UP_TO = stored("adds_up_to_0_1_0")
FOCUSES: dict[str, dict[str, Any]] = stored("focus_0_1_0")
"""Where each chat stood, under a name that says what its card was."""


def write_record(path: Path, key: str | None = None) -> Path:
    """Write the record's file as that version left it when it was stopped."""
    return written(path, "0_1_0", key)


def as_told_there(thing: Screening | Listed) -> dict[str, Any]:
    """Give a screening, or a row of the list, in the words of that version."""
    id_: ScreeningId = thing.id
    told = {**asdict(thing), "id": id_.name, "subject": id_.subject, "episode": id_.episode}
    for later in ("last_seq", "changes", "undone_at", "set_aside", *SINCE_0_5_0):
        told.pop(later, None)
    if isinstance(thing, Screening):
        told["last_change"] = thing.last_change and asdict(thing.last_change)
        for answer in told["answers"].values():
            del answer["role"], answer["limit"]
    return plainly(told)
