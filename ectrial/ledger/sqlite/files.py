"""The files of the record and its copies: private, locked, and replaced in one step."""

import errno
import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ectrial.ledger.errors import DamagedLedgerError, LedgerBusyError, StorageError

OWNER_ALONE = 0o600
# Suffixes of the files beside the record
LOG, SHARED, LOCK = "-wal", "-shm", ".lock"
OURS = ("", LOG, SHARED, "-journal", LOCK)
PART = ".part"
SECONDS_OF_A_LOOK = 0.1
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


def make_private(path: Path) -> None:
    """Create the file if needed; only its owner may read it and the files beside it."""
    with told_plainly(path):
        make_folder(path.parent)
        if path.exists() and not path.is_file():
            raise StorageError(f"{path} is no file, so it cannot be the record")
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ALONE))
        elif not path.stat().st_size:
            raise DamagedLedgerError(f"{path} is empty, which a record never is")
        for file in (path, beside(path, LOG), beside(path, SHARED)):
            if file.exists():
                file.chmod(OWNER_ALONE)


def hold(path: Path) -> int:
    """Lock the record for this process; gives the descriptor for `let_go`."""
    with told_plainly(path):
        make_folder(path.parent)
        lock = os.open(beside(path, LOCK), os.O_CREAT | os.O_RDWR, OWNER_ALONE)
        # nobody else may take it, and keep the bot from its record
        os.fchmod(lock, OWNER_ALONE)
        # `is_held` takes the lock for a moment: try again after that
        if not _take(lock, fcntl.LOCK_EX):
            time.sleep(SECONDS_OF_A_LOOK)
            if not _take(lock, fcntl.LOCK_EX):
                os.close(lock)
                raise LedgerBusyError(f"another process has the record {path.name} open")
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
def part_of(path: Path) -> Iterator[Path]:
    """Give a new empty file beside the path, to become that file; it is deleted at the end."""
    with told_plainly(path):
        number, name = tempfile.mkstemp(PART, f"{path.name}.", path.parent)
        os.close(number)
    part = Path(name)
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def put_in_place(part: Path, path: Path) -> None:
    """Give the finished part its final name, durable after a power cut."""
    with told_plainly(path):
        _sync(part, os.O_RDWR)
        part.replace(path)
        _sync(path.parent, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    number = os.open(path, flags)
    try:
        os.fsync(number)
    finally:
        os.close(number)


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn the operating system's errors into ours, which name the file and what to do."""
    try:
        yield
    except OSError as error:
        words = REMEDIES.get(error.errno or 0, "")
        raise StorageError(f"{path} cannot be used: {error.strerror}{words}") from error
