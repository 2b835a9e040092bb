"""Rows that may change: what is known of each person's authenticator app, never its secret.

An entry *enrolled* makes a row, with a new salt. The secret follows from salt and pepper alone,
and the pepper stands in the settings.
"""

import secrets
from collections.abc import Iterator, Sequence
from datetime import datetime

from ectrial.ledger.errors import DamagedLedgerError
from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.guards import applied
from ectrial.ledger.tables.rows import instant
from ectrial.record.entries import Entry, Kind
from ectrial.record.one_time_codes import Enrolment

STEP = "secrets_of_people"
TABLE = """CREATE TABLE secrets (
    person INTEGER PRIMARY KEY,
    salt TEXT NOT NULL CHECK (length(salt) = 32),
    enrolled_by INTEGER NOT NULL,
    enrolled_at TEXT NOT NULL,
    is_confirmed INTEGER NOT NULL CHECK (is_confirmed IN (0, 1)),
    tries INTEGER NOT NULL,
    locked_at TEXT,
    last_step INTEGER,
    proved_at TEXT,
    seen_at TEXT
) STRICT"""
COLUMNS = (
    "person", "salt", "enrolled_by", "enrolled_at", "is_confirmed",
    "tries", "locked_at", "last_step", "proved_at", "seen_at",
)  # fmt: skip
SELECT = f"SELECT {', '.join(COLUMNS)} FROM secrets WHERE person = ?"
SAVE = (
    f"INSERT INTO secrets ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
    " ON CONFLICT (person) DO UPDATE SET "
    + ", ".join(f"{column} = excluded.{column}" for column in COLUMNS[1:])
)
BYTES_OF_A_SALT = 16


def load(connection: Connection, person: int) -> Enrolment | None:
    """Give what is known of a person's app; None for a person who was never enrolled."""
    rows = connection.execute(SELECT, [person]).fetchall()
    if not rows:
        return None
    who, salt, by, enrolled, confirmed, tries, locked, step, proved, seen = rows[0]
    try:
        moments = (_moment(locked), step, _moment(proved), _moment(seen))
        at = datetime.fromisoformat(enrolled)
    except ValueError:
        raise DamagedLedgerError("an enrolment cannot be read") from None
    return Enrolment(who, salt, by, at, bool(confirmed), tries, *moments)


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def save(connection: Connection, enrolment: Enrolment) -> None:
    """Save what is known of a person's app."""
    e = enrolment
    locked, proved, seen = (
        None if each is None else instant(each) for each in (e.locked_at, e.proved_at, e.seen_at)
    )
    connection.execute(
        SAVE,
        [
            *(e.person, e.salt, e.enrolled_by, instant(e.enrolled_at), int(e.is_confirmed)),
            *(e.tries, locked, e.last_step, proved, seen),
        ],
    )


def follow(connection: Connection, recorded: Sequence[Entry]) -> None:
    """Make a new secret for each person whom an entry just recorded enrols.

    The tries begin anew and a lock is gone; when the person last came stays as it was.
    """
    for entry in recorded:
        if entry.said.kind is Kind.ENROLLED:
            person = int(entry.said.item or 0)
            before = load(connection, person)
            fresh = Enrolment(
                person,
                secrets.token_hex(BYTES_OF_A_SALT),
                entry.actor,
                entry.at_utc,
                proved_at=before.proved_at if before else None,
                seen_at=before.seen_at if before else None,
            )
            save(connection, fresh)


def note_seen(connection: Connection, person: int, now: str, unless_since: str) -> None:
    """Note the last act of a person who is enrolled, unless one was noted since a moment.

    A clock that was set back does not leave the act in the future.
    """
    connection.execute(
        "UPDATE secrets SET seen_at = ?1 WHERE person = ?2"
        " AND (seen_at IS NULL OR seen_at < ?3 OR seen_at > ?1)",
        [now, person, unless_since],
    )


def last_of(connection: Connection, person: int, *kinds: Kind) -> int:
    """Give the number of the last entry of these kinds about a person; 0 if there is none."""
    places = ", ".join("?" * len(kinds))
    found = connection.execute(
        f"SELECT coalesce(max(seq), 0) FROM entries WHERE kind IN ({places}) AND item = ?",
        [*kinds, str(person)],
    )
    ((seq,),) = found.fetchall()
    return int(seq)


def faults(connection: Connection) -> Iterator[str]:
    """Compare each row with the entries: who enrolled, when, and whether it was locked since."""
    if STEP not in applied(connection):
        return
    enrolled, locked = _noted(connection, Kind.ENROLLED), _noted(connection, Kind.LOCKED)
    rows = connection.execute(
        "SELECT person, enrolled_by, enrolled_at, locked_at IS NOT NULL FROM secrets"
    )
    for person, by, at, is_locked in rows:
        noted = enrolled.pop(str(person), None)
        if noted is None or noted[1:] != (by, at):
            yield "an enrolment is not the one that its entry made"
        elif bool(is_locked) != (locked.get(str(person), (0,))[0] > noted[0]):
            yield "a lock of an enrolment is not as its entries say"
    yield from ("an enrolment is missing" for _ in enrolled)


def _noted(connection: Connection, kind: Kind) -> dict[str, tuple[int, int, str]]:
    """Give the last entry of a kind about each person: its number, author and time."""
    rows = connection.execute(
        "SELECT item, seq, actor, at_utc FROM entries WHERE kind = ? ORDER BY seq", [kind]
    )
    return {item: (seq, actor, at) for item, seq, actor, at in rows}
