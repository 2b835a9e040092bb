"""Replaces a lost or damaged record by a copy; the old record is kept beside it.

Once the checked copy has its name `….restored` the restore is decided: if the process is killed
from there on, the next opening carries it out. At each moment the record's path holds a record,
the old one or the copy, and never a log that belongs to the other.
"""

import re
from datetime import datetime, timedelta
from pathlib import Path

from ectrial.ledger.copies.backup import checked_copy
from ectrial.ledger.copies.redacted_since import Restored, as_redacted_since
from ectrial.ledger.copies.rotation import stamp
from ectrial.ledger.copies.sameness import (
    compared,
    refuse_other_history,
    refuse_other_world,
    refuse_without_key,
)
from ectrial.ledger.errors import LedgerBusyError, StorageError
from ectrial.ledger.sqlite import files, parts
from ectrial.ledger.verify import verify_file


def restore(
    copy: Path,
    path: Path,
    now: datetime,
    key: str | None = None,
    *,
    may_be_other: bool = False,
) -> Restored:
    """Replace the real record by a checked copy, while no process has the record open.

    The old record, with its log, is kept as `….set-aside-<time>`; gives the head. Practice is
    refused, and so is a copy that is no earlier or later state of the record, unless it may be
    other. What the old record has redacted since is redacted in the copy again.
    """
    if copy.is_file() and path.exists() and copy.samefile(path):
        raise StorageError(f"{copy} is the record itself; give the copy to restore")
    if files.is_held(path):
        raise LedgerBusyError(files.BUSY.format(path.name))
    with files.told_plainly(path):
        files.make_folder(path.parent)
    with checked_copy(copy, path, path, key, verify_file) as (part, _):
        refuse_other_world(copy, part, path, key)
        with files.held(path):
            finish(path, now)
            found = compared(part, path, key)
            if not may_be_other:
                refuse_without_key(copy, path, key)
                refuse_other_history(copy, path, found)
            with as_redacted_since(part, path, now, key) as (final, restored):
                parts.put_in_place(final, files.beside(path, files.RESTORED))
            aside = finish(path, now)
    return restored._replace(set_aside=aside, compared=found)


def is_decided(path: Path) -> bool:
    """Whether a restore was cut off that is still to be carried out."""
    return files.is_there(files.beside(path, files.RESTORED))


def finish(path: Path, now: datetime) -> Path | None:
    """Carry out a restore that was decided, from wherever it was cut off.

    Gives where the old record is now; None if there was none, or nothing was decided.
    """
    if not is_decided(path):
        return None
    with files.told_plainly(path):
        aside = _aside(path, now)
        # the record first: by it the name is found again if this is cut off
        for suffix in ("", files.JOURNAL, files.LOG):
            old, kept = files.beside(path, suffix), files.beside(aside, suffix)
            if old.exists() and not kept.exists():
                parts.keep_as(old, kept, path)
        parts.sync(path.parent)
        parts.remove_logs(path)
        parts.sync(path.parent)
        files.beside(path, files.RESTORED).replace(path)
        parts.sync(path.parent)
    return aside if aside.exists() else None


def _aside(path: Path, now: datetime) -> Path:
    """Give the name for the old record; the one that it has already, if this was cut off."""
    for found in set_asides(path):
        if path.exists() and found.samefile(path):
            return found
    aside = files.beside(path, f".set-aside-{stamp(now)}")
    while aside.exists():
        now += timedelta(seconds=1)
        aside = files.beside(path, f".set-aside-{stamp(now)}")
    return aside


def set_asides(path: Path) -> tuple[Path, ...]:
    """Give the records that were set aside here, newest first."""
    shape = re.compile(rf"{re.escape(path.name)}\.set-aside-\d{{8}}T\d{{6}}Z")
    found = [file for file in files.neighbours(path) if shape.fullmatch(file.name)]
    return tuple(sorted(found, reverse=True))
