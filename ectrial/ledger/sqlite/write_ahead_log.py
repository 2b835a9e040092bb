"""The log beside the record's file, which commits write to, and how it comes into the file.

What is in the log is safe there. It has to come into the file all the same, and where nothing else
does it a commit would, while everybody waits.
"""

from pathlib import Path
from threading import Lock

from ectrial.ledger.sqlite.driver import connect, in_plain_words, restrict


class Log:
    """A log in use, looked at from any thread over a connection that waits for nobody."""

    def __init__(self, path: Path, key: str | None = None) -> None:
        self._connection = connect(path, key)
        restrict(self._connection)
        self._lock = Lock()

    def close(self) -> None:
        """Look no more."""
        with self._lock:
            self._connection.close()

    def waiting(self) -> int:
        """Give how many pages are not in the file yet; a page is 4 KiB."""
        return self._pages("noop")

    def work_in(self) -> None:
        """Bring into the file what nobody reads or writes at this moment."""
        self._pages("passive")

    def _pages(self, how: str) -> int:
        with self._lock, in_plain_words("the log was not worked in"):
            ((_, logged, worked_in),) = self._connection.execute(
                f"PRAGMA wal_checkpoint({how})"
            ).fetchall()
        return int(logged - worked_in)
