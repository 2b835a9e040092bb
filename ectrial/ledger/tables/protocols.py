"""The site's own trials as they were used, each under the hash by which entries name it.

The rows need no guard: a text whose hash is another is none of them.
"""

from collections.abc import Iterable, Iterator

from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.guards import applied
from ectrial.record.entries import Kind
from ectrial.trial.kept_versions import Kept

STEP = "own_protocols_are_kept"
TABLE = """CREATE TABLE protocols (
    hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
    trial TEXT NOT NULL,
    version TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT"""
USING = (Kind.OPENED, Kind.MOVED, Kind.VERSION_ACTIVATED)
"""The kinds of entries that take a version up."""


def keep(connection: Connection, versions: Iterable[Kept]) -> None:
    """Add the versions that are not there."""
    connection.executemany(
        "INSERT INTO protocols (trial, version, hash, text) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (hash) DO NOTHING",
        list(versions),
    )


def kept(connection: Connection) -> tuple[Kept, ...]:
    """Give every version, in the order in which they came; none in an older record."""
    if STEP not in applied(connection):
        return ()
    rows = connection.execute("SELECT trial, version, hash, text FROM protocols ORDER BY rowid")
    return tuple(Kept(*row) for row in rows)


def is_used(connection: Connection, version: Kept) -> bool:
    """Whether a screening is or was under a version, or somebody activated it."""
    marks = ", ".join("?" * len(USING))
    found = connection.execute(
        f"SELECT 1 FROM entries WHERE kind IN ({marks})"
        " AND +trial = ? AND protocol_version = ? AND protocol_hash = ? LIMIT 1",
        [*USING, *version.name],
    )
    return bool(found.fetchall())


def taken_up(connection: Connection, site: str, trial: str, fingerprint: str, since: int) -> bool:
    """Whether a screening was opened under a version, or moved to it, after an entry."""
    found = connection.execute(
        "SELECT 1 FROM entries WHERE kind IN ('opened', 'moved') AND seq > ? AND +site = ?"
        " AND +trial = ? AND protocol_hash = ? LIMIT 1",
        [since, site, trial, fingerprint],
    )
    return bool(found.fetchall())


def faults(connection: Connection) -> Iterator[str]:
    """Give the versions whose text is not what their hash says."""
    for each in kept(connection):
        if not each.is_whole:
            yield f"the kept protocol {each.trial} version {each.version} was altered"
