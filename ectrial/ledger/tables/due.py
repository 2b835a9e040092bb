"""Rows that may change: what is to ring a phone, from which moment on, and what became of it.

Nothing clinical is in them: `about` is a key that means something to whoever added the row.
"""

from typing import Literal, NamedTuple

from ectrial.ledger.sqlite.driver import Connection

DUE = (
    """CREATE TABLE due (
        id INTEGER PRIMARY KEY,
        person INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('digest', 'news', 'reminder')),
        about TEXT NOT NULL,
        day TEXT NOT NULL,
        at_utc TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'sending', 'sent', 'dropped')),
        UNIQUE (person, kind, about, day)
    ) STRICT""",
    "CREATE INDEX due_open ON due (at_utc) WHERE state = 'open'",
    (
        "CREATE UNIQUE INDEX due_unasked ON due (day, person)"
        " WHERE kind <> 'reminder' AND state <> 'dropped'"
    ),
)

Kind = Literal["digest", "news", "reminder"]
"""Nobody asked for a digest or for news; a reminder is for a time that its person chose."""
Settled = Literal["open", "sent", "dropped"]

OPEN = "person = ? AND kind = 'reminder' AND about = ? AND state = 'open'"
ADD = (
    "INSERT INTO due (person, kind, about, day, at_utc, state) VALUES (?, ?, ?, ?, ?, 'open')"
    # the same again changes nothing; what was dropped, or is wanted at another time, opens again
    " ON CONFLICT (person, kind, about, day)"
    " DO UPDATE SET at_utc = excluded.at_utc, state = 'open'"
    " WHERE state = 'dropped' OR kind = 'reminder' AND at_utc <> excluded.at_utc"
)
SET = "SELECT about, at_utc FROM due WHERE person = ? AND kind = 'reminder' AND state = 'open'"
DROP_ALL = (
    "UPDATE due SET state = 'dropped' WHERE kind = 'reminder' AND about = ? AND state = 'open'"
)
WAITING = (
    "SELECT id, person, kind, day FROM due WHERE state = 'open' AND at_utc <= ?"
    " ORDER BY at_utc, id"
)
UNASKED = "SELECT person FROM due WHERE day = ? AND kind <> 'reminder' AND state <> 'dropped'"


class Due(NamedTuple):
    """What is to ring for one person; what nobody asked for rings on its `day` or never."""

    id: int
    person: int
    kind: Kind
    day: str


def add(connection: Connection, person: int, kind: Kind, about: str, day: str, at: str) -> bool:
    """Add a row; False if there is one with the same key, which stays as it is."""
    added = connection.execute(ADD, [person, kind, about, day, at])
    return added.rowcount > 0


def drop(connection: Connection, person: int, about: str) -> None:
    """Drop the reminders of a person about a matter that have not rung."""
    connection.execute(f"UPDATE due SET state = 'dropped' WHERE {OPEN}", [person, about])


def drop_all(connection: Connection, about: str) -> None:
    """Drop everybody's reminders about a matter that have not rung."""
    connection.execute(DROP_ALL, [about])


def reminders(connection: Connection, person: int) -> dict[str, str]:
    """Give the moments of a person's reminders that have not rung, by matter."""
    return dict(connection.execute(SET, [person]).fetchall())


def unasked(connection: Connection, day: str) -> frozenset[int]:
    """Give the people for whom something that they did not ask for rings, or rang, on a day."""
    return frozenset(person for (person,) in connection.execute(UNASKED, [day]))


def waiting(connection: Connection, now: str) -> tuple[Due, ...]:
    """Give the open rows whose moment has come, the oldest first."""
    return tuple(Due(*row) for row in connection.execute(WAITING, [now]))


def claim(connection: Connection, id_: int) -> bool:
    """Take a row for sending; False if it is not open any more."""
    claimed = connection.execute(
        "UPDATE due SET state = 'sending' WHERE id = ? AND state = 'open'", [id_]
    )
    return claimed.rowcount > 0


def settle(connection: Connection, id_: int, state: Settled) -> None:
    """Say what became of a row that was taken for sending, unless it opened again meanwhile."""
    connection.execute("UPDATE due SET state = ? WHERE id = ? AND state = 'sending'", [state, id_])


def reopen(connection: Connection) -> None:
    """Open again what was being sent when the process before this one ended."""
    connection.execute("UPDATE due SET state = 'open' WHERE state = 'sending'")
