"""Rows that may change: where each chat stands, updates seen, strangers refused."""

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, get_args

from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.chain import canonical
from ectrial.record.entries import JSON
from ectrial.text import Language

logger = logging.getLogger(__name__)

COLUMNS = (
    "id",
    "language",
    "round",
    "focus",
    "card",
    "shown",
    "asks",
    "asked_in",
    "asked_at",
    "newest",
    "practice",
)
LANGUAGES = get_args(Language)
# A round grows by one a turn, or is the second of a restore, and buttons carry 18 digits of it;
# messages of a chat are counted from 1
MOST = 2**52
SELECT = f"SELECT {', '.join(COLUMNS)} FROM chats"
SAVE = (
    f"INSERT INTO chats ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
    " ON CONFLICT (id) DO UPDATE SET "
    + ", ".join(f"{column} = excluded.{column}" for column in COLUMNS[1:])
)


@dataclass(frozen=True, slots=True)
class Chat:
    """Where one chat stands: its language, its focus, and its one live card.

    `asks` names the question that a card was confirmed to show: first in the new message
    `asked_in`, or by an edit at `asked_at` (Telegram's seconds). `newest` is the highest number
    of an update taken. `practice`: the chat works on the practice record beside this one, in which
    its focus is kept meanwhile; `focus` is where it comes back to.
    """

    id: int
    language: Language | None = None
    round: int = 0
    focus: JSON = None
    card: int | None = None
    shown: str | None = None
    asks: str | None = None
    asked_in: int | None = None
    asked_at: int | None = None
    newest: int | None = None
    practice: bool = False


def load(connection: Connection, chat_id: int) -> Chat | None:
    """Give one chat; None if the chat was never saved."""
    rows = connection.execute(f"{SELECT} WHERE id = ?", [chat_id]).fetchall()
    return _chat(rows[0]) if rows else None


def load_all(connection: Connection) -> tuple[Chat, ...]:
    """Give every chat."""
    return tuple(map(_chat, connection.execute(f"{SELECT} ORDER BY id")))


def _chat(row: tuple[Any, ...]) -> Chat:
    """Read a row; what nobody can have saved is left out, so that the chat still gets a card."""
    chat_id, language, turn, focus, card, shown, *marks = row
    fault, kept = _read(language, turn, card, focus)
    if fault:
        logger.error("a chat could not be read: it begins anew")
        return Chat(chat_id, card=_usable(card))
    asks, asked_in, asked_at, newest, practice = marks
    return Chat(
        chat_id,
        language,
        turn,
        kept,
        card,
        shown,
        asks,
        asked_in,
        asked_at,
        newest,
        bool(practice),
    )


def _usable(card: int | None) -> int | None:
    return card if card is None or 0 < card < MOST else None


def unreadable(language: Any, turn: Any, card: Any, focus: Any) -> str:
    """Name the first of these cells that was not saved by this program; nothing if all were."""
    return _read(language, turn, card, focus)[0]


def _read(language: Any, turn: Any, card: Any, focus: Any) -> tuple[str, JSON]:
    """Name the first cell that was not saved by this program, or give what the focus was."""
    if language is not None and language not in LANGUAGES:
        return "language", None
    if not 0 <= turn < MOST:
        return "round", None
    if _usable(card) != card:
        return "card", None
    try:
        return "", None if focus is None else json.loads(focus)
    except (ValueError, RecursionError):
        return "place", None


def faults(connection: Connection) -> Iterator[str]:
    """Find rows that nobody can have saved; a chat is told by its order, not by its person."""
    rows = connection.execute("SELECT language, round, card, focus FROM chats ORDER BY id")
    for number, row in enumerate(rows, start=1):
        if cell := unreadable(*row):
            yield f"the {cell} of chat {number} of all chats cannot be read"


def mend(connection: Connection, now: datetime) -> int:
    """Begin the chats anew whose rows nobody can have saved; give how many there are.

    Their rounds go on from this second, so that no button shown before can act.
    """
    rows = connection.execute("SELECT id, language, round, card, focus FROM chats").fetchall()
    broken = [(chat_id, cells[2]) for chat_id, *cells in rows if unreadable(*cells)]
    for chat_id, card in broken:
        save(connection, Chat(chat_id, round=int(now.timestamp()), card=_usable(card)))
    return len(broken)


def save(connection: Connection, chat: Chat) -> None:
    """Save where the chat stands."""
    connection.execute(
        SAVE,
        [
            chat.id,
            chat.language,
            chat.round,
            None if chat.focus is None else canonical(chat.focus),
            chat.card,
            chat.shown,
            chat.asks,
            chat.asked_in,
            chat.asked_at,
            chat.newest,
            int(chat.practice),
        ],
    )


def take(connection: Connection, update_id: int, now: str, forgotten: str) -> bool:
    """Note an update as seen; False if it was seen before, unless so long ago that ids repeat."""
    noted = connection.execute(
        "INSERT INTO updates (update_id, seen_at) VALUES (?, ?)"
        " ON CONFLICT (update_id) DO UPDATE SET seen_at = excluded.seen_at WHERE seen_at < ?",
        [update_id, now, forgotten],
    )
    return noted.rowcount > 0


def has_seen(connection: Connection, update_id: int, forgotten: str) -> bool:
    """Whether the update was noted and is still remembered."""
    found = connection.execute(
        "SELECT 1 FROM updates WHERE update_id = ? AND seen_at >= ?", [update_id, forgotten]
    )
    return bool(found.fetchall())


def refuse(connection: Connection, user_id: int, now: str) -> bool:
    """Count a stranger's attempt; True if it is the stranger's first."""
    rows = connection.execute(
        "INSERT INTO strangers (user_id, refused_at, count) VALUES (?, ?, 1)"
        " ON CONFLICT (user_id) DO UPDATE SET count = count + 1 RETURNING count",
        [user_id, now],
    ).fetchall()
    return bool(rows == [(1,)])
