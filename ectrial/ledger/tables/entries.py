"""Writing and reading the append-only table, in the order of the record."""

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any

from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.chain import GENESIS, Cell, Row
from ectrial.ledger.tables.guards import applied
from ectrial.ledger.tables.meant import OLDER_SITE, SITE, TRIAL
from ectrial.ledger.tables.refusals import refuse_second_opening, refuse_senseless
from ectrial.ledger.tables.rows import COLUMNS, READ, Occasion, entry_of, row_of
from ectrial.ledger.tables.texts import (
    MARK,
    NUMBER,
    STEP,
    STEP_OF_FREE_TEXTS,
    Numbers,
    code,
)
from ectrial.record.carried import OF_CARRYING
from ectrial.record.entries import Entry, Kind, NewEntry
from ectrial.record.links import OF_LINKS
from ectrial.record.notes import OF_NOTES
from ectrial.record.queries import OF_QUERIES
from ectrial.record.shifts import OF_SHIFTS
from ectrial.record.subjects import ScreeningId
from ectrial.record.what_follows import OF_WHAT_FOLLOWS

SUBJECT, SOURCE, TEXT = map(READ.index, ("subject", "source", "text"))
Head = tuple[int, str]
BEGINNING: Head = (0, GENESIS)

READ_AT_ONCE = 1000


def _select(
    site: str,
    subject: str = "subject",
    source: str = "source",
    text: str = "NULL",
    trial: str = "trial",
) -> str:
    """Give the columns to read, with the site, trial, codes and text that a row stands for."""
    said = {"site": site, "subject": subject, "source": source, "text": text, "trial": trial}
    return f"SELECT {', '.join(f'{said[c]} AS {c}' if c in said else c for c in READ)}"


# the table of texts has a column of the same name
TEXT_OF = code("entries.text")
SELECT_READ = f"{_select(SITE, code('subject'), code('source'), TEXT_OF, TRIAL)} FROM entries"
# without what other tables hold, which an older copy may not have
SELECT_STORED = f"{_select('site')} FROM entries"
# of one screening, whose subject is known
SELECT_OF_ONE = f"{_select(SITE, '?', code('source'), TEXT_OF)} FROM entries"
SELECT_LINKED = SELECT_OF_ONE.replace(" FROM entries", ", hash FROM entries")
INSERT = (
    f"INSERT INTO entries ({', '.join(COLUMNS)})"
    f" VALUES ({', '.join(':' + column for column in COLUMNS)})"
)

# in this order of columns, the index of names leads to the few rows of one name: by its number,
# and by its code as before version 0.4.0
OF_ONE = f"screening IN (?, '{MARK}' || ({NUMBER}) || '/' || ?) AND {SITE} = ? AND trial = ?"

# with the index named, as the other one has every answer of the record
LATER_NUMBER = (
    "SELECT 1 FROM entries AS later INDEXED BY entries_of_screening WHERE later.seq > number.seq"
    " AND later.site = number.site AND later.trial = number.trial"
    " AND later.item = :item AND later.kind IN (:answered, :corrected)"
)

# Entries that do not change whether a screening is open, its last verdict, nor how it is counted
UNDECIDING = (
    *(Kind.ANSWERED, Kind.CORRECTED, Kind.SKIPPED, Kind.ORDERED),
    *(Kind.SOURCED, Kind.VERIFIED, Kind.UNVERIFIED, Kind.DEVIATION),
    *(Kind.SIGNATURE_ASKED, Kind.TAKEN_OVER, Kind.SIGNATURE_RETURNED),
    *(*OF_QUERIES, *OF_SHIFTS, *OF_NOTES),
    *(kind for kind in OF_WHAT_FOLLOWS if kind is not Kind.PARTICIPATION),
    *(*OF_LINKS, *OF_CARRYING),
)


def written(connection: Connection) -> tuple[str, ...]:
    """Name the columns that this record, or this older copy, has."""
    steps = applied(connection)
    later = (STEP, STEP_OF_FREE_TEXTS)
    return COLUMNS[: len(COLUMNS) - sum(step not in steps for step in later)]


def head(connection: Connection) -> Head:
    """Give the number and hash of the last entry."""
    rows = connection.execute("SELECT seq, hash FROM entries ORDER BY seq DESC LIMIT 1")
    return next(iter(rows.fetchall()), BEGINNING)


def record(
    connection: Connection, said: Sequence[NewEntry], occasion: Occasion
) -> tuple[Entry, ...]:
    """Append within the caller's transaction; give the entries as they will be read back."""
    recorded = []
    last = head(connection)
    numbers = Numbers(connection, occasion.site)
    for new in said:
        refuse_senseless(new, occasion)
        refuse_second_opening(connection, new)
        row = row_of(new, occasion, last, numbers.names(new))
        connection.execute(INSERT, row)
        recorded.append(entry_of(_as_read(row, new)))
        last = (last[0] + 1, str(row["hash"]))
    return tuple(recorded)


def _as_read(row: Row, new: NewEntry) -> list[Cell]:
    """Give the columns of a row just written, with the codes that it stands for."""
    cells = [row[column] for column in READ]
    cells[SUBJECT] = new.screening and new.screening.subject
    cells[SOURCE] = new.source
    cells[TEXT] = new.text
    return cells


def of_screening(connection: Connection, screening: ScreeningId) -> tuple[Entry, ...]:
    """Give the entries of one screening."""
    return tuple(map(entry_of, of_one(connection, screening, f"{SELECT_OF_ONE} WHERE {OF_ONE}")))


def of_one(
    connection: Connection, screening: ScreeningId, query: str, *values: object
) -> list[tuple[Any, ...]]:
    """Give the rows of one screening in the order of the record."""
    site, trial, subject, episode = screening
    named = (subject, screening.name, site, trial, subject, episode, site, trial)
    rows = connection.execute(query, (*named, *values)).fetchall()
    # those of each name are in order; sorting all by SQL takes longer
    rows.sort(key=itemgetter(0))
    return rows


def linked_from(connection: Connection, screening: ScreeningId, seq: int) -> list[tuple[Any, ...]]:
    """Give the rows of one screening from `seq` on: the columns of the entry, then the hash."""
    return of_one(connection, screening, f"{SELECT_LINKED} WHERE {OF_ONE} AND seq >= ?", seq)


def deciding(connection: Connection, screening: ScreeningId) -> tuple[Entry, ...]:
    """Give the entries of one screening that determine its status, without its answers."""
    query = f"{SELECT_OF_ONE} WHERE {OF_ONE} AND kind NOT IN ({', '.join('?' * len(UNDECIDING))})"
    return tuple(map(entry_of, of_one(connection, screening, query, *UNDECIDING)))


def of_one_and_kinds(
    connection: Connection, screening: ScreeningId, kinds: Sequence[Kind]
) -> tuple[Entry, ...]:
    """Give the entries of some kinds of one screening."""
    query = f"{SELECT_OF_ONE} WHERE {OF_ONE} AND kind IN ({', '.join('?' * len(kinds))})"
    return tuple(map(entry_of, of_one(connection, screening, query, *kinds)))


def latest_numbers(
    connection: Connection, site: str, trial: str, item: str, limit: int, offset: int = 0
) -> tuple[ScreeningId, ...]:
    """Name the screenings of a trial, none voided, whose last answer to an item is a number.

    The number recorded last comes first. That answer may have been cleared since.
    """
    rows = connection.execute(
        "SELECT listed.site, listed.trial, listed.subject, listed.episode FROM entries AS number"
        " JOIN screenings AS listed ON listed.site = number.site AND listed.trial = number.trial"
        f" AND listed.subject = {code('number.subject')} AND listed.episode = number.episode"
        " WHERE number.site = :site AND number.trial = :trial"
        # spelled as in the index
        " AND number.item = :item AND substr(number.value, 1, 1) = '{'"
        " AND number.kind IN (:answered, :corrected) AND listed.status <> 'voided'"
        f" AND NOT EXISTS ({LATER_NUMBER} AND later.screening = number.screening)"
        # a screening that was opened by its code goes on by number
        f" AND (substr(number.screening, 1, 1) = '{MARK}' OR NOT EXISTS ({LATER_NUMBER}"
        f" AND later.screening = '{MARK}' || (SELECT id FROM texts WHERE site = number.site"
        "  AND trial = number.trial AND text = number.subject) || '/' || number.episode))"
        " ORDER BY number.seq DESC LIMIT :limit OFFSET :offset",
        {
            "site": site,
            "trial": trial,
            "item": item,
            "limit": limit,
            "offset": offset,
            "answered": Kind.ANSWERED,
            "corrected": Kind.CORRECTED,
        },
    )
    return tuple(ScreeningId(*row) for row in rows)


def after(connection: Connection, seq: int, limit: int = READ_AT_ONCE) -> tuple[Entry, ...]:
    """Give the entries after the entry with this number."""
    rows = connection.execute(f"{SELECT_READ} WHERE seq > ? ORDER BY seq LIMIT ?", [seq, limit])
    return tuple(map(entry_of, rows))


def by_screening(connection: Connection) -> Iterator[Entry]:
    """Give every screening's entries, one screening after the other."""
    steps = applied(connection)
    site = SITE if "names_within_a_trial" in steps else OLDER_SITE
    codes = (code("subject"), code("source")) if STEP in steps else ("subject", "source")
    text = TEXT_OF if STEP_OF_FREE_TEXTS in steps else "NULL"
    rows = connection.execute(
        f"{_select(site, *codes, text)} FROM entries WHERE screening IS NOT NULL"
        # by what is read: a screening may have entries by code, and newer ones by number
        " ORDER BY subject, episode, site, trial, seq"
    )
    return map(entry_of, rows)


def misplaced(connection: Connection) -> Iterator[int]:
    """Give the entries recorded for a site at which their screening was never opened."""
    if "names_within_a_trial" not in applied(connection):
        return
    rows = connection.execute(
        "SELECT noted.seq FROM screening_sites AS noted"
        " LEFT JOIN entries AS entry ON entry.seq = noted.seq"
        " LEFT JOIN entries AS opened ON opened.screening = entry.screening"
        "  AND opened.site = noted.site AND opened.kind = 'opened' AND opened.seq < entry.seq"
        " WHERE opened.seq IS NULL OR entry.site = noted.site"
    )
    yield from (seq for (seq,) in rows)


def of_kinds(
    connection: Connection, kinds: Sequence[Kind], site: str | None = None, after: int = 0
) -> Iterator[Entry]:
    """Give the entries of some kinds after an entry, of one site or of all."""
    marks = ", ".join("?" * len(kinds))
    rows = connection.execute(
        f"{SELECT_READ} WHERE kind IN ({marks}) AND (? = '' OR site = ?) AND seq > ? ORDER BY seq",
        [*kinds, site or "", site, after],
    )
    return map(entry_of, rows.fetchall())


def opened_under(connection: Connection, site: str, trial: str) -> tuple[str, str] | None:
    """Give version and hash of the protocol of the latest opening; None if there is none."""
    found = connection.execute(
        "SELECT protocol_version, protocol_hash FROM entries WHERE kind = 'opened' AND +site = ?"
        " AND +trial = ? ORDER BY seq DESC LIMIT 1",
        [site, trial],
    ).fetchall()
    return (str(found[0][0]), str(found[0][1])) if found else None
