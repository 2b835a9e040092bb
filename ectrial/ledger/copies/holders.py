"""The files beside a record that are copies of it, and which of them hold a subject code."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from ectrial.ledger.copies.restore import set_asides
from ectrial.ledger.copies.rotation import copies
from ectrial.ledger.errors import LedgerError
from ectrial.ledger.sqlite import files
from ectrial.ledger.sqlite.driver import Connection, connect_read_only, in_plain_words
from ectrial.ledger.sqlite.parts import PART
from ectrial.ledger.tables.guards import applied
from ectrial.ledger.tables.texts import STEP


def holders(path: Path, folder: Path, code: str, key: str | None) -> tuple[Path, ...]:
    """Give the copies, set-aside records and unfinished copies that hold a code, or may.

    A file that cannot be read may hold it.
    """
    return tuple(file for file in _candidates(path, folder) if _holds(file, code, key))


def _candidates(path: Path, folder: Path) -> Iterator[Path]:
    yield from (copy.path for copy in copies(path, folder))
    yield from set_asides(path)
    part = re.compile(rf"{re.escape(path.stem)}[-.].*{re.escape(PART)}")
    for place in dict.fromkeys((path.parent, folder)):
        yield from (
            file for file in files.neighbours(place / path.name) if part.fullmatch(file.name)
        )


def _holds(file: Path, code: str, key: str | None) -> bool:
    if file.suffix == PART:
        return True
    try:
        with closing(connect_read_only(file, key)) as connection, in_plain_words():
            return _names(connection, code)
    except LedgerError:
        return True


def _names(connection: Connection, code: str) -> bool:
    tables = ["SELECT 1 FROM entries WHERE subject = :code OR source = :code"]
    if STEP in applied(connection):
        tables.append("SELECT 1 FROM texts WHERE text = :code")
    tables.append("SELECT 1 FROM chats WHERE instr(lower(focus), lower(:code)) > 0")
    return any(
        connection.execute(f"{table} LIMIT 1", {"code": code}).fetchall() for table in tables
    )


def delete(found: tuple[Path, ...]) -> None:
    """Delete copies, with the files that SQLite keeps beside them."""
    for file in found:
        with files.told_plainly(file):
            for suffix in ("", files.LOG, files.SHARED, files.JOURNAL):
                files.beside(file, suffix).unlink(missing_ok=True)
