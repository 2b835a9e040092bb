"""A private folder beside a file for what is unfinished; what a killed process left there goes."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import SpooledTemporaryFile, TemporaryDirectory
from typing import IO, cast

PREFIX = ".ectrial-"
IN_MEMORY = 2**18
"""The most bytes of a file without a name that stay off the disk."""


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


def spool_beside(path: Path) -> IO[bytes]:
    """Give a file without a name: in memory while it is small, and gone with its process."""
    return cast("IO[bytes]", SpooledTemporaryFile(IN_MEMORY, dir=str(path.parent)))


@contextmanager
def _locked(folder: Path, *, is_free: bool = False) -> Iterator[None]:
    """Hold a folder while it is worked in; BlockingIOError if it has to be free and is not."""
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | (fcntl.LOCK_NB if is_free else 0))
        yield
    finally:
        os.close(number)
