"""The record, teams and chats that version 0.7.0 wrote, and what they added up to there."""

import json
from dataclasses import asdict, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ectrial.record.screenings import Listed, Screening
from ectrial.record.subjects import ScreeningId
from ectrial.trial.own_trials import with_own_trials
from ectrial.trial.versions import Trials, shipped
from tests.older_records import FOLDER, stored, written
from tests.older_records import told as told_now
from tests.version_0_3_0 import SINCE_0_8_0, SITE, TRIAL

__all__ = ["SITE", "TRIAL"]

ADMIN, PRINCIPAL, INVESTIGATOR, COORDINATOR, COLLEAGUE, MONITOR = 11, 12, 13, 14, 15, 16
"""The administrator of the settings, and the team; the investigator is the study's contact."""
SBRT, SHANGHAI, OWN = "SBRT-OLIGO", "ESO-SHANGHAI-20", "SLEEP-1"
"""Other trials of that site; the last is its own, of which the folder has version 2."""
ADDS_UP_TO = stored("adds_up_to_0_7_0")


def write_record(path: Path, key: str | None = None) -> Path:
    """Write the record's file as that version left it when it was stopped."""
    return written(path, "0_7_0", key)


@cache
def trials() -> Trials:
    """Load the trials as a start of that site does: those of the folder of its own, too."""
    return with_own_trials(shipped(), FOLDER / "own_0_7_0")


def of(trial: str, subject: str, episode: int = 1) -> ScreeningId:
    """Name a screening of that record."""
    return ScreeningId(SITE, trial, subject, episode)


def as_told_there(thing: Screening | Listed) -> dict[str, Any]:
    """Give a screening, or a row of the list, as that version told it."""
    told = told_now(thing, without=SINCE_0_8_0)
    for consent in told.get("consents", ()):
        del consent["since"]
    return told


def plain(thing: Any) -> Any:
    """Give anything of a record as JSON gives it back."""
    return json.loads(json.dumps(thing, default=_plain))


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return sorted(value) if isinstance(value, frozenset) else value.isoformat()
