"""The list of screenings: one row each, computed from the entries."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import Any, get_args

from ectrial.ledger.errors import RefusedError
from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.entries import (
    UNDECIDING,
    by_screening,
    deciding,
    of_one_and_kinds,
    of_screening,
)
from ectrial.ledger.tables.guards import applied
from ectrial.ledger.tables.rows import instant
from ectrial.ledger.tables.standings import IS_SIGNED, standing_text
from ectrial.papers.log import TURNS
from ectrial.record.entries import Entry, Kind
from ectrial.record.folding import fold
from ectrial.record.notes import OF_NOTES
from ectrial.record.screenings import Listed, Screening, Stage, Status, Wanted
from ectrial.record.subjects import ScreeningId

ListRow = tuple[str, str, str, int, str, str, str, str | None, int, int, str]

ID = "site, trial, subject, episode"
COLUMNS = f"{ID}, opened_at, last_at, status, verdict, actor, last_seq"
LAST_SEQ = 9
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
            if entry.said.kind not in UNDECIDING or _may_confirm(connection, entry):
                decided.add(id_)
    for id_, last in latest.items():
        if id_ not in decided and _touch(connection, id_, last):
            continue
        entries = deciding(connection, id_)
        if any(entry.said.kind in TURNS for entry in entries):
            # what was answered since decides if a signature stands, and what a restoring gives
            entries = of_screening(connection, id_)
        screening = folded(entries)
        if screening is None:
            raise RefusedError("an entry of a screening never opened; nothing was recorded")
        _write(connection, _row(screening, entries, last))


def _may_confirm(connection: Connection, entry: Entry) -> bool:
    """Whether a signature may stand again, as a source, or the lack of an answer, is back."""
    said = entry.said
    is_back = said.kind in (Kind.SOURCED, Kind.LAPSED)
    is_back = is_back or (said.kind is Kind.CORRECTED and said.value is None)
    if said.screening is None or not is_back:
        return False
    return bool(of_one_and_kinds(connection, said.screening, (Kind.SIGNED,)))


def rebuild(connection: Connection) -> None:
    """Write every row again."""
    connection.execute("DELETE FROM screenings")
    for row in rows_of(connection):
        _write(connection, row)


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
    rows = connection.execute(f"SELECT site, count(*) FROM {source(connection)} GROUP BY site")
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


def source(connection: Connection) -> str:
    """Give the table to select rows from, as a copy may be older than the table."""
    return "screenings" if "names_within_a_trial" in applied(connection) else OLDER


def rows_of(connection: Connection) -> Iterator[ListRow]:
    """Compute every row from the entries."""
    for _, group in groupby(by_screening(connection), lambda entry: entry.said.screening):
        entries = tuple(each for each in group if each.said.kind not in OF_NOTES)
        screening = folded(entries)
        if screening is not None:
            yield _row(screening, entries, entries[-1])


def _row(screening: Screening, entries: Iterable[Entry], last: Entry) -> ListRow:
    status = "voided" if screening.voided else "finished" if screening.is_finished else "open"
    return (
        *screening.id,
        instant(screening.opened_at),
        instant(last.at_utc),
        status,
        None if screening.verdict is None else screening.verdict["verdict"],
        last.actor,
        last.seq,
        standing_text(screening, entries),
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
    """Note an answer, the most frequent entry, without reading the entries before it.

    Not if a signature stands, as it may be superseded by that.
    """
    touched = connection.execute(
        "UPDATE screenings SET last_at = ?, actor = ?, last_seq = ?"
        f" WHERE site = ? AND trial = ? AND subject = ? AND episode = ? AND NOT ({IS_SIGNED})",
        [instant(last.at_utc), last.actor, last.seq, *id_],
    )
    return touched.rowcount > 0


def _write(connection: Connection, row: ListRow) -> None:
    connection.execute(
        f"INSERT INTO screenings ({COLUMNS}, standing) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        f" ON CONFLICT ({ID}) DO UPDATE SET last_at = excluded.last_at, status = excluded.status,"
        " verdict = excluded.verdict, actor = excluded.actor, last_seq = excluded.last_seq,"
        " standing = excluded.standing",
        row,
    )
