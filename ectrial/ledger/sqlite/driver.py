"""The only module that imports the database driver; opens connections with our settings."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote

from sqlcipher3 import dbapi2

from ectrial.ledger.errors import (
    DamagedLedgerError,
    LedgerBusyError,
    LedgerError,
    NotOurLedgerError,
    RefusedError,
    StorageError,
)
from ectrial.ledger.sqlite.endless import refuse_endless_files, refuse_endless_views

if TYPE_CHECKING:
    # sqlcipher3 has no types; its connection works like this one, as sqlite-utils expects
    from sqlite3 import Connection
else:
    from sqlcipher3.dbapi2 import Connection

__all__ = [
    "Connection",
    "connect",
    "connect_as_it_is",
    "connect_in_memory",
    "connect_read_only",
    "connect_to_rewrite",
    "copy",
    "in_plain_words",
    "keep_log",
    "restrict",
    "stands_alone",
    "write_anew",
]

# older versions can lose committed writes when a log is reset (reliability.md §0.6)
OLDEST_SQLITE = (3, 51, 3)
RAW_KEY = re.compile(r"[0-9a-fA-F]{64}")
PRAGMAS = (
    "busy_timeout=5000",
    "foreign_keys=ON",
    "recursive_triggers=ON",
    "secure_delete=ON",
    "trusted_schema=OFF",
    "mmap_size=0",
    "synchronous=FULL",
    # 8 MiB of cache
    "cache_size=-8192",
    # a commit checkpoints only a log above 64 MiB, because everybody waits for that commit
    "wal_autocheckpoint=16000",
)

ALLOWED_TO_UPDATE = {
    *("chats", "updates", "strangers", "screenings", "secrets", "due", "queries"),
    *("deletions", "beds", "wishes", "told", "asked_papers"),
}
ALLOWED_TO_INSERT = {"entries", "texts", "passcodes", "protocols"} | ALLOWED_TO_UPDATE
ALLOWED_TO_DELETE = {"updates", "passcodes", "beds"}
ALLOWED_PRAGMAS = {
    # sqlite-utils turns this on for each connection it wraps
    ("recursive_triggers", "on"),
    ("wal_checkpoint", "noop"),
    ("wal_checkpoint", "passive"),
    ("wal_checkpoint", "truncate"),
}
ALWAYS_ALLOWED = {
    dbapi2.SQLITE_SELECT,
    dbapi2.SQLITE_READ,
    dbapi2.SQLITE_TRANSACTION,
    dbapi2.SQLITE_SAVEPOINT,
    dbapi2.SQLITE_RECURSIVE,
}
CUT_OFF = "a write was cut off here; the next start takes it back: ectrial run"
PLAIN_WORDS: dict[int, tuple[type[LedgerError], str]] = {
    dbapi2.SQLITE_BUSY: (LedgerBusyError, "another process holds the record; try again"),
    dbapi2.SQLITE_LOCKED: (LedgerBusyError, "another process holds the record; try again"),
    dbapi2.SQLITE_NOTADB: (NotOurLedgerError, "the key is wrong, or this is not our record"),
    dbapi2.SQLITE_CORRUPT: (DamagedLedgerError, "the file of the record is damaged"),
    dbapi2.SQLITE_FULL: (StorageError, "the disk is full; {outcome}"),
    dbapi2.SQLITE_IOERR: (StorageError, "the disk reports an error; {outcome}"),
    dbapi2.SQLITE_READONLY: (
        StorageError,
        "the record cannot be written to: its disk, its folder or it alone is read-only",
    ),
    dbapi2.SQLITE_CANTOPEN: (
        StorageError,
        "the record's file cannot be opened; let the bot's user read and write it and its folder",
    ),
    dbapi2.SQLITE_CONSTRAINT: (RefusedError, "the record refused this; {outcome}"),
    dbapi2.SQLITE_AUTH: (RefusedError, "the record refused this; {outcome}"),
}


class in_plain_words:  # noqa: N801 - it reads as a clause; a generator costs thrice as much
    """Turn the driver's errors into ours, which say what a person can do."""

    def __init__(self, outcome: str = "nothing was recorded") -> None:
        self._outcome = outcome

    def __enter__(self) -> None:
        """Start the guarded part."""

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        """Raise our error in place of the driver's, if there was one."""
        if isinstance(error, dbapi2.Error):
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            kind, words = PLAIN_WORDS.get(code, (LedgerError, "the record could not do this"))
            raise kind(words.format(outcome=self._outcome)) from error
        if isinstance(error, (OverflowError, UnicodeError)):
            raise RefusedError(
                "a text or number that cannot be stored; nothing recorded"
            ) from None


def connect(path: Path, key: str | None = None) -> Connection:
    """Open the file for reading and writing, with durable and strict settings."""
    return _open(f"{_uri(path)}?mode=rw", key, "journal_mode=WAL", *PRAGMAS)


def connect_as_it_is(path: Path, key: str | None = None) -> Connection:
    """Open the file for writing, which takes back what a kill cut off; a copy stays a copy."""
    return _open(f"{_uri(path)}?mode=rw", key, *PRAGMAS)


def connect_read_only(path: Path, key: str | None = None) -> Connection:
    """Open the file so that nothing can be written over this connection."""
    try:
        return _open(f"{_uri(path)}?mode=ro", key, *PRAGMAS, "query_only=ON")
    except StorageError as error:
        if getattr(error.__cause__, "sqlite_errorcode", 0) == dbapi2.SQLITE_READONLY:
            # only to take back what was cut off must a reader write
            raise StorageError(f"{path}: {CUT_OFF}") from None
        raise


def connect_in_memory() -> Connection:
    """Open an empty database that has no file."""
    return _open("file::memory:", None)


def connect_to_rewrite(path: Path, key: str | None = None) -> Connection:
    """Open a copy that nobody else uses, so that nothing of it is written to any other file."""
    memory = ("journal_mode=MEMORY", "temp_store=MEMORY")
    return _open(f"{_uri(path)}?mode=rw", key, *memory, *PRAGMAS)


def write_anew(connection: Connection, to: Path) -> None:
    """Write all data into an empty file whose pages hold nothing that was deleted or changed."""
    with in_plain_words("nothing was redacted"):
        connection.execute("VACUUM INTO ?", [str(to)])


def copy(source: Connection, to: Path, key: str | None, without: str) -> None:
    """Copy all data of this moment into an empty file that needs no other file.

    The copy has no row of the table `without`, which older records do not have.
    """
    with in_plain_words("no copy was made"):
        target = _open(f"{_uri(to)}?mode=rw", key)
        try:
            _copy_in_one_step(source, target)
            _overwrite(target, without)
            # no files beside the copy, so that it can be moved, sent, and read on a read-only disk
            target.execute("PRAGMA journal_mode=DELETE")
        finally:
            target.close()


def _copy_in_one_step(source: Connection, target: Connection) -> None:
    """Copy without pause: in many steps, the copy would restart at every write to the record."""
    try:
        source.backup(target)
    except dbapi2.Error as error:
        # this error has no code, only SQLite's fixed words, such as "database or disk is full"
        raise StorageError(f"no copy was made: {error}") from error


def _overwrite(target: Connection, table: str) -> None:
    """Delete all rows of a table in such a way that no file ever holds them again."""
    has_it = target.execute("SELECT 1 FROM sqlite_master WHERE name = ?", [table]).fetchall()
    if has_it:
        for pragma in ("secure_delete=ON", "journal_mode=MEMORY"):
            target.execute(f"PRAGMA {pragma}")
        target.execute(f"DELETE FROM {table}")


def stands_alone(connection: Connection) -> bool:
    """Whether the file is a copy not yet in use: a record in use has a log."""
    return connection.execute("PRAGMA journal_mode").fetchall() == [("delete",)]


def keep_log(connection: Connection) -> None:
    """Let the file have a log from now on."""
    connection.execute("PRAGMA journal_mode=WAL")


def _uri(path: Path) -> str:
    refuse_endless_files(path)
    return f"file:{quote(str(path.absolute()))}"


def _open(uri: str, key: str | None, *pragmas: str) -> Connection:
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise StorageError(f"this SQLite, {dbapi2.sqlite_version}, is too old to keep the record")
    if key is not None and not RAW_KEY.fullmatch(key):
        raise NotOurLedgerError("the key must be 64 hexadecimal digits")
    with in_plain_words():
        connection = cast(
            "Connection",
            dbapi2.connect(
                uri, uri=True, isolation_level=None, check_same_thread=False, timeout=5
            ),
        )
        try:
            # errors are raised; sqlcipher would also print them
            connection.execute("PRAGMA cipher_log_level=NONE")
            if key is not None:
                connection.execute(f"PRAGMA key = \"x'{key}'\"")
            refuse_endless_views(connection)
            for pragma in pragmas:
                connection.execute(f"PRAGMA {pragma}")
        except BaseException:
            connection.close()
            raise
    return connection


def restrict(connection: Connection) -> None:
    """Allow this connection only the application's own statements, none that rewrite history."""
    connection.set_authorizer(_authorise)


def _authorise(action: int, first: str | None, second: str | None, *_: Any) -> int:
    allowed = (
        action in ALWAYS_ALLOWED
        or (action == dbapi2.SQLITE_INSERT and first in ALLOWED_TO_INSERT)
        or (action == dbapi2.SQLITE_UPDATE and first in ALLOWED_TO_UPDATE)
        or (action == dbapi2.SQLITE_DELETE and first in ALLOWED_TO_DELETE)
        or (action == dbapi2.SQLITE_FUNCTION and second != "load_extension")
        or (action == dbapi2.SQLITE_PRAGMA and (first, second) in ALLOWED_PRAGMAS)
    )
    return cast("int", dbapi2.SQLITE_OK if allowed else dbapi2.SQLITE_DENY)
