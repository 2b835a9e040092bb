"""A private folder beside a file for what is unfinished; what a killed process left there goes."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

PREFIX = ".ectrial-"


@contextmanager
def scratch_beside(path: Path) -> Iterator[Path]:
    """Give an empty folder beside a path, gone at the end; OSError where none can be made."""
    sweep_beside(path)
    with TemporaryDirectory(prefix=PREFIX, dir=path.parent) as folder, _locked(Path(folder)):
        yield Path(folder)


def sweep_beside(path: Path) -> None:
    """Delete the folders that killed processes left there; one that is worked in stays."""
    for left in path.parent.glob(f"{PREFIX}*"):
        with suppress(OSError), _locked(left, is_free=True):
            shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _locked(folder: Path, *, is_free: bool = False) -> Iterator[None]:
    """Hold a folder while it is worked in; BlockingIOError if it has to be free and is not."""
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | (fcntl.LOCK_NB if is_free else 0))
        yield
    finally:
        os.close(number)
