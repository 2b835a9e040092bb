"""Rows that may change: what the passcode of each open share is checked against.

Outside of the chain, so that nothing is left once a share was entered or is over.
"""

from collections.abc import Iterator, Sequence

from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.guards import applied
from ectrial.record.entries import Entry, Kind
from ectrial.record.shares import CLOSING

STEP = "screenings_may_be_shared"
TABLE = """CREATE TABLE passcodes (
    share INTEGER PRIMARY KEY,
    salt BLOB NOT NULL CHECK (length(salt) = 16),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT"""


def add(connection: Connection, share: int, salt: bytes, hash_: bytes) -> None:
    """Keep what a passcode is checked against."""
    connection.execute(
        "INSERT INTO passcodes (share, salt, hash) VALUES (?, ?, ?)", [share, salt, hash_]
    )


def of(connection: Connection, share: int) -> tuple[bytes, bytes] | None:
    """Give salt and hash of the passcode of a share; None if it opens nothing any more."""
    rows = connection.execute("SELECT salt, hash FROM passcodes WHERE share = ?", [share])
    return next(iter(rows.fetchall()), None)


def follow(connection: Connection, recorded: Sequence[Entry]) -> None:
    """Remove what belongs to shares that entries just recorded have closed."""
    for entry in recorded:
        if entry.said.kind in CLOSING:
            connection.execute(
                "DELETE FROM passcodes WHERE share = ?", [int(entry.said.item or 0)]
            )


def faults(connection: Connection) -> Iterator[str]:
    """Compare the rows with the entries: each share that still waits has one, and no other."""
    if STEP not in applied(connection):
        return
    marks = ", ".join("?" * len(CLOSING))
    waiting = connection.execute(
        "SELECT seq FROM entries AS made WHERE kind = ? AND NOT EXISTS (SELECT 1 FROM entries"
        f" AS closing WHERE closing.kind IN ({marks}) AND closing.item = CAST(made.seq AS TEXT))",
        [Kind.SHARE_MADE, *CLOSING],
    )
    kept = connection.execute("SELECT share FROM passcodes")
    if {seq for (seq,) in waiting} != {share for (share,) in kept}:
        yield "the passcodes are not those of the shares that wait"
