"""What a record must live with: a full disk, a busy team, a folder that is not its own."""

import os
import resource
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ectrial.ledger.ledger import Ledger
from tests.ectrial.ledger.samples import NURSE, answered

NOBODY = 65_534


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def disk_that_refuses(path: Path) -> Iterator[None]:
    """Have every write to the record's log fail, as when the disk reports an error."""
    bad = os.open(f"{path}-wal", os.O_RDONLY)
    fds = [int(link.name) for link in Path("/proc/self/fd").iterdir() if is_log(link, path)]
    kept = {fd: os.dup(fd) for fd in fds}
    assert kept
    try:
        for fd in kept:
            os.dup2(bad, fd)
        yield
    finally:
        for fd, good in kept.items():
            os.dup2(good, fd)
            os.close(good)
        os.close(bad)


def is_log(link: Path, path: Path) -> bool:
    try:
        return link.readlink() == path.with_name(path.name + "-wal").resolve()
    except FileNotFoundError:
        return False


@contextmanager
def kept_busy(ledger: Ledger) -> Iterator[list[int]]:
    """Have somebody answer without pause; gives what was acknowledged so far."""
    acknowledged: list[int] = []
    stop = threading.Event()

    def answer() -> None:
        while not stop.is_set():
            recorded = ledger.append([answered("age", len(acknowledged))], NURSE)
            acknowledged.extend(entry.seq for entry in recorded or ())

    thread = threading.Thread(target=answer)
    thread.start()
    try:
        yield acknowledged
    finally:
        stop.set()
        thread.join()


@contextmanager
def as_a_plain_user() -> Iterator[Path]:
    """Leave the rights of root, which no right of a file holds back; gives a folder to use."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        mine = os.geteuid()
        if mine == 0:
            os.chown(folder, NOBODY, -1)
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            os.seteuid(mine)
            folder.chmod(0o700)
