"""Rows that may change: who wants to hear of similar trials, and what each has heard or knew.

Nothing clinical is in them. `told` names events by keys that mean something to whoever adds them.
"""

from typing import NamedTuple

from ectrial.ledger.sqlite.driver import Connection

WISHES = (
    """CREATE TABLE wishes (
        id INTEGER PRIMARY KEY,
        person INTEGER NOT NULL,
        site TEXT NOT NULL,
        trial TEXT NOT NULL,
        condition TEXT NOT NULL,
        phase TEXT NOT NULL,
        is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
        UNIQUE (person, site, trial)
    ) STRICT""",
    """CREATE TABLE told (
        person INTEGER NOT NULL,
        event TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('known', 'told', 'open')),
        PRIMARY KEY (person, event)
    ) STRICT""",
)

KEEP = (
    "INSERT INTO wishes (person, site, trial, condition, phase, is_on) VALUES (?, ?, ?, ?, ?, 1)"
    " ON CONFLICT (person, site, trial) DO UPDATE"
    " SET condition = excluded.condition, phase = excluded.phase, is_on = 1"
)
STOP = "UPDATE wishes SET is_on = 0 WHERE person = ? AND site = ? AND trial = ?"
ON = "SELECT id, person, trial, condition, phase FROM wishes WHERE site = ? AND is_on ORDER BY id"
KNOW = "INSERT INTO told (person, event, state) VALUES (?, ?, 'known') ON CONFLICT DO NOTHING"
CLAIM = (
    "INSERT INTO told (person, event, state) VALUES (?, ?, 'told')"
    " ON CONFLICT (person, event) DO UPDATE SET state = 'told' WHERE state = 'open'"
)
GIVE_BACK = "UPDATE told SET state = 'open' WHERE person = ? AND event = ? AND state = 'told'"
HEARD = "SELECT event FROM told WHERE person = ? AND state <> 'open'"


class Wished(NamedTuple):
    """What a person wants to hear of: trials like `trial`; of any phase if none is named."""

    id: int
    person: int
    trial: str
    condition: str
    phase: str


def keep(
    connection: Connection, person: int, site: str, trial: str, condition: str, phase: str
) -> None:
    """Keep a wish; it takes the place of an earlier one about the same trial."""
    connection.execute(KEEP, [person, site, trial, condition, phase])


def stop(connection: Connection, person: int, site: str, trial: str) -> None:
    """End a wish; its number stays its own."""
    connection.execute(STOP, [person, site, trial])


def on(connection: Connection, site: str) -> tuple[Wished, ...]:
    """Give the wishes that stand at a site."""
    return tuple(Wished(*row) for row in connection.execute(ON, [site]))


def know(connection: Connection, person: int, event: str) -> None:
    """Note that a person need not be told of an event."""
    connection.execute(KNOW, [person, event])


def claim(connection: Connection, person: int, event: str) -> bool:
    """Note that a person is told of an event; False if they were, or need not be."""
    return connection.execute(CLAIM, [person, event]).rowcount > 0


def give_back(connection: Connection, person: int, event: str) -> None:
    """Note that a person could not be told after all."""
    connection.execute(GIVE_BACK, [person, event])


def heard(connection: Connection, person: int) -> frozenset[str]:
    """Give the events of which a person was told, or need not be."""
    return frozenset(event for (event,) in connection.execute(HEARD, [person]))
