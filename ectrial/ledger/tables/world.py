"""The world of a record, practice or real, and that every entry belongs to it."""

from collections.abc import Iterator
from typing import Literal

from ectrial.ledger.errors import DamagedLedgerError, MixedWorldsError
from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.entries import BEGINNING, head

World = Literal["practice", "real"]

MISSING = "it does not say whether it is real or practice"


def enter(connection: Connection, name: World, path: object) -> None:
    """Take a new record for this world; raises MixedWorldsError if it is of the other one."""
    names = _names(connection)
    if not names and head(connection) == BEGINNING:
        connection.execute("INSERT INTO world (id, name) VALUES (1, ?)", [name])
    elif len(names) != 1:
        raise DamagedLedgerError(f"the record is damaged: {MISSING}")
    else:
        must_be(connection, name, path)


def must_be(connection: Connection, name: World, path: object) -> None:
    """Raise MixedWorldsError if a record is of the other world."""
    names = _names(connection)
    if names and names != [name]:
        raise MixedWorldsError(f"{path} is a {names[0]} record; it takes no {name} entries")


def is_practice(connection: Connection) -> bool:
    """Whether a record is of practice: everything in it is made up."""
    return _names(connection) == ["practice"]


def faults(connection: Connection, expected: World | None = None) -> Iterator[str]:
    """Compare the world with the entries, and with the one that is expected here."""
    names = _names(connection)
    if len(names) != 1:
        yield MISSING
    elif expected is not None and names != [expected]:
        yield f"it is a {names[0]} record, where a {expected} one belongs"
    for (seq,) in connection.execute(
        "SELECT seq FROM entries WHERE (via = 'sandbox') <> ? ORDER BY seq LIMIT 1",
        [names == ["practice"]],
    ):
        yield f"entry {seq} is of the other world: practice and real were mixed"


def _names(connection: Connection) -> list[str]:
    return [name for (name,) in connection.execute("SELECT name FROM world")]
