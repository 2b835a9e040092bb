"""Messages to be deleted, as the rest of the program adds and settles them."""

from collections.abc import Callable, Iterable
from datetime import datetime

from ectrial.ledger.sqlite.connections import Shared
from ectrial.ledger.tables import deletions
from ectrial.ledger.tables.deletions import State, Unwanted
from ectrial.ledger.tables.rows import instant


class DeletionRows:
    """The messages to be deleted, for any thread; within `together` part of its transaction.

    `added` is called in the thread that adds one, before its transaction ends.
    """

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self.added: Callable[[], object] = int

    def add(self, chat: int, messages: Iterable[int], now: datetime) -> None:
        """Have messages of a chat deleted."""
        with self._shared.writing() as connection:
            for message in messages:
                deletions.add(connection, chat, message, instant(now))
        self.added()

    def unfinished(self) -> tuple[Unwanted, ...]:
        """Give what is still to be deleted or told, the oldest first."""
        with self._shared.reading() as connection:
            return deletions.unfinished(connection)

    def settle(self, rows: Iterable[Unwanted], state: State) -> None:
        """Say what became of messages."""
        with self._shared.writing() as connection:
            for row in rows:
                deletions.settle(connection, row.chat, row.message, state)
