"""Whether the tables are those that the record's migrations make: none added, altered, missing."""

from collections.abc import Iterator
from contextlib import closing

from ectrial.ledger.sqlite.driver import Connection, connect_in_memory
from ectrial.ledger.tables.guards import applied, differences
from ectrial.ledger.tables.schema import STEPS

# The library writes its own table, in words that may change with its version
OF_THE_LIBRARY = "_sqlite_migrations"
# What is not a guard: `guards.faults` compares those
DEFINITIONS = (
    "SELECT type || ' ' || name, iif(tbl_name = ?, '', sql) FROM sqlite_master"
    " WHERE sql IS NOT NULL AND type <> 'trigger'"
    " AND tbl_name NOT IN ('entries', 'world', 'texts', 'queries')"
)


def faults(connection: Connection) -> Iterator[str]:
    """Compare tables, views and indexes with those that the same migrations make."""
    # imported here: a start does not check this, and the library takes long to load
    from ectrial.ledger.tables.migrations import migrate, pending

    gone_through = applied(connection)
    if not gone_through <= STEPS:
        yield "it was written by a newer version of ectrial, which can verify it"
        return
    with closing(connect_in_memory()) as empty:
        names = pending(empty)
        first_missing = next((name for name in names if name not in gone_through), None)
        if first_missing is not None and names.index(first_missing) < max(1, len(gone_through)):
            yield f"its migration {first_missing} is not noted"
            return
        migrate(empty, stop_before=names[len(gone_through) :])
        expected = dict(empty.execute(DEFINITIONS, [OF_THE_LIBRARY]).fetchall())
    found = dict(connection.execute(DEFINITIONS, [OF_THE_LIBRARY]).fetchall())
    yield from differences(found, expected)
