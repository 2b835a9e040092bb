"""Writing and reading the append-only table, in the order of the record."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ectrial.ledger.errors import RefusedError
from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.chain import GENESIS
from ectrial.ledger.tables.guards import applied
from ectrial.ledger.tables.rows import COLUMNS, READ, Occasion, entry_of, row_of
from ectrial.record.entries import Entry, Kind, NewEntry
from ectrial.record.subjects import ScreeningId

Head = tuple[int, str]
BEGINNING: Head = (0, GENESIS)

SELECT = f"SELECT {', '.join(COLUMNS)} FROM entries"
# The site of the entry's screening, even if the site was renamed (ECTRIAL_SITE) since the start
SITE = "coalesce((SELECT site FROM screening_sites WHERE seq = entries.seq), entries.site)"
# The same in a record without that table, where a name was opened once in the whole record
OLDER_SITE = (
    "coalesce((SELECT opened.site FROM entries AS opened WHERE opened.kind = 'opened'"
    " AND opened.screening = entries.screening), entries.site)"
)


def _select(site: str) -> str:
    return f"SELECT {', '.join(f'{site} AS site' if c == 'site' else c for c in READ)}"


SELECT_READ = f"{_select(SITE)} FROM entries"
SELECT_LINKED = f"{_select(SITE).replace('SELECT', 'SELECT hash,', 1)} FROM entries"
INSERT = (
    f"INSERT INTO entries ({', '.join(COLUMNS)})"
    f" VALUES ({', '.join(':' + column for column in COLUMNS)})"
)

# in this order of columns, the index of names leads to the few rows of one name
OF_SCREENING = f"screening = ? AND {SITE} = ? AND trial = ?"

# Entries that do not change whether a screening is open, nor its last verdict
UNDECIDING = (Kind.ANSWERED, Kind.CORRECTED, Kind.SKIPPED, Kind.ORDERED)
TEAM_CHANGES = (Kind.STAFF_ADDED, Kind.STAFF_REMOVED)
ADMIN_CHANGES = (Kind.ADMIN_ADDED, Kind.ADMIN_REMOVED)


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
    for new in said:
        _refuse_unreadable_team(new)
        row = row_of(new, occasion, last)
        connection.execute(INSERT, row)
        recorded.append(entry_of(tuple(row[column] for column in READ)))
        last = (last[0] + 1, str(row["hash"]))
    return tuple(recorded)


def _refuse_unreadable_team(new: NewEntry) -> None:
    """Refuse an entry that would make the team unreadable from then on."""
    if new.kind not in (*TEAM_CHANGES, *ADMIN_CHANGES):
        return
    if not (new.item or "").isdecimal():
        raise RefusedError("a change of the team without a person; nothing was recorded")
    if new.kind is Kind.STAFF_ADDED and not isinstance(new.value, str):
        raise RefusedError("a person of the team without a role; nothing was recorded")


def of_screening(connection: Connection, screening: ScreeningId) -> tuple[Entry, ...]:
    """Give the entries of one screening."""
    rows = connection.execute(
        f"{SELECT_READ} WHERE {OF_SCREENING} ORDER BY seq", _named(screening)
    )
    return tuple(map(entry_of, rows))


def _named(screening: ScreeningId) -> tuple[str, str, str]:
    return screening.name, screening.site, screening.trial


def linked_from(
    connection: Connection, screening: ScreeningId, seq: int
) -> list[tuple[str, int, *tuple[Any, ...]]]:
    """Give the rows of one screening from `seq` on: the hash, then the columns of the entry."""
    rows = connection.execute(
        f"{SELECT_LINKED} WHERE {OF_SCREENING} AND seq >= ? ORDER BY seq",
        [*_named(screening), seq],
    )
    return rows.fetchall()


def deciding(connection: Connection, screening: ScreeningId) -> tuple[Entry, ...]:
    """Give the entries of one screening that determine its status, without its answers."""
    rows = connection.execute(
        f"{SELECT_READ} WHERE {OF_SCREENING} AND kind NOT IN (?, ?, ?, ?) ORDER BY seq",
        [*_named(screening), *UNDECIDING],
    )
    return tuple(map(entry_of, rows))


def latest_numbers(
    connection: Connection, site: str, trial: str, item: str, limit: int, offset: int = 0
) -> tuple[ScreeningId, ...]:
    """Name the screenings of a trial, none voided, whose last answer to an item is a number.

    The number recorded last comes first. That answer may have been cleared since.
    """
    rows = connection.execute(
        "SELECT number.site, number.trial, number.subject, number.episode FROM entries AS number"
        " JOIN screenings USING (site, trial, subject, episode)"
        " WHERE number.site = :site AND number.trial = :trial"
        # spelled as in the index
        " AND number.item = :item AND substr(number.value, 1, 1) = '{'"
        " AND number.kind IN (:answered, :corrected) AND screenings.status <> 'voided'"
        " AND NOT EXISTS (SELECT 1 FROM entries AS later"
        "  WHERE later.screening = number.screening AND later.seq > number.seq"
        "  AND later.site = number.site AND later.trial = number.trial"
        "  AND later.item = :item AND later.kind IN (:answered, :corrected))"
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


def after(connection: Connection, seq: int, limit: int) -> tuple[Entry, ...]:
    """Give the entries after the entry with this number."""
    rows = connection.execute(f"{SELECT_READ} WHERE seq > ? ORDER BY seq LIMIT ?", [seq, limit])
    return tuple(map(entry_of, rows))


def by_screening(connection: Connection) -> Iterator[Entry]:
    """Give every screening's entries, one screening after the other."""
    site = SITE if "names_within_a_trial" in applied(connection) else OLDER_SITE
    rows = connection.execute(
        f"{_select(site)} FROM entries WHERE screening IS NOT NULL"
        " ORDER BY screening, site, trial, seq"
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


def team(connection: Connection) -> Mapping[int, str]:
    """Give the staff of the team with their roles, as the last entries say."""
    roles: dict[int, str] = {}
    for said in _of_kinds(connection, TEAM_CHANGES):
        person = int(said.item or 0)
        if said.kind is Kind.STAFF_ADDED:
            roles[person] = said.value
        else:
            roles.pop(person, None)
    return roles


def administrators(connection: Connection) -> frozenset[int]:
    """Give the administrators that the settings named at the last start."""
    people: set[int] = set()
    for said in _of_kinds(connection, ADMIN_CHANGES):
        (people.add if said.kind is Kind.ADMIN_ADDED else people.discard)(int(said.item or 0))
    return frozenset(people)


def _of_kinds(connection: Connection, kinds: tuple[Kind, Kind]) -> Iterator[NewEntry]:
    rows = connection.execute(f"{SELECT_READ} WHERE kind IN (?, ?) ORDER BY seq", kinds)
    return (entry_of(row).said for row in rows.fetchall())


def last_start(connection: Connection) -> Entry | None:
    """Give the entry of the last start of the bot; None if the record is older."""
    # without the site of a screening, which a start has not and an older copy cannot look up
    rows = connection.execute(
        f"SELECT {', '.join(READ)} FROM entries WHERE kind = ? ORDER BY seq DESC LIMIT 1",
        [Kind.STARTED],
    )
    return next((entry_of(row) for row in rows), None)
