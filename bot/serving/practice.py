"""The practice record beside the real one: opened by the first person who practises."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

from bot.serving.commits import WRITE_ERRORS
from ectrial.ledger.ledger import Ledger


class PracticeError(Exception):
    """The practice record cannot be used just now; the real one is not concerned."""


class Practice:
    """Opens the record once, for any thread; a failure is tried again by whoever comes next."""

    def __init__(self, open_record: Callable[[], Ledger]) -> None:
        self._open = open_record
        self._opening = Lock()
        self._ledger: Ledger | None = None

    @contextmanager
    def at_hand(self) -> Iterator[Ledger]:
        """Give the record; what fails with it is a PracticeError, and stops no real answer."""
        try:
            yield self._opened()
        except WRITE_ERRORS as error:
            raise PracticeError(str(error)) from error

    def close(self) -> None:
        """Close the record if it was opened."""
        with self._opening:
            if self._ledger is not None:
                self._ledger.close()

    def _opened(self) -> Ledger:
        with self._opening:
            if self._ledger is None:
                self._ledger = self._open()
            return self._ledger
