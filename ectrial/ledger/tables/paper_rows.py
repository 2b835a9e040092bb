"""What papers read of the entries: the openings of a trial in order, and what decided each."""

from collections.abc import Iterator, Sequence

from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.entries import OF_ONE, SELECT_OF_ONE, SELECT_READ, of_one
from ectrial.ledger.tables.meant import SITE, TRIAL
from ectrial.ledger.tables.rows import entry_of, instant
from ectrial.record.entries import Entry, Kind
from ectrial.record.linked import Linked
from ectrial.record.periods import Moments
from ectrial.record.subjects import ScreeningId

READ_AT_ONCE = 500
_SELECT_CHAINED = f"{SELECT_READ.removesuffix(' FROM entries')}, prev_hash, hash FROM entries"
_OPENED = (
    f"kind = '{Kind.OPENED}' AND screening IS NOT NULL AND seq > ? AND seq <= ?"
    f" AND +trial = ? AND {SITE} = ?"
)


def openings(
    connection: Connection, site: str, trial: str, upto: int, between: Moments = (None, None)
) -> Iterator[Entry]:
    """Give what opened the screenings of a trial at a site, in order, a page at a time."""
    when, moments = _when(between)
    after = 0
    while True:
        rows = connection.execute(
            # through the index of kinds, whose rows stand in the order of their numbers
            f"{SELECT_READ} WHERE {_OPENED}{when} ORDER BY seq LIMIT {READ_AT_ONCE}",
            [after, upto, trial, site, *moments],
        ).fetchall()
        if not rows:
            return
        page = [entry_of(row) for row in rows]
        yield from page
        after = page[-1].seq


def count(
    connection: Connection, site: str, trial: str, upto: int, between: Moments = (None, None)
) -> int:
    """Count the openings of a trial at a site."""
    when, moments = _when(between)
    ((number,),) = connection.execute(
        f"SELECT count(*) FROM entries WHERE {_OPENED}{when}", [0, upto, trial, site, *moments]
    )
    return int(number)


def chained(
    connection: Connection,
    site: str,
    trial: str,
    upto: int,
    between: Moments = (None, None),
    *,
    has_no_subject: bool = False,
) -> Iterator[Linked]:
    """Give every entry of a trial at a site in the order of the record, a page at a time.

    `has_no_subject`: only what is of no screening.
    """
    when, moments = _when(between)
    when += " AND screening IS NULL" if has_no_subject else ""
    after = 0
    while True:
        rows = connection.execute(
            f"{_SELECT_CHAINED} WHERE seq > ? AND seq <= ? AND {TRIAL} = ? AND {SITE} = ?{when}"
            f" ORDER BY seq LIMIT {READ_AT_ONCE}",
            [after, upto, trial, site, *moments],
        ).fetchall()
        for *cells, prev_hash, hash_ in rows:
            yield Linked(entry_of(cells), prev_hash, hash_)
        if len(rows) < READ_AT_ONCE:
            return
        after = int(rows[-1][0])


def _when(between: Moments) -> tuple[str, list[str]]:
    since, before = between
    words = (" AND at_utc >= ?" if since else "") + (" AND at_utc < ?" if before else "")
    return words, [instant(each) for each in between if each]


def entries_of(
    connection: Connection,
    screening: ScreeningId,
    kinds: Sequence[Kind] | None,
    items: Sequence[str],
    upto: int,
) -> tuple[Entry, ...]:
    """Give the entries of one screening that are of some kinds or answer some items; or all."""
    if kinds is None:
        query = f"{SELECT_OF_ONE} WHERE {OF_ONE} AND seq <= ?"
        return tuple(map(entry_of, of_one(connection, screening, query, upto)))
    query = (
        f"{SELECT_OF_ONE} WHERE {OF_ONE} AND seq <= ?"
        f" AND (kind IN ({_marks(kinds)}) OR item IN ({_marks(items)}))"
    )
    return tuple(map(entry_of, of_one(connection, screening, query, upto, *kinds, *items)))


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))
