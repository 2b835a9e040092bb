"""Puts a copy in the place of a record that is lost or damaged, which is kept beside it."""

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
    """Let a copy that was checked stand as the record, while nobody has that open.

    What stood there, its log included, is set aside as `….set-aside-<time>`; gives the head.
    """
    if copy.resolve() == path.resolve():
        raise StorageError(f"{copy} is the record itself; give the copy to restore")
    with ExitStack() as held:
        held.callback(files.let_go, files.hold(path))
        part, head = held.enter_context(checked_copy(copy, path, key, verify_file))
        with files.told_plainly(path):
            for suffix in ("", files.LOG, files.SHARED):
                old = files.beside(path, suffix)
                if old.exists():
                    # a log left behind would be played into the copy
                    old.rename(files.beside(path, f".set-aside-{stamp(now)}{suffix}"))
        files.put_in_place(part, path)
    return head
