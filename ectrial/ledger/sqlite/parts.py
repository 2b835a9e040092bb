"""Unfinished files: each becomes a record or a copy in one step, or is swept after a kill."""

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from secrets import token_hex

from ectrial.ledger.errors import StorageError
from ectrial.ledger.sqlite.files import (
    JOURNAL,
    LOG,
    OWNER_ALONE,
    SHARED,
    beside,
    neighbours,
    told_plainly,
)

PART = ".part"
# Beside the record: leads to a part, wherever that is, and is locked while the part is worked on
NOTE = ".unfinished"
LONGEST_PATH = 2**16


@contextmanager
def part_of(path: Path, record: Path) -> Iterator[Path]:
    """Give a new empty file beside the path, to become that file; it is deleted at the end.

    It may hold the whole record, so what a killed process left of it is found by its note.
    """
    sweep(record)
    word = token_hex(4)
    part = beside(path, f".{word}{PART}")
    with _noted(part, beside(record, f".{word}{NOTE}")):
        with told_plainly(path):
            os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ALONE))
        try:
            yield part
        finally:
            _remove(part)


@contextmanager
def _noted(part: Path, note: Path) -> Iterator[None]:
    try:
        number = os.open(note, os.O_CREAT | os.O_EXCL | os.O_RDWR, OWNER_ALONE)
    except OSError:
        # the last copy of a disk that takes nothing any more must not fail for want of a note
        yield
        return
    try:
        with told_plainly(note):
            fcntl.flock(number, fcntl.LOCK_EX)
            os.write(number, os.fsencode(part.absolute()))
            os.fsync(number)
        yield
    finally:
        note.unlink(missing_ok=True)
        os.close(number)


def sweep(record: Path) -> None:
    """Delete what killed processes left unfinished; a part that is being worked on stays.

    What cannot be deleted now keeps its note, and nobody from starting.
    """
    for note in record.parent.glob(f"{escape(record.name)}.*{NOTE}"):
        with suppress(OSError):
            _sweep(note)


def _sweep(note: Path) -> None:
    number = os.open(note, os.O_RDONLY)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        part = Path(os.fsdecode(os.read(number, LONGEST_PATH)))
        # a note without a path was cut off before there was a part
        if part.suffix == PART:
            _remove(part)
        note.unlink()
    finally:
        os.close(number)


def unnoted(record: Path) -> tuple[Path, ...]:
    """Give the parts beside a record that version 0.3 or older has left, without a note."""
    shape = re.compile(rf"{re.escape(record.name)}\.([a-z0-9_]+){re.escape(PART)}")
    found = [(shape.fullmatch(file.name), file) for file in neighbours(record)]
    return tuple(
        file for name, file in found if name and not beside(record, f".{name[1]}{NOTE}").exists()
    )


def sweep_unnoted(record: Path) -> None:
    """Delete them: the record is there, so that none of them is all that there is."""
    for part in unnoted(record):
        with suppress(OSError):
            _remove(part)


def _remove(part: Path) -> None:
    for suffix in (JOURNAL, LOG, SHARED, ""):
        beside(part, suffix).unlink(missing_ok=True)


def put_in_place(part: Path, path: Path) -> None:
    """Give the finished part its final name, durable after a power cut."""
    with told_plainly(path):
        sync(part, os.O_RDWR)
        part.replace(path)
        sync(path.parent)


def put_where_nothing_is(part: Path, path: Path) -> None:
    """Give the finished part its final name, unless there is a file of that name."""
    with told_plainly(path):
        sync(part, os.O_RDWR)
        try:
            path.hardlink_to(part)
        except OSError:
            # some disks know no second names
            if path.exists() or path.is_symlink():
                raise StorageError(
                    f"{path} is there already, and no file is written over"
                ) from None
            part.replace(path)
        sync(path.parent)


def keep_as(file: Path, name: Path, record: Path) -> None:
    """Give a file of the record a second name; where the disk knows none, a copy has that name."""
    with told_plainly(file):
        try:
            name.hardlink_to(file)
        except OSError:
            with part_of(name, record) as part:
                shutil.copyfile(file, part)
                put_in_place(part, name)


def remove_logs(record: Path) -> None:
    """Delete journal and log: SQLite would apply them to whatever is at the path next."""
    with told_plainly(record):
        for suffix in (JOURNAL, LOG, SHARED):
            beside(record, suffix).unlink(missing_ok=True)


def sync(path: Path, flags: int = os.O_RDONLY) -> None:
    """Wait until the file, or the names in a folder, would outlast a power cut."""
    number = os.open(path, flags)
    try:
        os.fsync(number)
    finally:
        os.close(number)
