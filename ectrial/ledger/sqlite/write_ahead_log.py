"""The write-ahead log and its checkpoints.

A commit is safe once it is in the log. A checkpoint copies the log into the file. Without our own
checkpoints a commit would make one, and everybody would wait.
"""

from pathlib import Path
from threading import Lock

from ectrial.ledger.sqlite.driver import connect, in_plain_words, restrict


class Log:
    """The log of a record in use, read from any thread over a separate connection."""

    def __init__(self, path: Path, key: str | None = None) -> None:
        self._connection = connect(path, key)
        restrict(self._connection)
        self._lock = Lock()

    def close(self) -> None:
        """Close the connection."""
        with self._lock:
            self._connection.close()

    def waiting(self) -> int:
        """Count the pages of 4 KiB that no checkpoint has copied yet."""
        return self._pages("noop")

    def work_in(self) -> None:
        """Make a checkpoint that waits for nobody; pages in use stay in the log."""
        self._pages("passive")

    def _pages(self, how: str) -> int:
        with self._lock, in_plain_words("the log was not worked in"):
            ((_, logged, worked_in),) = self._connection.execute(
                f"PRAGMA wal_checkpoint({how})"
            ).fetchall()
        return int(logged - worked_in)
