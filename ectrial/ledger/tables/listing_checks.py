"""Whether the list of screenings is that of the entries: its counts, or every row of it."""

from collections.abc import Iterator

from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.guards import applied
from ectrial.ledger.tables.listing import COLUMNS, ID, LAST_SEQ, rows_of, source
from ectrial.ledger.tables.standings import STEP
from ectrial.record.notes import OF_NOTES

NOTED = ", ".join(f"'{kind}'" for kind in OF_NOTES)


def is_current(connection: Connection) -> bool:
    """Whether the list belongs to these entries, by counts that only tampering can make equal."""
    if _counted_in_list(connection) != _counted_in_entries(connection):
        return False
    # a version before this one did not note how a screening stands
    lacking = "SELECT EXISTS (SELECT 1 FROM screenings WHERE standing = '')"
    ((is_lacking,),) = connection.execute(lacking)
    return not is_lacking


def ahead(connection: Connection, *, by_rows: bool) -> Iterator[str]:
    """Find what the list knows and the entries do not, which no crash explains.

    List and entries are written in one transaction. By rows it takes as long as `faults`.
    """
    listed, newest_listed = _counted_in_list(connection)
    opened, newest = _counted_in_entries(connection)
    if newest_listed > newest:
        yield f"the list knows entry {newest_listed}, the entries about screenings end at {newest}"
    elif listed > opened:
        yield f"the list holds {listed} screenings, {opened} were opened"
    elif by_rows:
        present = {row[:4]: row[LAST_SEQ] for row in rows_of(connection)}
        for *id_, last in connection.execute(f"SELECT {ID}, last_seq FROM screenings"):
            if last > present.get(tuple(id_), 0):
                yield f"the list knows entry {last} of a screening, which is not there"


def _counted_in_list(connection: Connection) -> tuple[int, int]:
    """Count the screenings of the list; give also the latest of their entries."""
    ((listed, newest),) = connection.execute(
        "SELECT count(*), coalesce(max(last_seq), 0) FROM screenings"
    )
    return listed, newest


def _counted_in_entries(connection: Connection) -> tuple[int, int]:
    ((opened, newest),) = connection.execute(
        "SELECT (SELECT count(*) FROM entries WHERE kind = 'opened'"
        # one that was redacted with its answers is not listed
        "  AND screening IS NOT NULL), coalesce("
        " (SELECT seq FROM entries WHERE screening IS NOT NULL"
        f" AND kind NOT IN ({NOTED}) ORDER BY seq DESC LIMIT 1), 0)"
    )
    return opened, newest


def faults(connection: Connection) -> Iterator[str]:
    """Compare every row with its entries."""
    counted = ", standing" if STEP in applied(connection) else ""
    rows = connection.execute(f"SELECT {COLUMNS}{counted} FROM {source(connection)}")
    stored = {row[:4]: row for row in rows}
    for row in rows_of(connection):
        listed = stored.pop(row[:4], None)
        last = row[LAST_SEQ]
        if listed is not None and listed[LAST_SEQ] > last:
            yield f"the list knows entry {listed[LAST_SEQ]} of a screening, which is not there"
        elif listed is None or listed != row[: len(listed)]:
            yield f"the list disagrees with entry {last}"
    yield from ("the list holds a screening without entries" for _ in stored)
