"""The list of screenings: one row each, computed from the entries."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import Any, get_args

from ectrial.ledger.errors import RefusedError
from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.entries import UNDECIDING, by_screening, deciding
from ectrial.ledger.tables.guards import applied
from ectrial.ledger.tables.rows import instant
from ectrial.record.entries import Entry
from ectrial.record.folding import fold
from ectrial.record.notes import OF_NOTES
from ectrial.record.screenings import Listed, Screening, Stage, Status, Wanted
from ectrial.record.subjects import ScreeningId

ListRow = tuple[str, str, str, int, str, str, str, str | None, int, int]

ID = "site, trial, subject, episode"
NOTED = ", ".join(f"'{kind}'" for kind in OF_NOTES)
COLUMNS = f"{ID}, opened_at, last_at, status, verdict, actor, last_seq"
# The list of a version in which a name was opened once in the whole record
OLDER = (
    "(SELECT opened.site, opened.trial, opened.subject, opened.episode, opened_at, last_at,"
    " status, verdict, screenings.actor, last_seq FROM screenings JOIN entries AS opened"
    " ON opened.screening = screenings.id AND opened.kind = 'opened')"
)
STAGES: dict[Stage, str] = {
    "valid": "status <> 'voided'",
    "unfinished": "status = 'open'",
    "open": "status = 'open' AND verdict IS NULL",
    "undetermined": "status = 'open' AND verdict IS NOT NULL",
    "done": "status <> 'open'",
}


def folded(entries: Iterable[Entry], onto: Screening | None = None) -> Screening | None:
    """Fold entries into a screening; RefusedError if they make no readable screening."""
    try:
        screening = fold(entries, onto)
        _ = screening is not None and screening.is_finished
    except (KeyError, TypeError, ValueError):
        # without the cause, whose message can contain a value
        raise RefusedError("entries that add up to no screening") from None
    return screening


def relist(connection: Connection, recorded: Iterable[Entry]) -> None:
    """Update the rows of the screenings whose entries were just written."""
    latest: dict[ScreeningId, Entry] = {}
    decided: set[ScreeningId] = set()
    for entry in recorded:
        if (id_ := entry.said.screening) is not None and entry.said.kind not in OF_NOTES:
            latest[id_] = entry
            if entry.said.kind not in UNDECIDING:
                decided.add(id_)
    for id_, last in latest.items():
        if id_ not in decided and _touch(connection, id_, last):
            continue
        screening = folded(deciding(connection, id_))
        if screening is None:
            raise RefusedError("an entry of a screening never opened; nothing was recorded")
        _write(connection, _row(screening, last))


def rebuild(connection: Connection) -> None:
    """Write every row again."""
    connection.execute("DELETE FROM screenings")
    for row in _rows(connection):
        _write(connection, row)


def is_current(connection: Connection) -> bool:
    """Whether the list belongs to these entries, by counts that only tampering can make equal."""
    return _counted_in_list(connection) == _counted_in_entries(connection)


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
        present = {row[:4]: row[-1] for row in _rows(connection)}
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
    rows = connection.execute(f"SELECT {COLUMNS} FROM {_source(connection)}")
    stored = {row[:4]: row for row in rows}
    for row in _rows(connection):
        listed = stored.pop(row[:4], None)
        if listed is not None and listed[-1] > row[-1]:
            yield f"the list knows entry {listed[-1]} of a screening, which is not there"
        elif listed != row:
            yield f"the list disagrees with entry {row[-1]}"
    yield from ("the list holds a screening without entries" for _ in stored)


def page(
    connection: Connection, site: str, trial: str, found: Wanted, limit: int, offset: int
) -> tuple[Listed, ...]:
    """Give some of a site's wanted rows, of a trial or of all, the latest activity first."""
    where, values = _where(site, trial, found)
    rows = connection.execute(
        # as a sum: by a bare number SQLite would plan the statement anew each time
        f"SELECT {COLUMNS} FROM screenings WHERE {where}"
        " ORDER BY last_seq DESC LIMIT ? + 0 OFFSET ? + 0",
        [*values, limit, offset],
    )
    return tuple(map(_listed, rows))


def count(connection: Connection, site: str, trial: str, found: Wanted) -> int:
    """Count a site's wanted rows, of a trial or of all."""
    where, values = _where(site, trial, found)
    ((rows,),) = connection.execute(f"SELECT count(*) FROM screenings WHERE {where}", values)
    return int(rows)


def _where(site: str, trial: str, found: Wanted) -> tuple[str, list[str | int]]:
    """Give the condition for a wanted row, and its values."""
    conditions: list[str] = ["site = ?"]
    values: list[str | int] = [site]
    if trial:
        conditions.append("trial = ?")
        values.append(trial)
    if found.stage:
        conditions.append(STAGES[found.stage])
    if found.part:
        conditions.append("instr(upper(subject), ?) > 0")
        values.append(found.part.upper())
    if found.by is not None:
        conditions.append("actor = ?")
        values.append(found.by)
    return " AND ".join(conditions), values


def count_by_status(connection: Connection) -> dict[Status, int]:
    """Count the rows of each status, of all sites."""
    rows = connection.execute("SELECT status, count(*) FROM screenings GROUP BY status")
    found = dict(rows.fetchall())
    return {status: found.get(status, 0) for status in get_args(Status)}


def count_by_site(connection: Connection) -> dict[str, int]:
    """Count the rows of each site."""
    rows = connection.execute(f"SELECT site, count(*) FROM {_source(connection)} GROUP BY site")
    return dict(rows.fetchall())


def of_subject(
    connection: Connection, site: str, trial: str, subject: str
) -> tuple[ScreeningId, ...]:
    """Name the screenings of one subject in one trial, the first episode first."""
    rows = connection.execute(
        f"SELECT {ID} FROM screenings WHERE site = ? AND trial = ? AND subject = ?"
        " ORDER BY episode",
        [site, trial, subject],
    )
    return tuple(ScreeningId(*row) for row in rows)


def _source(connection: Connection) -> str:
    """Give the table to select rows from, as a copy may be older than the table."""
    return "screenings" if "names_within_a_trial" in applied(connection) else OLDER


def _rows(connection: Connection) -> Iterator[ListRow]:
    for _, group in groupby(by_screening(connection), lambda entry: entry.said.screening):
        entries = tuple(each for each in group if each.said.kind not in OF_NOTES)
        screening = folded(entries)
        if screening is not None:
            yield _row(screening, entries[-1])


def _row(screening: Screening, last: Entry) -> ListRow:
    status = "voided" if screening.voided else "finished" if screening.is_finished else "open"
    return (
        *screening.id,
        instant(screening.opened_at),
        instant(last.at_utc),
        status,
        None if screening.verdict is None else screening.verdict["verdict"],
        last.actor,
        last.seq,
    )


def _listed(row: tuple[Any, ...]) -> Listed:
    *id_, opened_at, last_at, status, verdict, actor, last_seq = row
    return Listed(
        id=ScreeningId(*id_),
        opened_at=datetime.fromisoformat(opened_at),
        last_at=datetime.fromisoformat(last_at),
        status=status,
        verdict=verdict,
        actor=actor,
        last_seq=last_seq,
    )


def _touch(connection: Connection, id_: ScreeningId, last: Entry) -> bool:
    """Note an answer, the most frequent entry, without reading the entries before it."""
    touched = connection.execute(
        "UPDATE screenings SET last_at = ?, actor = ?, last_seq = ?"
        " WHERE site = ? AND trial = ? AND subject = ? AND episode = ?",
        [instant(last.at_utc), last.actor, last.seq, *id_],
    )
    return touched.rowcount > 0


def _write(connection: Connection, row: ListRow) -> None:
    connection.execute(
        f"INSERT INTO screenings ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        f" ON CONFLICT ({ID}) DO UPDATE SET last_at = excluded.last_at, status = excluded.status,"
        " verdict = excluded.verdict, actor = excluded.actor, last_seq = excluded.last_seq",
        row,
    )
