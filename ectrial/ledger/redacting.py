"""Redacts a subject code in the record, while no other process has it open."""

from contextlib import closing
from datetime import datetime
from pathlib import Path

from ectrial.ledger.copies.redacted_since import OPERATOR
from ectrial.ledger.copies.redaction import Done, Wish, redacted
from ectrial.ledger.errors import StorageError
from ectrial.ledger.ledger import Ledger
from ectrial.ledger.opening import prepare
from ectrial.ledger.sqlite import files, parts
from ectrial.ledger.sqlite.driver import connect, in_plain_words
from ectrial.record.entries import Kind, NewEntry, Reason


def redact(path: Path, wish: Wish, now: datetime, key: str | None, copies: Path) -> Done:
    """Replace the record, in one step, by one without the code; the old file is not kept."""
    if not path.is_file():
        raise StorageError(f"there is no record {path}")
    with files.held(path):
        prepare(path, "cli", now, key, copies)
        with redacted(path, path, wish, now, key) as (part, done):
            _leave_no_log(path, key)
            parts.put_in_place(part, path)
    return done


def _leave_no_log(path: Path, key: str | None) -> None:
    """Empty the log of the old record, which SQLite would apply to the new one."""
    with closing(connect(path, key)) as connection, in_plain_words("nothing was redacted"):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with files.told_plainly(path):
        log = files.beside(path, files.LOG)
        if log.exists() and log.stat().st_size:
            raise StorageError(f"nothing was redacted: {log} is still in use")
        for suffix in (files.LOG, files.SHARED):
            files.beside(path, suffix).unlink(missing_ok=True)


def note_deletion(ledger: Ledger, trial: str, reason: Reason, copies_deleted: int) -> None:
    """Record that copies were deleted for a code that was redacted before, or is in them alone."""
    value = {"rows": [], "with_answers": False, "copies_deleted": copies_deleted}
    ledger.append([NewEntry(Kind.REDACTED, trial, value=value, reason=reason)], OPERATOR)
