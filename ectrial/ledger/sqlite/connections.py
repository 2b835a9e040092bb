"""One writer and one reader shared by all threads: transactions, their steps, and reads."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from threading import RLock, get_ident

from ectrial.ledger.errors import StorageError
from ectrial.ledger.sqlite.driver import Connection, in_plain_words
from ectrial.ledger.sqlite.place import Place


class Shared:
    """Gives out the two connections, each to one thread at a time."""

    def __init__(self, writer: Connection, reader: Connection, place: Place) -> None:
        self.writer, self.reader, self.place = writer, reader, place
        self._writing, self._reading = RLock(), RLock()
        self._together: int | None = None
        self._steps = 0

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Lock both connections, so that no other thread reads or writes."""
        with self._writing, self._reading:
            yield

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make one transaction of this thread's writes, or one step of an open transaction."""
        with self.writing():
            before, self._together = self._together, get_ident()
            self._steps += 1
            try:
                yield
            finally:
                self._steps -= 1
                self._together = before

    @property
    def _is_together(self) -> bool:
        return self._together == get_ident()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read committed data; within a transaction, also its own writes."""
        if self._is_together:
            with in_plain_words():
                yield self.writer
            return
        with self._reading, in_plain_words():
            yield self.reader

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write everything inside the context or nothing."""
        with self._writing, in_plain_words(), self._whole()(self.writer):
            yield self.writer

    def _whole(self) -> Callable[[Connection], AbstractContextManager[None]]:
        """Give the context of a write: a transaction, a step of one, or the step already open."""
        if not self._is_together:
            return partial(transaction, before_commit=self.place.check)
        return savepoint if self._steps == 1 else part


@contextmanager
def transaction(
    connection: Connection, before_commit: Callable[[], None] = lambda: None
) -> Iterator[None]:
    """Commit all or nothing; the write lock is taken first, so it cannot fail half-way."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        before_commit()
        connection.execute("COMMIT")
    except BaseException:
        # after some disk errors SQLite has already rolled back by itself
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def part(connection: Connection) -> Iterator[None]:
    """Write within the caller's step, which is all or nothing as a whole."""
    _refuse_lost_transaction(connection)
    yield


@contextmanager
def savepoint(connection: Connection) -> Iterator[None]:
    """Make one step within the caller's transaction; if the step fails, only it is undone."""
    _refuse_lost_transaction(connection)
    connection.execute("SAVEPOINT step")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK TO step")
            connection.execute("RELEASE step")
        raise
    connection.execute("RELEASE step")


def _refuse_lost_transaction(connection: Connection) -> None:
    if not connection.in_transaction:
        # a savepoint would now start its own transaction and commit it
        raise StorageError("the transaction is lost; nothing was recorded")
