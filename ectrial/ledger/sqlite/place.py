"""Whether the open record still lies at its path: answers to a file taken away are lost with it.

SQLite keeps writing into the open file, whatever becomes of its name. The lock file tells others
which files are open, as long as it is locked.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Self

from ectrial.ledger.errors import StorageError
from ectrial.ledger.sqlite import files

# Device and number of a file; no other file can have them while this one is open
Identity = tuple[int, int]

SECTION = '(docs/operations.md, "When the record was taken away")'
TAKEN_AWAY = (
    "{} was removed, moved or replaced while it is in use; nothing was recorded. Put it back"
    " before you stop the bot " + SECTION
)
LOG_TAKEN_AWAY = (
    "{} was removed, moved or replaced while it is in use; nothing was recorded. Start the bot"
    " again, nothing is lost " + SECTION
)
NOT_THE_OPEN_ONE = (
    "{} is not the file that the running bot has open, which was removed, moved or replaced;"
    " do not stop the bot " + SECTION
)


class Place:
    """The path of a record, and the files that this process has open there.

    The log counts as well: commits are only in the log until a checkpoint copies them.
    """

    def __init__(self, path: Path, lock: int) -> None:
        self._path, self._lock = path, lock
        self._files = {file: _identity(file) for file in _files(path)}

    def __enter__(self) -> Self:
        """Note in the lock file which files are open; a full disk prevents only that."""
        with suppress(OSError):
            os.pwrite(self._lock, "\n".join(map(str, self._files.values())).encode(), 0)
        return self

    def __exit__(self, *_: object) -> None:
        """Take the note away before the files are closed, and the log is removed by that."""
        os.ftruncate(self._lock, 0)

    def check(self) -> None:
        """Raise StorageError unless the open files lie at their path; takes microseconds."""
        for file, opened in self._files.items():
            if _identity(file) != opened:
                words = TAKEN_AWAY if file == self._path else LOG_TAKEN_AWAY
                raise StorageError(words.format(file))


def taken_away(path: Path) -> Path | None:
    """Give what a process at work has open but what is not at its path: the record or its log.

    None also where it is not known what is open: nobody holds the lock, or it just starts.
    """
    if not files.is_held(path):
        return None
    noted = _noted(path)
    opened = zip(_files(path), noted.splitlines(), strict=False)
    away = [file for file, identity in opened if str(_identity(file)) != identity]
    # the process may have closed its files between the two looks
    return away[0] if away and _noted(path) == noted else None


def refuse_taken_away(path: Path) -> None:
    """Raise StorageError if a process at work has another file open than the one at the path."""
    if taken_away(path) is not None:
        raise StorageError(NOT_THE_OPEN_ONE.format(path))


def _files(path: Path) -> tuple[Path, Path]:
    return path, files.beside(path, files.LOG)


def _noted(path: Path) -> str:
    try:
        return files.beside(path, files.LOCK).read_text("utf-8", errors="replace")
    except OSError:
        return ""


def _identity(file: Path) -> Identity | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
