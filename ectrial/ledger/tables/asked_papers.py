"""Rows that may change: papers that were asked for in a chat, until each was sent or stopped.

Nothing clinical is in them: an export names a subject by the number of an entry.
"""

import json
from typing import Literal, NamedTuple

from ectrial.ledger.sqlite.driver import Connection
from ectrial.record.entries import JSON

TABLE = """CREATE TABLE asked_papers (
    id INTEGER PRIMARY KEY,
    chat INTEGER NOT NULL,
    trial TEXT NOT NULL,
    practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
    export TEXT NOT NULL CHECK (json_valid(export)),
    message INTEGER,
    state TEXT NOT NULL CHECK (state IN ('open', 'sending', 'sent', 'stopped', 'failed'))
) STRICT"""

State = Literal["open", "sending", "sent", "stopped", "failed"]
"""Still to be made; made and on its way, where it cannot be stopped; sent; stopped by its person;
not made, not taken by Telegram, or not for its person any more."""

ADD = "INSERT INTO asked_papers (chat, trial, practice, export, state) VALUES (?, ?, ?, ?, 'open')"
OPEN = (
    "SELECT id, chat, trial, practice, export, message FROM asked_papers"
    " WHERE state IN ('open', 'sending') ORDER BY id"
)
SETTLE = "UPDATE asked_papers SET state = ? WHERE id = ? AND state IN ('open', 'sending')"
STOP = "UPDATE asked_papers SET state = 'stopped' WHERE id = ? AND chat = ? AND state = 'open'"
STOPPABLE = "SELECT id FROM asked_papers WHERE chat = ? AND state = 'open'"


class AskedPaper(NamedTuple):
    """A paper to be made: for which chat, of which trial and record, and what it is of.

    `message` is the message of the chat that says how far it has come; None before there is one.
    """

    id: int
    chat: int
    trial: str
    is_practice: bool
    export: JSON
    message: int | None = None


def add(connection: Connection, chat: int, trial: str, export: JSON, *, practice: bool) -> None:
    """Note that a paper is to be made."""
    connection.execute(ADD, [chat, trial, int(practice), json.dumps(export)])


def still_open(connection: Connection) -> tuple[AskedPaper, ...]:
    """Give what is still to be made, the oldest first."""
    return tuple(
        AskedPaper(id_, chat, trial, bool(practice), json.loads(export), message)
        for id_, chat, trial, practice, export, message in connection.execute(OPEN)
    )


def stoppable(connection: Connection, chat: int) -> frozenset[int]:
    """Give the papers of a chat that can be stopped."""
    return frozenset(id_ for (id_,) in connection.execute(STOPPABLE, [chat]))


def stop(connection: Connection, chat: int, id_: int) -> None:
    """Note that a chat wants a paper of its own no more."""
    connection.execute(STOP, [id_, chat])


def tell_in(connection: Connection, id_: int, message: int) -> None:
    """Note which message says how far it has come."""
    connection.execute("UPDATE asked_papers SET message = ? WHERE id = ?", [message, id_])


def settle(connection: Connection, id_: int, state: State) -> bool:
    """Say what becomes of a paper; False if it is over already."""
    return connection.execute(SETTLE, [state, id_]).rowcount > 0
