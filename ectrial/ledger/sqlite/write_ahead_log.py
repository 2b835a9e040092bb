"""The write-ahead log and its checkpoints.

A commit is safe once it is in the log. A checkpoint copies the log into the file. Without our own
checkpoints a commit would make one, and everybody would wait.
"""

from pathlib import Path
from threading import Lock

from ectrial.ledger.sqlite.driver import connect, in_plain_words, restrict

MOST_MS = 200


class Log:
    """The log of a record in use, read from any thread over a separate connection."""

    def __init__(self, path: Path, key: str | None = None) -> None:
        self._connection = connect(path, key)
        # all who write wait as long as this checkpoint does
        self._connection.execute(f"PRAGMA busy_timeout={MOST_MS}")
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

    def empty(self) -> bool:
        """Make a checkpoint that leaves nothing in the log's file; False if others used it.

        Only so nothing that was deleted is still in an older page of the log.
        """
        is_busy, *_ = self._checkpoint("truncate")
        return not is_busy

    def _pages(self, how: str) -> int:
        _, logged, worked_in = self._checkpoint(how)
        return logged - worked_in

    def _checkpoint(self, how: str) -> tuple[int, int, int]:
        with self._lock, in_plain_words("the log was not worked in"):
            ((is_busy, logged, worked_in),) = self._connection.execute(
                f"PRAGMA wal_checkpoint({how})"
            ).fetchall()
        return int(is_busy), int(logged), int(worked_in)
