"""Whether the tables are those that the record's migrations make: none added, altered, missing."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import cache

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
    gone_through = applied(connection)
    if not gone_through <= STEPS:
        yield "it was written by a newer version of ectrial, which can verify it"
        return
    names = _names()
    first_missing = next((name for name in names if name not in gone_through), None)
    if first_missing is not None and names.index(first_missing) < max(1, len(gone_through)):
        yield f"its migration {first_missing} is not noted"
        return
    found = dict(connection.execute(DEFINITIONS, [OF_THE_LIBRARY]).fetchall())
    yield from differences(found, _made_by(len(gone_through)))


@cache
def _names() -> tuple[str, ...]:
    """Name all migrations in their order."""
    # imported here: a start does not check this, and the library takes long to load
    from ectrial.ledger.tables.migrating import pending

    with closing(connect_in_memory()) as empty:
        return pending(empty)


@cache
def _made_by(steps: int) -> Mapping[str, str]:
    """Give the tables, views and indexes that the first migrations make."""
    from ectrial.ledger.tables.migrating import migrate

    with closing(connect_in_memory()) as empty:
        migrate(empty, stop_before=_names()[steps:])
        return dict(empty.execute(DEFINITIONS, [OF_THE_LIBRARY]).fetchall())
