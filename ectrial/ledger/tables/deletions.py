"""Messages of people that are to be deleted from a chat, and what became of each.

Only numbers are in them: what a message said is stored nowhere.
"""

from typing import Literal, NamedTuple

from ectrial.ledger.sqlite.driver import Connection

TABLE = """CREATE TABLE deletions (
    chat INTEGER NOT NULL,
    message INTEGER NOT NULL,
    noted_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'failed', 'told')),
    PRIMARY KEY (chat, message)
) STRICT"""

State = Literal["open", "done", "failed", "told"]
"""Still to be deleted; deleted; beyond our reach; and the person was told of that."""

ADD = (
    "INSERT INTO deletions (chat, message, noted_at, state) VALUES (?, ?, ?, 'open')"
    " ON CONFLICT (chat, message) DO NOTHING"
)
UNFINISHED = (
    "SELECT chat, message, noted_at, state FROM deletions WHERE state IN ('open', 'failed')"
    " ORDER BY noted_at, chat, message"
)


class Unwanted(NamedTuple):
    """A message that is not deleted yet, or of which its person has to be told."""

    chat: int
    message: int
    noted_at: str
    state: State


def add(connection: Connection, chat: int, message: int, now: str) -> None:
    """Note that a message is to be deleted; the same again changes nothing."""
    connection.execute(ADD, [chat, message, now])


def unfinished(connection: Connection) -> tuple[Unwanted, ...]:
    """Give what is still to be done, the oldest first."""
    return tuple(Unwanted(*row) for row in connection.execute(UNFINISHED))


def settle(connection: Connection, chat: int, message: int, state: State) -> None:
    """Say what became of a message."""
    connection.execute(
        "UPDATE deletions SET state = ? WHERE chat = ? AND message = ?", [state, chat, message]
    )
