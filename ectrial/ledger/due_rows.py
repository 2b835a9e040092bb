"""What is to ring a phone, as the rest of the program adds it, takes it and settles it."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from ectrial.ledger.sqlite.connections import Shared
from ectrial.ledger.tables import due
from ectrial.ledger.tables.due import Due, Kind, Settled
from ectrial.ledger.tables.rows import instant


class DueRows:
    """The due rows of an open record, for any thread; within `together` part of its transaction.

    `added` is called in the thread that adds a row, before its transaction ends.
    """

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self.added: Callable[[], object] = int

    def add(self, person: int, kind: Kind, about: str, day: date, at: datetime) -> bool:
        """Let something ring from a moment on; False if it was added before."""
        with self._shared.writing() as connection:
            is_new = due.add(connection, person, kind, about, day.isoformat(), instant(at))
        if is_new:
            self.added()
        return is_new

    def drop(self, person: int, about: str) -> None:
        """Let no reminder of a person about this matter ring any more."""
        with self._shared.writing() as connection:
            due.drop(connection, person, about)

    def drop_all(self, about: str) -> None:
        """Let no reminder of anybody about this matter ring any more."""
        with self._shared.writing() as connection:
            due.drop_all(connection, about)

    def reminders(self, person: int) -> dict[str, datetime]:
        """Give when a person wants to be reminded, by matter."""
        with self._shared.reading() as connection:
            found = due.reminders(connection, person)
        return {about: datetime.fromisoformat(at) for about, at in found.items()}

    def unasked(self, day: date) -> frozenset[int]:
        """Give the people whose one unasked ring of a day is taken."""
        with self._shared.reading() as connection:
            return due.unasked(connection, day.isoformat())

    def waiting(self, now: datetime) -> tuple[Due, ...]:
        """Give what is to ring by now, the oldest first."""
        with self._shared.reading() as connection:
            return due.waiting(connection, instant(now))

    def claim(self, row: Due) -> bool:
        """Take a row for sending; False if another has, or it was dropped."""
        with self._shared.writing() as connection:
            return due.claim(connection, row.id)

    def settle(self, rows: Iterable[Due], state: Settled) -> None:
        """Say what became of rows that were taken for sending."""
        with self._shared.writing() as connection:
            for row in rows:
                due.settle(connection, row.id, state)
