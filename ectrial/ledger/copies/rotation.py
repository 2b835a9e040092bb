"""The folder of automatic copies: their names, and which copies are kept."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal, cast

from ectrial.ledger.copies.backup import Check, back_up
from ectrial.ledger.sqlite import files
from ectrial.ledger.sqlite.parts import PART
from ectrial.ledger.tables.entries import Head
from ectrial.ledger.verify import verify_since_checked

Occasion = Literal["hourly", "before-migration"]

# Hourly copies of a day, daily copies of a month, and the last few changes of the tables
HOURLY, DAILY, MIGRATIONS = 24, 30, 3
MOMENT = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True, order=True)
class Copy:
    """One copy of the folder, as described by its name."""

    made: datetime
    occasion: Occasion
    path: Path


def stamp(moment: datetime) -> str:
    """Write a moment in the form for names of files.

    >>> stamp(datetime(2026, 11, 23, 9, 5, tzinfo=UTC))
    '20261123T090500Z'
    """
    return moment.astimezone(UTC).strftime(MOMENT)


def _moment(written: str) -> datetime:
    return datetime.strptime(written, MOMENT).replace(tzinfo=UTC)


def folder_of(path: Path) -> Path:
    """Give the folder of copies beside a record."""
    return files.beside(path, ".backups")


def copies(path: Path, folder: Path) -> tuple[Copy, ...]:
    """Give the copies of this record, newest first; other files of the folder are ignored."""
    shape = re.compile(rf"{re.escape(path.stem)}-(\d{{8}}T\d{{6}}Z)-(hourly|before-migration)\.db")
    with files.told_plainly(folder):
        found = [(shape.fullmatch(file.name), file) for file in _files(folder)]
    return tuple(
        sorted(
            (
                Copy(_moment(name[1]), cast("Occasion", name[2]), file)
                for name, file in found
                if name is not None
            ),
            reverse=True,
        )
    )


def _files(folder: Path) -> list[Path]:
    if not folder.exists():
        return []
    return [file for file in folder.iterdir() if file.is_file() and not file.is_symlink()]


def keep_copy(
    path: Path,
    folder: Path,
    now: datetime,
    occasion: Occasion,
    key: str | None = None,
    check: Check = verify_since_checked,
) -> Head:
    """Add a copy to the folder, and delete outdated and unfinished copies."""
    with files.told_plainly(folder):
        files.make_folder(folder)
    to = _name(path, folder, now, occasion)
    while occasion == "before-migration" and files.is_there(to):
        # a start that was cut off after its copy may be tried again within the second
        now += timedelta(seconds=1)
        to = _name(path, folder, now, occasion)
    head = back_up(path, to, key, check)
    with files.told_plainly(folder):
        for old in outdated(copies(path, folder), now):
            old.path.unlink(missing_ok=True)
        for part in _unfinished_copies(path, folder):
            part.unlink(missing_ok=True)
    return head


def _name(path: Path, folder: Path, made: datetime, occasion: Occasion) -> Path:
    return folder / f"{path.stem}-{stamp(made)}-{occasion}.db"


def outdated(found: tuple[Copy, ...], now: datetime) -> tuple[Copy, ...]:
    """Give the copies to delete; a copy dated in the future comes from a wrong clock.

    Such copies are neither counted nor deleted, so they cannot displace new copies.
    """
    past = [copy for copy in found if copy.made <= now]
    hourly = [copy for copy in past if copy.occasion == "hourly"]
    newest_of_day = {copy.made.date(): copy for copy in reversed(past)}
    days = sorted(newest_of_day, reverse=True)[:DAILY]
    migrations = [copy for copy in past if copy.occasion == "before-migration"]
    staying = {
        *hourly[:HOURLY],
        *migrations[:MIGRATIONS],
        *(newest_of_day[day] for day in days),
    }
    return tuple(copy for copy in past if copy not in staying)


def _unfinished_copies(path: Path, folder: Path) -> list[Path]:
    """Give unfinished copies that a crash of version 0.3 or older has left, without a note."""
    shape = re.compile(
        rf"{re.escape(path.stem)}-\d{{8}}T\d{{6}}Z-[a-z-]+\.db\.[a-z0-9_]+{re.escape(PART)}"
    )
    return [file for file in _files(folder) if shape.fullmatch(file.name)]
