"""The list of screenings: one row each, kept beside the entries it is computed from."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import Any, get_args

from ectrial.ledger.errors import RefusedError
from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.entries import UNDECIDING, by_screening, deciding
from ectrial.ledger.tables.rows import instant
from ectrial.record.entries import Entry
from ectrial.record.screenings import Listed, Screening, Status, fold

Line = tuple[str, str, int, str, str, str, str | None, int, int]

COLUMNS = "id, subject, episode, opened_at, last_at, status, verdict, actor, last_seq"
# What stands before the digits that a code ends with, and these digits as a number: in the words
# of the index, without which all subjects are walked through
CODE_PREFIX = "rtrim(subject, '0123456789')"
CODE_NUMBER = f"CAST(substr(subject, length({CODE_PREFIX}) + 1) AS INTEGER)"
# A number typed by hand may be longer than any counter; such a one is not counted on from
LONGEST_NUMBER = 9


def folded(entries: Iterable[Entry], onto: Screening | None = None) -> Screening | None:
    """Fold, refusing entries that add up to nothing readable."""
    try:
        screening = fold(entries, onto)
        _ = screening is not None and screening.is_finished
    except (KeyError, TypeError, ValueError):
        # from None: the error's own words can hold a value
        raise RefusedError("entries that add up to no screening") from None
    return screening


def relist(connection: Connection, recorded: Iterable[Entry]) -> None:
    """Bring the lines of the screenings just written to up to their entries."""
    said = [entry for entry in recorded if entry.said.screening]
    latest = {entry.said.screening or "": entry for entry in said}
    decided = {entry.said.screening for entry in said if entry.said.kind not in UNDECIDING}
    for name, last in latest.items():
        if name not in decided and _touch(connection, name, last):
            continue
        screening = folded(deciding(connection, name))
        if screening is None:
            raise RefusedError("an entry of a screening never opened; nothing was recorded")
        _write(connection, _line(screening, last))


def rebuild(connection: Connection) -> None:
    """Write every line anew."""
    connection.execute("DELETE FROM screenings")
    for line in _lines(connection):
        _write(connection, line)


def is_current(connection: Connection) -> bool:
    """Whether the list is of these entries, by the quick signs that hold unless tampered with."""
    ((listed, newest_listed),) = connection.execute(
        "SELECT count(*), coalesce(max(last_seq), 0) FROM screenings"
    )
    ((opened, newest),) = connection.execute(
        "SELECT (SELECT count(*) FROM entries WHERE kind = 'opened'), coalesce("
        " (SELECT seq FROM entries WHERE screening IS NOT NULL ORDER BY seq DESC LIMIT 1), 0)"
    )
    return bool(listed == opened and newest_listed == newest)


def faults(connection: Connection) -> Iterator[str]:
    """Compare every line with the entries it stands for."""
    stored = {row[0]: row for row in connection.execute(f"SELECT {COLUMNS} FROM screenings")}
    for line in _lines(connection):
        if stored.pop(line[0], None) != line:
            yield f"the list disagrees with entry {line[-1]}"
    yield from ("the list holds a screening without entries" for _ in stored)


def page(connection: Connection, limit: int, offset: int) -> tuple[Listed, ...]:
    """Give some lines, the newest activity first."""
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM screenings ORDER BY last_seq DESC LIMIT ? OFFSET ?",
        [limit, offset],
    )
    return tuple(map(_listed, rows))


def count(connection: Connection) -> int:
    """Count the lines."""
    ((lines,),) = connection.execute("SELECT count(*) FROM screenings")
    return int(lines)


def count_by_status(connection: Connection) -> dict[Status, int]:
    """Count the lines of each status."""
    rows = connection.execute("SELECT status, count(*) FROM screenings GROUP BY status")
    found = dict(rows.fetchall())
    return {status: found.get(status, 0) for status in get_args(Status)}


def names_of(connection: Connection, subject: str) -> tuple[str, ...]:
    """Give the screenings of one subject, the first episode first."""
    rows = connection.execute(
        "SELECT id FROM screenings WHERE subject = ? ORDER BY episode", [subject]
    )
    return tuple(name for (name,) in rows)


def next_subject(connection: Connection, prefix: str) -> str:
    """Give the code after the highest number in use behind this prefix."""
    first_digit = len(prefix) + 2
    rows = connection.execute(
        f"SELECT {CODE_NUMBER} FROM screenings WHERE {CODE_PREFIX} = :prefix || '-'"
        " AND length(subject) BETWEEN :first AND :last"
        f" ORDER BY {CODE_NUMBER} DESC LIMIT 1",
        {"prefix": prefix, "first": first_digit, "last": first_digit + LONGEST_NUMBER - 1},
    ).fetchall()
    highest = rows[0][0] if rows else 0
    return f"{prefix}-{highest + 1:03}"


def _lines(connection: Connection) -> Iterator[Line]:
    for _, group in groupby(by_screening(connection), lambda entry: entry.said.screening):
        entries = tuple(group)
        screening = folded(entries)
        if screening is not None:
            yield _line(screening, entries[-1])


def _line(screening: Screening, last: Entry) -> Line:
    status = "voided" if screening.voided else "finished" if screening.is_finished else "open"
    return (
        screening.id,
        screening.subject,
        screening.episode,
        instant(screening.opened_at),
        instant(last.at_utc),
        status,
        None if screening.verdict is None else screening.verdict["verdict"],
        last.actor,
        last.seq,
    )


def _listed(line: tuple[Any, ...]) -> Listed:
    name, subject, episode, opened_at, last_at, status, verdict, actor, _ = line
    return Listed(
        id=name,
        subject=subject,
        episode=episode,
        opened_at=datetime.fromisoformat(opened_at),
        last_at=datetime.fromisoformat(last_at),
        status=status,
        verdict=verdict,
        actor=actor,
    )


def _touch(connection: Connection, name: str, last: Entry) -> bool:
    """Note an answer, which is most of what is recorded, without reading what went before."""
    touched = connection.execute(
        "UPDATE screenings SET last_at = ?, actor = ?, last_seq = ? WHERE id = ?",
        [instant(last.at_utc), last.actor, last.seq, name],
    )
    return touched.rowcount > 0


def _write(connection: Connection, line: Line) -> None:
    connection.execute(
        f"INSERT INTO screenings ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET last_at = excluded.last_at, status = excluded.status,"
        " verdict = excluded.verdict, actor = excluded.actor, last_seq = excluded.last_seq",
        line,
    )
