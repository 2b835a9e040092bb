"""Refuses what would keep a command for ever: a FIFO for a file, a view of endless rows."""

from pathlib import Path
from typing import TYPE_CHECKING

from ectrial.ledger.errors import NotOurLedgerError, StorageError

if TYPE_CHECKING:
    from sqlite3 import Connection

# What is read before the guards could name a view: all tables that a version has made
TABLES = frozenset(
    {"_sqlite_migrations", "chats", "checked", "due", "entries", "listed", "screening_sites"}
    | {"screenings", "strangers", "texts", "updates", "world"}
)


def refuse_endless_files(path: Path) -> None:
    """Refuse a FIFO or a device as the record, its log or its journal: SQLite would wait."""
    for file in (path, *(path.with_name(f"{path.name}{end}") for end in ("-wal", "-journal"))):
        if file.exists() and not file.is_file():
            raise StorageError(f"{file} is no file, so it cannot be the record")


def refuse_endless_views(connection: "Connection") -> None:
    """Refuse a view in place of a table, since its rows may never end."""
    views = connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
    if any(name.lower() in TABLES for (name,) in views):
        raise NotOurLedgerError("this file is a database, but not our record")
