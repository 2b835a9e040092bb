"""Whether the record is unchanged: every guard, every link, every row of the list."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from ectrial.ledger.errors import LedgerError, StorageError
from ectrial.ledger.sqlite.driver import Connection, connect_read_only, in_plain_words
from ectrial.ledger.tables import chats, guards, listing, queries, secrets, shape, texts, world
from ectrial.ledger.tables.entries import (
    BEGINNING,
    SELECT_STORED,
    Head,
    by_screening,
    head,
    misplaced,
    written,
)
from ectrial.ledger.tables.links import faults as faults_of_links
from ectrial.ledger.tables.listing_checks import faults as faults_of_the_list
from ectrial.ledger.tables.notes import faults as faults_of_notes
from ectrial.ledger.tables.passcodes import faults as passcode_faults
from ectrial.ledger.tables.protocols import faults as faults_of_protocols
from ectrial.ledger.tables.redactions import (
    Deletion,
    Redaction,
    deletions,
    is_as_written,
    redacted_rows,
    redactions,
)
from ectrial.ledger.tables.refusals import ABOUT_A_SCREENING, READ_ALONE, makes_sense
from ectrial.ledger.tables.rows import entry_of
from ectrial.record.entries import Entry


@dataclass(frozen=True, slots=True)
class Break:
    """One fault of the record, with the number of its entry if it concerns one entry."""

    fault: str
    seq: int | None = None


@dataclass(frozen=True, slots=True)
class Verification:
    """The result of a check. Only a head noted elsewhere can show that the end was cut off.

    A clock that was set back is no fault: the order of entries is the order of their numbers.
    """

    head: Head
    breaks: tuple[Break, ...]
    screenings: int = 0
    clock_went_back: tuple[int, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether no fault was found."""
        return not self.breaks


Check = Callable[[], Iterable[Break]]


def verify_file(
    path: Path,
    key: str | None = None,
    anchor: Head = BEGINNING,
    expected: world.World | None = None,
) -> Verification:
    """Check a record without writing to it; `anchor` is a head that was noted outside of it.

    Everything is checked that would refuse a start; `expected` is the world of that start.
    """
    with snapshot(path, key) as connection:
        found = _verification(
            connection,
            lambda: broken_storage(connection, "integrity_check"),
            lambda: _broken_references(connection),
            lambda: map(Break, guards.faults(connection)),
            lambda: map(Break, shape.faults(connection)),
            lambda: map(Break, world.faults(connection, expected)),
            lambda: broken_links(connection),
            lambda: lost_head(connection, anchor),
            lambda: lost_head(connection, checked_head(connection)),
            lambda: map(_misplaced, misplaced(connection)),
            lambda: map(Break, texts.faults(connection)),
            lambda: map(Break, faults_of_the_list(connection)),
            lambda: map(Break, queries.faults(connection)),
            lambda: map(Break, faults_of_notes(connection)),
            lambda: map(Break, faults_of_links(connection)),
            lambda: map(Break, _unreadable(connection)),
            lambda: map(Break, chats.faults(connection)),
            lambda: map(Break, secrets.faults(connection)),
            lambda: map(Break, passcode_faults(connection)),
            lambda: map(Break, faults_of_protocols(connection)),
            lambda: map(Break, _unchecked(connection)),
        )
        if not found.holds:
            return found
        return replace(found, clock_went_back=_clock_went_back(connection))


def verify_since_checked(path: Path, key: str | None = None) -> Verification:
    """Check every page, and the chain since its last check: quick at any size."""
    with snapshot(path, key) as connection:
        return _verification(
            connection,
            lambda: broken_storage(connection),
            lambda: map(Break, guards.faults(connection)),
            lambda: lost_head(connection, checked_head(connection)),
            lambda: broken_links(connection, checked_head(connection)),
        )


def entries_of_file(path: Path, key: str | None = None) -> Iterator[Entry]:
    """Give the entries of every screening of a record, one screening after the other."""
    with snapshot(path, key) as connection, in_plain_words():
        yield from by_screening(connection)


def redactions_of_file(path: Path, key: str | None = None) -> tuple[Redaction, ...]:
    """Give the redactions of a record."""
    with snapshot(path, key) as connection, in_plain_words():
        return redactions(connection)


def deletions_of_file(path: Path, key: str | None = None) -> tuple[Deletion, ...]:
    """Give the deletions of copies that were no part of a redaction."""
    with snapshot(path, key) as connection, in_plain_words():
        return deletions(connection)


@contextmanager
def snapshot(path: Path, key: str | None) -> Iterator[Connection]:
    """Read the record as it is at one moment, so that new entries are not taken for faults."""
    if not path.exists():
        raise StorageError(f"there is no record {path}")
    connection = connect_read_only(path, key)
    try:
        connection.execute("BEGIN")
        yield connection
    finally:
        connection.close()


def checked_head(connection: Connection) -> Head:
    """Give the head up to which the chain was correct when the record was last opened."""
    rows = connection.execute("SELECT seq, hash FROM checked")
    return next(iter(rows.fetchall()), BEGINNING)


def lost_head(connection: Connection, noted: Head) -> Iterator[Break]:
    """Give a fault if a head noted earlier, or the beginning of one, is not in the chain."""
    found = connection.execute(
        "SELECT 1 FROM entries WHERE seq = ?1 AND substr(hash, 1, length(?2)) = ?2", noted
    )
    if noted != BEGINNING and not found.fetchall():
        yield Break(f"entry {noted[0]} is not the one noted as head", noted[0])


def broken_links(connection: Connection, after: Head = BEGINNING) -> Iterator[Break]:
    """Check the chain after a known head."""
    seq, previous = after
    columns, redacted = written(connection), redacted_rows(connection)
    for cells in connection.execute(
        f"SELECT {', '.join(columns)} FROM entries WHERE seq > ? ORDER BY seq", [seq]
    ):
        row = dict(zip(columns, cells, strict=True))
        if row["seq"] != seq + 1:
            yield Break(f"no entry between {seq} and {row['seq']}", row["seq"])
        if row["prev_hash"] != previous:
            yield Break(f"entry {row['seq']} does not follow the one before it", row["seq"])
        if not is_as_written(row, redacted):
            yield Break(f"entry {row['seq']} was altered", row["seq"])
        seq, previous = row["seq"], row["hash"]


def broken_storage(connection: Connection, check: str = "quick_check") -> Iterator[Break]:
    """Let SQLite check every page; its messages are left out, as they can contain a value."""
    if connection.execute(f"PRAGMA {check}").fetchall() != [("ok",)]:
        yield Break("the file's pages do not agree")


def _unchecked(connection: Connection) -> Iterator[str]:
    """Every opening notes the head in the one row, so that only a hand takes the note away."""
    if connection.execute("SELECT id FROM checked").fetchall() != [(1,)]:
        yield "it is not noted up to which entry it was checked"


def _unreadable(connection: Connection) -> Iterator[str]:
    """Read what nothing else reads; raises LedgerError for an entry that cannot be read."""
    # a start lets SQLite check this, but over a connection that only reads it does not
    rows = connection.execute(
        "SELECT seq FROM entries WHERE seq <= 0 OR NOT json_valid(coalesce(value, 'null'))"
        " OR via NOT IN ('telegram', 'sandbox', 'cli')"
    )
    yield from (f"entry {seq} has not the form of an entry" for (seq,) in rows)
    marks = ", ".join("?" * len(ABOUT_A_SCREENING))
    rows = connection.execute(
        f"{SELECT_STORED} WHERE subject IS NULL OR kind IN ({marks})", ABOUT_A_SCREENING
    )
    for entry in map(entry_of, rows):
        said = entry.said
        # one that was redacted with its answers is empty
        is_emptied = said.kind in ABOUT_A_SCREENING and said.screening is None
        if said.kind in READ_ALONE and not is_emptied and not makes_sense(entry):
            yield f"entry {entry.seq}, {said.kind}, makes no sense"


def _misplaced(seq: int) -> Break:
    return Break(f"entry {seq} is noted for another site than its screening's", seq)


def _broken_references(connection: Connection) -> Iterator[Break]:
    for table, *_ in connection.execute("PRAGMA foreign_key_check"):
        yield Break(f"a row of {table} refers to nothing")


def _clock_went_back(connection: Connection) -> tuple[int, ...]:
    """Give the entries before which the clock was set back by more than a small correction."""
    rows = connection.execute(
        "SELECT seq FROM (SELECT seq, julianday(at_utc) AS now, lag(julianday(at_utc))"
        " OVER (ORDER BY seq) AS before FROM entries) WHERE (before - now) * 86400 > 2"
    )
    return tuple(seq for (seq,) in rows)


def _verification(connection: Connection, *checks: Check) -> Verification:
    breaks: list[Break] = []
    last, screenings = BEGINNING, 0
    for check in checks:
        try:
            with in_plain_words():
                breaks.extend(check())
                last = head(connection)
                screenings = sum(listing.count_by_status(connection).values())
        except LedgerError as error:
            breaks.append(Break(str(error)))
    # many checks can fail for one reason
    return Verification(last, tuple(dict.fromkeys(breaks)), screenings)
