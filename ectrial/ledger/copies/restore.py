"""Replaces a lost or damaged record by a copy; the old record is kept beside it."""

from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from ectrial.ledger.copies.backup import checked_copy
from ectrial.ledger.copies.rotation import stamp
from ectrial.ledger.errors import StorageError
from ectrial.ledger.sqlite import files
from ectrial.ledger.tables.entries import Head
from ectrial.ledger.verify import verify_file


def restore(copy: Path, path: Path, now: datetime, key: str | None = None) -> Head:
    """Replace the record by a checked copy, while no process has the record open.

    The old record, with its log, is renamed to `….set-aside-<time>`; gives the head.
    """
    if copy.is_file() and path.exists() and copy.samefile(path):
        raise StorageError(f"{copy} is the record itself; give the copy to restore")
    with ExitStack() as held:
        held.callback(files.let_go, files.hold(path))
        part, head = held.enter_context(checked_copy(copy, path, key, verify_file))
        with files.told_plainly(path):
            for suffix in ("", files.LOG, files.SHARED):
                old = files.beside(path, suffix)
                if old.exists():
                    # SQLite would apply an old log to the copy
                    old.rename(files.beside(path, f".set-aside-{stamp(now)}{suffix}"))
        files.put_in_place(part, path)
    return head
