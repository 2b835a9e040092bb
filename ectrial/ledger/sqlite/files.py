"""The files of the record: private, locked by one process, with free space kept."""

import errno
import fcntl
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ectrial.ledger.errors import DamagedLedgerError, LedgerBusyError, StorageError

OWNER_ALONE = 0o600
# How a file of SQLite begins, unless it is encrypted
HEADER = b"SQLite format 3\0"
# Suffixes of the files beside the record
LOG, SHARED, JOURNAL, LOCK = "-wal", "-shm", "-journal", ".lock"
# A whole copy that takes the place of the record, also if the process is killed meanwhile
RESTORED = ".restored"
OURS = ("", LOG, SHARED, JOURNAL, LOCK, RESTORED)
SECONDS_OF_A_LOOK = 0.1
BUSY = "another process has the record {} open"
# In bytes; kept free for the record, whose next answer matters more than a copy
RESERVE = 64 * 2**20
REMEDIES = {
    errno.EACCES: "; let the bot's user read and write it and its folder",
    errno.EPERM: "; let it belong to the bot's user",
    errno.EROFS: "; make the disk writable",
    errno.ENOSPC: "; make room on the disk",
}


def beside(path: Path, suffix: str) -> Path:
    """Give the path with this suffix."""
    return path.with_name(path.name + suffix)


def is_there(path: Path) -> bool:
    """Whether there is such a file; raises StorageError if that cannot be said."""
    with told_plainly(path):
        try:
            path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return False
    return True


def make_private(path: Path) -> None:
    """Let only its owner read the record and the files beside it."""
    with told_plainly(path):
        if not path.is_file():
            raise StorageError(f"{path} is no file, so it cannot be the record")
        if not path.stat().st_size:
            raise DamagedLedgerError(f"{path} is empty, which a record never is")
        for suffix in ("", LOG, SHARED, JOURNAL):
            if beside(path, suffix).exists():
                beside(path, suffix).chmod(OWNER_ALONE)


def hold(path: Path) -> int:
    """Lock the record for this process; gives the descriptor for `let_go`."""
    with told_plainly(path):
        lock = os.open(beside(path, LOCK), os.O_CREAT | os.O_RDWR, OWNER_ALONE)
        # nobody else may take it, and keep the bot from its record
        os.fchmod(lock, OWNER_ALONE)
        # `is_held` takes the lock for a moment: try again after that
        if not _take(lock, fcntl.LOCK_EX):
            time.sleep(SECONDS_OF_A_LOOK)
            if not _take(lock, fcntl.LOCK_EX):
                os.close(lock)
                raise LedgerBusyError(BUSY.format(path.name))
        # what a killed process noted of its open files
        os.ftruncate(lock, 0)
    return lock


def is_held(path: Path) -> bool:
    """Whether a process has the record open; takes a free lock for a moment."""
    file = beside(path, LOCK)
    if not file.exists():
        return False
    with told_plainly(file):
        # without waiting for a writer, if it is a FIFO
        lock = os.open(file, os.O_RDONLY | os.O_NONBLOCK)
        try:
            # a shared lock, so that two processes can look at once
            return not _take(lock, fcntl.LOCK_SH)
        finally:
            os.close(lock)


def _take(lock: int, how: int) -> bool:
    try:
        fcntl.flock(lock, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def let_go(lock: int) -> None:
    """Release the lock of `hold`; the lock file stays, as removing it would be a race."""
    os.close(lock)


@contextmanager
def held(path: Path) -> Iterator[int]:
    """Lock the record for this process meanwhile; gives the descriptor of the lock file."""
    lock = hold(path)
    try:
        yield lock
    finally:
        let_go(lock)


def neighbours(path: Path) -> list[Path]:
    """Give the files of the record's folder."""
    if not path.parent.is_dir():
        return []
    with told_plainly(path.parent):
        return [file for file in path.parent.iterdir() if file.is_file()]


def make_folder(folder: Path) -> None:
    """Create the folder if needed, only for its owner."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def have_room(folder: Path, size: int) -> None:
    """Raise StorageError if `size` bytes more would leave too little free space on the disk."""
    with told_plainly(folder):
        free = shutil.disk_usage(folder).free
    if free < size + RESERVE:
        wanted = (size + RESERVE) // 2**20
        raise StorageError(f"no copy was made: it takes {wanted} MiB free in {folder}")


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn the operating system's errors into ours, which name the file and what to do."""
    try:
        yield
    except OSError as error:
        words = REMEDIES.get(error.errno or 0, "")
        raise StorageError(f"{path} cannot be used: {error.strerror}{words}") from error
