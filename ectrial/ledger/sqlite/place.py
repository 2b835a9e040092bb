"""Whether the open record still lies at its path: answers to a file taken away are lost with it.

SQLite keeps writing into the open file, whatever becomes of its name.
"""

from pathlib import Path

from ectrial.ledger.errors import StorageError
from ectrial.ledger.sqlite import files

# Device and number of a file; no other file can have them while this one is open
Identity = tuple[int, int]

WORDS = (
    "{} was removed, moved or replaced while it is in use; nothing was recorded. Put it back"
    ' before you stop the bot, or see docs/operations.md, "When the record was taken away"'
)


class Place:
    """The path of a record, and the files that this process has open there.

    The log counts as well: commits are only in the log until a checkpoint copies them.
    """

    def __init__(self, path: Path) -> None:
        self._files = {file: _identity(file) for file in (path, files.beside(path, files.LOG))}

    def check(self) -> None:
        """Raise StorageError unless the open files lie at their path; takes microseconds."""
        for file, opened in self._files.items():
            if _identity(file) != opened:
                raise StorageError(WORDS.format(file))


def _identity(file: Path) -> Identity | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
