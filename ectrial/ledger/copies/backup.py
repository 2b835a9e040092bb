"""Copies of a record: made while it is in use, checked, and never incomplete."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ectrial.ledger.errors import DamagedLedgerError, StorageError
from ectrial.ledger.sqlite import files, parts
from ectrial.ledger.sqlite.driver import connect_read_only, copy, in_plain_words
from ectrial.ledger.sqlite.place import refuse_taken_away
from ectrial.ledger.tables import beds
from ectrial.ledger.tables.entries import Head
from ectrial.ledger.verify import Verification, verify_file

Check = Callable[[Path, str | None], Verification]


def back_up(path: Path, to: Path, key: str | None = None, check: Check = verify_file) -> Head:
    """Copy the record to a new file with the same key; give the head of the copy.

    The record stays usable meanwhile. If the copy cannot be checked, it is removed. A file that
    was put in the place of the open record is not copied.
    """
    _refuse_place(path, to)
    refuse_taken_away(path)
    with checked_copy(path, to, path, key, check) as (part, head):
        _refuse_place(path, to)
        refuse_taken_away(path)
        parts.put_in_place(part, to)
    return head


@contextmanager
def checked_copy(
    path: Path, to: Path, record: Path, key: str | None, check: Check
) -> Iterator[tuple[Path, Head]]:
    """Give an unnamed copy and its head; the copy is deleted unless it is put in place.

    A note beside the record leads to it meanwhile.
    """
    if not path.is_file():
        raise StorageError(f"there is no record {path}")
    if not to.parent.is_dir():
        raise StorageError(f"there is no folder {to.parent}")
    with closing(connect_read_only(path, key)) as source, parts.part_of(to, record) as part:
        with in_plain_words():
            ((size,),) = source.execute(
                "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
            )
        files.have_room(to.parent, size)
        copy(source, part, key, without=beds.NAME)
        found = check(part, key)
        if not found.holds:
            raise DamagedLedgerError(
                f"no copy was made: {path} is damaged ({found.breaks[0].fault});"
                " ectrial verify tells more"
            )
        yield part, found.head


def _refuse_place(path: Path, to: Path) -> None:
    """Refuse the record itself, any file that SQLite reads as part of it, and existing files."""
    ours = {files.beside(path.resolve(), suffix) for suffix in files.OURS}
    if to.resolve() in ours:
        raise StorageError(f"{to} is the record's own place; give another file")
    if to.exists() or to.is_symlink():
        raise StorageError(f"{to} is there already, and no file is written over; give another")
