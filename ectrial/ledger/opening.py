"""What must hold before the record is used: it is whole, ours, guarded and of the right world."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from ectrial.ledger import guards, listing
from ectrial.ledger.driver import Connection, connect, in_plain_words
from ectrial.ledger.entries import head
from ectrial.ledger.errors import (
    DamagedLedgerError,
    MixedWorldsError,
    NotOurLedgerError,
    StorageError,
)
from ectrial.ledger.migrations import migrate
from ectrial.ledger.rows import instant
from ectrial.ledger.verify import broken_links, checked_head, lost_head
from ectrial.record import Via

# Telegram keeps an update for a day, and may give its number again after a quiet week
UPDATES_REMEMBERED = timedelta(days=8)


def prepare(path: Path, via: Via, now: datetime, key: str | None) -> None:
    """Create or migrate the record and check it, over a connection of its own."""
    connection = connect(path, key)
    try:
        with in_plain_words(), transaction(connection):
            _refuse_other_files(connection)
            migrate(connection)
            _check_guards(connection)
            _enter_world(connection, path, "practice" if via == "sandbox" else "real")
            _check_chain(connection)
            if not listing.is_current(connection):
                listing.rebuild(connection)
            forgotten = instant(now - UPDATES_REMEMBERED)
            connection.execute("DELETE FROM updates WHERE seen_at < ?", [forgotten])
    finally:
        connection.close()


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Commit all or nothing; the write lock is taken at once, so it never fails half-way."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        # SQLite has already rolled back by itself after some errors of the disk
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def savepoint(connection: Connection) -> Iterator[None]:
    """Keep all or nothing of one step within the caller's transaction."""
    if not connection.in_transaction:
        # begun now, it would be a transaction of its own, and committed by itself
        raise StorageError("the transaction is lost; nothing was recorded")
    connection.execute("SAVEPOINT step")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK TO step")
            connection.execute("RELEASE step")
        raise
    connection.execute("RELEASE step")


def _refuse_other_files(connection: Connection) -> None:
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if names and "_sqlite_migrations" not in names:
        raise NotOurLedgerError("this file is a database, but not our record")


def _check_guards(connection: Connection) -> None:
    faults = guards.faults(connection)
    if faults:
        raise DamagedLedgerError(f"the record is not guarded as it was: {'; '.join(faults)}")


def _enter_world(connection: Connection, path: Path, name: str) -> None:
    names = [found for (found,) in connection.execute("SELECT name FROM world")]
    if not names:
        connection.execute("INSERT INTO world (id, name) VALUES (1, ?)", [name])
    elif names != [name]:
        raise MixedWorldsError(f"{path} is a {names[0]} record; it takes no {name} entries")


def _check_chain(connection: Connection) -> None:
    """Check what was recorded since the last opening; a full check is `verify`."""
    checked = checked_head(connection)
    for fault in (*lost_head(connection, checked), *broken_links(connection, checked)):
        raise DamagedLedgerError(f"the record is damaged: {fault.fault}")
    connection.execute(
        "INSERT INTO checked (id, seq, hash) VALUES (1, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash",
        head(connection),
    )
