"""The files beside a record that are copies of it, and which hold a code or words of a text."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from ectrial.ledger.copies.restore import set_asides
from ectrial.ledger.copies.rotation import copies
from ectrial.ledger.errors import LedgerError
from ectrial.ledger.sqlite import files
from ectrial.ledger.sqlite.driver import Connection, connect_read_only, in_plain_words
from ectrial.ledger.sqlite.parts import NOTE, PART
from ectrial.ledger.tables.mentions import Naming, Written, holds_code, holds_words
from ectrial.ledger.verify import snapshot

# No records: what SQLite and this program keep beside one
BESIDE = (files.LOG, files.SHARED, files.JOURNAL, files.LOCK, NOTE)


class Held(StrEnum):
    """What was found in a file of what is looked for."""

    BY_COPY = "a copy of the record holds it"
    BY_OTHER = "another record holds it"
    UNKNOWN = "it cannot be read, so it may hold it"
    NOT = "it does not hold it"


class Found(NamedTuple):
    """The copies that hold it, other records that do, and files that cannot be read."""

    copies: tuple[Path, ...]
    others: tuple[Path, ...]
    unreadable: tuple[Path, ...]


def holders(
    path: Path,
    folder: Path,
    written: Written,
    key: str | None,
    names: Naming = lambda _: False,
) -> Found:
    """Look for a code, and for texts that name it, in the record's folder and that of the copies.

    Set-aside and unfinished records are copies. By another name a file is a copy if it begins
    with the same entry and no bot has used it.
    """
    with snapshot(path, key) as record, in_plain_words():
        beginning = _beginning(record)

    def holds(record: Connection) -> bool:
        return holds_code(record, written) or holds_words(record, names)

    ours = {*(copy.path for copy in copies(path, folder)), *set_asides(path)}
    part = re.compile(rf"{re.escape(path.stem)}[-.].*{re.escape(PART)}")
    found: dict[Path, Held] = {}
    for file in _candidates(path, folder):
        is_ours = file in ours or part.fullmatch(file.name) is not None
        held, is_of_one = _look(file, holds, key, beginning)
        if held is Held.UNKNOWN and not (is_ours or _may_be_record(file)):
            continue
        found[file] = (
            Held.BY_OTHER if held is Held.BY_COPY and not (is_ours or is_of_one) else held
        )
    return Found(*(_all(found, kind) for kind in (Held.BY_COPY, Held.BY_OTHER, Held.UNKNOWN)))


def _all(found: dict[Path, Held], kind: Held) -> tuple[Path, ...]:
    return tuple(file for file, held in found.items() if held is kind)


def _candidates(path: Path, folder: Path) -> Iterator[Path]:
    places = [path.parent, *([] if _is_same(folder, path.parent) else [folder])]
    for place in places:
        for file in sorted(files.neighbours(place / path.name)):
            with files.told_plainly(file):
                is_record = file.samefile(path)
                is_empty = not file.stat().st_size
            if not (is_record or is_empty or file.is_symlink() or file.name.endswith(BESIDE)):
                yield file


def _is_same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _may_be_record(file: Path) -> bool:
    """Whether a file that cannot be read looks as if it were a record or a copy."""
    try:
        with file.open("rb") as opened:
            return file.suffix == ".db" or opened.read(len(files.HEADER)) == files.HEADER
    except OSError:
        return file.suffix == ".db"


def _look(
    file: Path, is_held: Callable[[Connection], bool], key: str | None, beginning: str
) -> tuple[Held, bool]:
    """Give what a file holds of it, and whether the file is a copy by its first entry."""
    try:
        with closing(connect_read_only(file, key)) as connection, in_plain_words():
            tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
            if not {"_sqlite_migrations", "entries", "chats"} <= tables:
                return Held.NOT, False
            if _is_practice(connection, tables):
                return Held.NOT, False
            holds = is_held(connection)
            is_used = files.beside(file, files.LOCK).exists()
            is_of_one = _beginning(connection) == beginning and not is_used
            return (Held.BY_COPY if holds else Held.NOT), is_of_one
    except LedgerError:
        return Held.UNKNOWN, False


def _is_practice(connection: Connection, tables: set[str]) -> bool:
    worlds = connection.execute("SELECT name FROM world") if "world" in tables else ()
    return list(worlds) == [("practice",)]


def _beginning(connection: Connection) -> str:
    rows = connection.execute("SELECT hash FROM entries WHERE seq = 1").fetchall()
    return str(rows[0][0]) if rows else ""


def delete(found: tuple[Path, ...]) -> None:
    """Delete copies, with the files that SQLite keeps beside them."""
    for file in found:
        with files.told_plainly(file):
            for suffix in ("", files.LOG, files.SHARED, files.JOURNAL):
                files.beside(file, suffix).unlink(missing_ok=True)
