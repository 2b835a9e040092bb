"""Where a subject lies today, as one person typed it: outside of the record, and of one day.

A screening is named by the entry that opened it, so no code stands here. Copies of the record
are made without these rows, and deleted ones are overwritten (`secure_delete`).
"""

from collections.abc import Mapping

from ectrial.ledger.sqlite.driver import Connection

NAME = "beds"
TABLE = f"""CREATE TABLE {NAME} (
    chat INTEGER NOT NULL,
    screening INTEGER NOT NULL,
    day TEXT NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (chat, screening)
) STRICT"""

KEEP = (
    f"INSERT INTO {NAME} (chat, screening, day, label) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (chat, screening) DO UPDATE SET day = excluded.day, label = excluded.label"
)


def labels(connection: Connection, chat: int, day: str) -> Mapping[int, str]:
    """Give the labels of one person and day, by the first entry of the screening."""
    rows = connection.execute(
        f"SELECT screening, label FROM {NAME} WHERE chat = ? AND day = ?", [chat, day]
    )
    return dict(rows.fetchall())


def keep(connection: Connection, chat: int, screening: int, day: str, label: str) -> None:
    """Keep a label for the day; an earlier one is replaced."""
    connection.execute(KEEP, [chat, screening, day, label])


def forget(connection: Connection, chat: int, screening: int) -> None:
    """Delete one label."""
    connection.execute(f"DELETE FROM {NAME} WHERE chat = ? AND screening = ?", [chat, screening])


def forget_but(connection: Connection, day: str) -> tuple[int, ...]:
    """Delete all labels but those of a day; give whose they were."""
    rows = connection.execute(f"DELETE FROM {NAME} WHERE day <> ? RETURNING chat", [day])
    return tuple(sorted({chat for (chat,) in rows.fetchall()}))
