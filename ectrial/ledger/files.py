"""Rights and the lock of the record's file: for its owner alone, and for one process at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ectrial.ledger.errors import LedgerBusyError, StorageError

OWNER_ALONE = 0o600


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def make_private(path: Path) -> None:
    """Create the file if need be, and let nobody but its owner read it or what lies beside it."""
    with _told_plainly():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            raise StorageError("the record's place is taken by something that is no file")
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ALONE))
        for file in (path, _beside(path, "-wal"), _beside(path, "-shm")):
            if file.exists():
                file.chmod(OWNER_ALONE)


def hold(path: Path) -> int:
    """Lock the record for this process; gives the descriptor that `let_go` takes."""
    with _told_plainly():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = os.open(_beside(path, ".lock"), os.O_CREAT | os.O_RDWR, OWNER_ALONE)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            raise LedgerBusyError(f"another process has the record {path.name} open") from None
    return lock


def let_go(lock: int) -> None:
    """Release what `hold` took; the lock file stays, since removing it would race."""
    os.close(lock)


@contextmanager
def _told_plainly() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StorageError(f"the record's file cannot be used: {error.strerror}") from error
