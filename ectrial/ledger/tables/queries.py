"""The open items of all screenings: one row for each item that was ever asked of somebody."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from ectrial.ledger.errors import RefusedError
from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.entries import by_screening, of_one_and_kinds
from ectrial.ledger.tables.guards import IS_OPEN, applied
from ectrial.record.entries import Entry, Kind
from ectrial.record.queries import OF_QUERIES, OpenQuery, Queries, Query, Status, with_query
from ectrial.record.renames import read_renames, renamed_queries
from ectrial.record.subjects import ScreeningId

STEP = "open_items"
Row = tuple[str, str, str, int, str, int, str | None, str, int, int]
ID = "site, trial, subject, episode, item"
FOLDED = (*OF_QUERIES, Kind.MOVED)
COLUMNS = f"{ID}, assignee, due, status, by, last_seq"


def relist(connection: Connection, recorded: Iterable[Entry]) -> None:
    """Update the rows of the screenings whose queries were just written about."""
    recorded = tuple(recorded)
    for entry in recorded:
        if entry.said.kind is Kind.MOVED and entry.said.value is not None:
            _rename(connection, entry)
    touched = {e.said.screening for e in recorded if e.said.kind in OF_QUERIES}
    for id_ in touched:
        if id_ is None:
            raise RefusedError("a query of no screening; nothing was recorded")
        for query in _folded(of_one_and_kinds(connection, id_, FOLDED)).values():
            _write(connection, _row(id_, query))


def rebuild(connection: Connection) -> None:
    """Write every row again."""
    connection.execute("DELETE FROM queries")
    for row in _rows(connection):
        _write(connection, row)


def is_current(connection: Connection) -> bool:
    """Whether the rows belong to these entries, by the latest entry that only tampering hides."""
    kinds = ", ".join(f"'{kind}'" for kind in OF_QUERIES)
    ((listed, written),) = connection.execute(
        "SELECT (SELECT max(last_seq) FROM queries), (SELECT max(seq) FROM entries"
        f" WHERE kind IN ({kinds}) AND screening IS NOT NULL)"
    )
    return bool(listed == written)


def faults(connection: Connection) -> Iterator[str]:
    """Compare every row with its entries; an older copy has none."""
    if STEP not in applied(connection):
        return
    rows = connection.execute(f"SELECT {COLUMNS} FROM queries")
    stored = {row[:5]: tuple(row) for row in rows}
    for row in _rows(connection):
        if stored.pop(row[:5], None) != row:
            yield f"the open items disagree with entry {row[-1]}"
    yield from ("the open items hold one without entries" for _ in stored)


def open_queries(
    connection: Connection, site: str, trial: str | None, assignee: int | None
) -> tuple[OpenQuery, ...]:
    """Give the open items of a site, those with the nearest day first."""
    where, values = f"site = ? AND {IS_OPEN}", list[object]([site])
    for column, wanted in (("trial", trial), ("assignee", assignee)):
        if wanted is not None:
            where, values = f"{where} AND {column} = ?", [*values, wanted]
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM queries WHERE {where} ORDER BY due IS NULL, due, last_seq, item",
        values,
    )
    return tuple(map(_read, rows))


def _rows(connection: Connection) -> Iterator[Row]:
    for id_, group in groupby(by_screening(connection), lambda entry: entry.said.screening):
        asked = [entry for entry in group if entry.said.kind in FOLDED]
        if id_ is not None and asked:
            yield from (_row(id_, query) for query in _folded(asked).values())


def _folded(entries: Iterable[Entry]) -> Queries:
    queries: Queries = {}
    try:
        for entry in entries:
            if entry.said.kind is Kind.MOVED:
                queries = renamed_queries(queries, read_renames(entry.said.value))
            else:
                queries = with_query(queries, entry)
    except (KeyError, TypeError, ValueError):
        # without the cause, whose message can contain a value
        raise RefusedError("entries that add up to no query; nothing was recorded") from None
    return queries


def _rename(connection: Connection, moved: Entry) -> None:
    """Let the rows of a screening name its items by the ids that its move gave them."""
    for old, new in read_renames(moved.said.value).items.items():
        connection.execute(
            "UPDATE queries SET item = ? WHERE site = ? AND trial = ? AND subject = ?"
            " AND episode = ? AND item = ?",
            [new, *(moved.said.screening or ()), old],
        )


def _row(id_: ScreeningId, query: Query) -> Row:
    due = None if query.due is None else query.due.isoformat()
    last = query.last
    return (*id_, query.item, query.assignee, due, str(query.status), last.actor, last.seq)


def _read(row: tuple[Any, ...]) -> OpenQuery:
    *id_, item, assignee, due, status, by, last_seq = row
    day = due and date.fromisoformat(due)
    return OpenQuery(ScreeningId(*id_), item, assignee, day, Status(status), by, last_seq)


def _write(connection: Connection, row: Row) -> None:
    connection.execute(
        f"INSERT INTO queries ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        f" ON CONFLICT ({ID}) DO UPDATE SET assignee = excluded.assignee, due = excluded.due,"
        " status = excluded.status, by = excluded.by, last_seq = excluded.last_seq",
        row,
    )
