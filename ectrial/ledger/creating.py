"""Makes a new record in one step, where nothing is; what an earlier record has left is named."""

from contextlib import closing
from pathlib import Path
from typing import Literal

from ectrial.ledger.copies.restore import is_decided, set_asides
from ectrial.ledger.copies.rotation import copies
from ectrial.ledger.errors import NoLedgerError
from ectrial.ledger.sqlite import files
from ectrial.ledger.sqlite.connections import transaction
from ectrial.ledger.sqlite.driver import connect_as_it_is, in_plain_words
from ectrial.ledger.sqlite.parts import (
    part_of,
    put_where_nothing_is,
    remove_logs,
    sweep,
    unnoted,
)
from ectrial.ledger.tables.entries import BEGINNING
from ectrial.ledger.tables.schema import bring_up_to_date
from ectrial.record.entries import Via

WorldName = Literal["practice", "real"]


def create(path: Path, world: WorldName, key: str | None = None) -> None:
    """Make the record whole or not at all; raises StorageError if there is a file already."""
    with files.told_plainly(path):
        files.make_folder(path.parent)
    with part_of(path, path) as part:
        with (
            closing(connect_as_it_is(part, key)) as connection,
            in_plain_words(),
            transaction(connection),
        ):
            bring_up_to_date(connection)
            connection.execute("INSERT INTO world (id, name) VALUES (1, ?)", [world])
            # as every opening notes it: a record without the note was tampered with
            connection.execute("INSERT INTO checked (id, seq, hash) VALUES (1, ?, ?)", BEGINNING)
        put_where_nothing_is(part, path)


def make_missing(path: Path, via: Via, key: str | None, *, may_create: bool) -> None:
    """Make the record if there is none, or raise NoLedgerError if none may be made."""
    sweep(path)
    if files.is_there(path) or is_decided(path):
        return
    if not may_create:
        raise NoLedgerError(f"there is no record {path}")
    remove_logs(path)
    create(path, "practice" if via == "sandbox" else "real", key)


def remains(path: Path, folder: Path) -> tuple[Path, ...]:
    """Give what an earlier record has left beside its path and in its folder of copies."""
    sweep(path)
    suffixes = (files.LOCK, files.LOG, files.SHARED, files.JOURNAL, files.RESTORED)
    beside = [files.beside(path, suffix) for suffix in suffixes]
    return (
        *(file for file in beside if file.exists()),
        *unnoted(path),
        *set_asides(path),
        *(copy.path for copy in copies(path, folder)),
    )
