"""Sends chats home whose place or draft holds what is redacted."""

import re
import unicodedata

from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.mentions import Naming, chats_with


def forget_drafts(connection: Connection, code: str) -> int:
    """Send each chat home whose place names the code, or a part of it that was looked for."""
    rows = connection.execute("SELECT id, focus FROM chats WHERE focus IS NOT NULL").fetchall()
    gone = 0
    for chat, focus in rows:
        parts_typed = re.findall(r'"part":"([^"]+)"', focus)
        named = [code.casefold() in focus.casefold()]
        named += [part.casefold() in code.casefold() for part in parts_typed]
        if any(named):
            _send_home(connection, chat)
            gone += 1
    return gone + forget_naming(connection, _spelled(code))


def forget_naming(connection: Connection, names: Naming) -> int:
    """Send each chat home whose place or draft names it, however it is written there."""
    found = chats_with(connection, names)
    for chat in found:
        _send_home(connection, chat)
    return len(found)


def _spelled(code: str) -> Naming:
    """Tell of a text whether a code stands in it, whatever is between its letters and numbers.

    Where a copy is restored nobody says how the site reads its codes.
    """
    runs = re.findall(r"[A-Za-z]+|[0-9]+", code)
    if not runs:
        return lambda _: False
    inner = r"[\W_]*".join(runs)
    whole = re.compile(rf"(?<![A-Za-z0-9]){inner}(?![A-Za-z0-9])", re.IGNORECASE)
    return lambda text: whole.search(unicodedata.normalize("NFKC", text)) is not None


def _send_home(connection: Connection, chat: int) -> None:
    connection.execute(
        "UPDATE chats SET focus = NULL, shown = NULL, asks = NULL WHERE id = ?", [chat]
    )
