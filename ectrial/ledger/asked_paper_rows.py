"""Papers that were asked for in a chat, as the rest of the program adds and settles them."""

from collections.abc import Callable

from ectrial.ledger.sqlite.connections import Shared
from ectrial.ledger.tables import asked_papers
from ectrial.ledger.tables.asked_papers import AskedPaper, State
from ectrial.record.exports import Export


class AskedPaperRows:
    """The papers still to be made, for any thread; within `together` part of its transaction.

    `changed` is called in the thread that adds or stops one, before its transaction ends.
    """

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self.changed: Callable[[], object] = int

    def add(self, chat: int, trial: str, export: Export, *, practice: bool) -> None:
        """Have a paper made and sent to a chat."""
        with self._shared.writing() as connection:
            asked_papers.add(connection, chat, trial, export.value, practice=practice)
        self.changed()

    def open(self) -> tuple[AskedPaper, ...]:
        """Give what is still to be made, the oldest first."""
        with self._shared.reading() as connection:
            return asked_papers.still_open(connection)

    def tell_in(self, id_: int, message: int) -> None:
        """Note which message of the chat says how far a paper has come."""
        with self._shared.writing() as connection:
            asked_papers.tell_in(connection, id_, message)

    def stoppable(self, chat: int) -> frozenset[int]:
        """Give the papers of a chat that can be stopped."""
        with self._shared.reading() as connection:
            return asked_papers.stoppable(connection, chat)

    def stop(self, chat: int, id_: int) -> None:
        """Note that a chat wants a paper of its own no more."""
        with self._shared.writing() as connection:
            asked_papers.stop(connection, chat, id_)
        self.changed()

    def settle(self, id_: int, state: State) -> bool:
        """Say what becomes of a paper; False if it is over already."""
        with self._shared.writing() as connection:
            return asked_papers.settle(connection, id_, state)
