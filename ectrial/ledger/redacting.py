"""Redacts a subject code or free texts in the record, while no other process has it open."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from ectrial.ledger.copies.forgetting import forget_drafts, forget_naming
from ectrial.ledger.copies.redacted_since import OPERATOR
from ectrial.ledger.copies.redaction import Changed, Done, Wish, rewrite, written_anew
from ectrial.ledger.errors import StorageError
from ectrial.ledger.ledger import Ledger
from ectrial.ledger.opening import prepare
from ectrial.ledger.sqlite import files, parts
from ectrial.ledger.sqlite.driver import Connection, connect, in_plain_words
from ectrial.ledger.tables.mentions import (
    FreeText,
    Naming,
    Subject,
    Written,
    chats_naming,
    chats_with,
    free_texts,
    meant,
    subjects,
)
from ectrial.ledger.verify import snapshot
from ectrial.record.entries import Kind, NewEntry, Reason


class Whereabouts(NamedTuple):
    """All subjects on file, those with the code and their screenings, and the chats naming it."""

    on_file: frozenset[Subject]
    found: Mapping[Subject, int]
    chats: tuple[int, ...]


def redact(path: Path, wish: Wish, now: datetime, key: str | None, copies: Path) -> Done:
    """Replace the record, in one step, by one without the code; the old file is not kept."""
    return _replaced(path, now, key, copies, lambda record: rewrite(record, wish, now))


def redact_all(
    path: Path,
    wishes: Sequence[Wish],
    now: datetime,
    key: str | None,
    copies: Path,
    names: Naming,
) -> tuple[Done, ...]:
    """Do the same for several at once, and send the chats home that name it in other words."""

    def each(record: Connection) -> tuple[Done, ...]:
        done = tuple(rewrite(record, wish, now) for wish in wishes)
        forget_naming(record, names)
        return done

    return _replaced(path, now, key, copies, each)


def forget_in_chats(
    path: Path,
    written: Written,
    now: datetime,
    key: str | None,
    copies: Path,
    names: Naming,
) -> int:
    """Send the chats home that name a code of which no entry is; give how many there were."""

    def forget(record: Connection) -> int:
        gone = sum(forget_drafts(record, code) for code in written)
        return gone + forget_naming(record, names)

    return _replaced(path, now, key, copies, forget)


def _replaced(
    path: Path,
    now: datetime,
    key: str | None,
    copies: Path,
    change: Callable[[Connection], Changed],
) -> Changed:
    if not path.is_file():
        raise StorageError(f"there is no record {path}")
    with files.held(path):
        prepare(path, "cli", now, key, copies)
        with written_anew(path, path, key, change) as (part, changed):
            _leave_no_log(path, key)
            parts.put_in_place(part, path)
    return changed


def _leave_no_log(path: Path, key: str | None) -> None:
    """Empty the log of the old record, which SQLite would apply to the new one."""
    with closing(connect(path, key)) as connection, in_plain_words("nothing was redacted"):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with files.told_plainly(path):
        log = files.beside(path, files.LOG)
        if log.exists() and log.stat().st_size:
            raise StorageError(f"nothing was redacted: {log} is still in use")
        for suffix in (files.LOG, files.SHARED):
            files.beside(path, suffix).unlink(missing_ok=True)


def note_deletion(ledger: Ledger, trial: str, reason: Reason, deleted: int) -> None:
    """Record that copies were deleted for a code that they alone held; no redaction."""
    said = NewEntry(Kind.COPIES_DELETED, trial, value={"copies": deleted}, reason=reason)
    ledger.append([said], OPERATOR)


def whereabouts(path: Path, written: Written, key: str | None) -> Whereabouts:
    """Look for a code in the record itself, at all sites."""
    with snapshot(path, key) as record, in_plain_words():
        on_file = subjects(record)
        found = meant(on_file, written)
        counts = {
            subject: record.execute(
                "SELECT count(*) FROM screenings WHERE site = ? AND trial = ? AND subject = ?",
                [*subject.place, subject.code],
            ).fetchall()[0][0]
            for subject in found
        }
        return Whereabouts(on_file, counts, chats_naming(record, written))


def texts_with(
    path: Path, names: Naming, key: str | None
) -> tuple[tuple[FreeText, ...], tuple[int, ...]]:
    """Give the free texts of the record that name what is looked for, and the chats that do."""
    with snapshot(path, key) as record, in_plain_words():
        return free_texts(record, names), chats_with(record, names)
