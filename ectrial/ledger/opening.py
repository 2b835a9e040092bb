"""Conditions to check before the record is used: complete, ours, guarded, of the right world."""

import logging
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from itertools import chain
from pathlib import Path

from ectrial.ledger.copies.restore import finish
from ectrial.ledger.copies.rotation import keep_copy
from ectrial.ledger.errors import (
    DamagedLedgerError,
    LedgerError,
    NewerLedgerError,
    NotOurLedgerError,
    RefusedError,
)
from ectrial.ledger.sqlite import files
from ectrial.ledger.sqlite.connections import transaction
from ectrial.ledger.sqlite.driver import (
    Connection,
    connect,
    connect_as_it_is,
    in_plain_words,
    keep_log,
    stands_alone,
)
from ectrial.ledger.sqlite.parts import sweep_unnoted
from ectrial.ledger.tables import (
    chats,
    due,
    guards,
    listing,
    listing_checks,
    queries,
    texts,
    world,
)
from ectrial.ledger.tables.entries import BEGINNING, Head, head
from ectrial.ledger.tables.rows import instant
from ectrial.ledger.tables.schema import bring_up_to_date, is_ahead, is_behind
from ectrial.ledger.verify import Break, broken_links, broken_storage, checked_head, lost_head
from ectrial.record.entries import Via

logger = logging.getLogger(__name__)

# Telegram keeps an update for a day, and may reuse its number after a quiet week
UPDATES_REMEMBERED = timedelta(days=8)
# About 35,000 entries, which take 1.5 s to check
CHECKED_WHOLE = 16 * 2**20


def prepare(path: Path, via: Via, now: datetime, key: str | None, copies: Path) -> None:
    """Migrate the record and check it; what a kill cut off is finished or taken back first."""
    finish(path, now)
    files.make_private(path)
    sweep_unnoted(path)
    with (
        _what_cannot_be_read_is_damaged(),
        # for writing from the beginning: a reader may not take back what was cut off
        closing(connect_as_it_is(path, key)) as connection,
        in_plain_words(),
    ):
        _keep_what_is_migrated(connection, path, now, key, copies)
        with _changing(connection):
            was_behind = is_behind(connection)
            bring_up_to_date(connection)
            _check_guards(connection)
            world.enter(connection, "practice" if via == "sandbox" else "real", path)
            # before the check of the contents, which such a row fails
            if mended := chats.mend(connection, now):
                logger.error("%d chats could not be read: they begin anew", mended)
            _check_contents(connection, was_migrated=was_behind)
            forgotten = instant(now - UPDATES_REMEMBERED)
            connection.execute("DELETE FROM updates WHERE seen_at < ?", [forgotten])
            due.reopen(connection)
            if stands_alone(connection):
                _leave_old_cards_behind(connection, now)
        # last, so that a copy is known as one until its cards are left behind
        keep_log(connection)


def note_checked(path: Path, checked: Head, key: str | None = None) -> None:
    """Note the head up to which the chain was checked; the next opening continues there."""
    with closing(connect(path, key)) as connection, _changing(connection):
        if not list(lost_head(connection, checked)):
            _note(connection, checked)


@contextmanager
def _changing(connection: Connection) -> Iterator[None]:
    with in_plain_words(), transaction(connection):
        yield


@contextmanager
def _what_cannot_be_read_is_damaged() -> Iterator[None]:
    try:
        yield
    except LedgerError as error:
        if type(error) not in (LedgerError, RefusedError):
            raise
        raise DamagedLedgerError("the record is damaged: it cannot be read") from error


def _keep_what_is_migrated(
    connection: Connection, path: Path, now: datetime, key: str | None, copies: Path
) -> None:
    """Copy a record before its tables change; if the copy fails, the tables do not change."""
    _refuse_foreign(connection)
    if is_ahead(connection):
        raise NewerLedgerError(f"{path} was written by a newer version of ectrial; use that")
    if is_behind(connection):
        keep_copy(path, copies, now, "before-migration", key)


def _refuse_foreign(connection: Connection) -> None:
    """Refuse another database, and one without tables: a record never had none."""
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if "_sqlite_migrations" not in names:
        raise NotOurLedgerError("this file is a database, but not our record")


def _leave_old_cards_behind(connection: Connection, now: datetime) -> None:
    """Make all buttons outdated that were shown after this copy was made.

    Their rounds would be used again, so rounds continue from the second of the restore. Texts are
    no longer taken for a question that was shown before.
    """
    connection.execute(
        "UPDATE chats SET round = max(round, ?), shown = NULL, asks = NULL", [int(now.timestamp())]
    )


def _check_guards(connection: Connection) -> None:
    faults = guards.faults(connection)
    if faults:
        raise DamagedLedgerError(f"the record is not guarded as it was: {'; '.join(faults)}")


def _check_contents(connection: Connection, *, was_migrated: bool) -> None:
    """Check a small record completely, a larger one from its last checked entry."""
    checked = checked_head(connection)
    ((size,),) = connection.execute(
        "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
    )
    is_small = size <= CHECKED_WHOLE
    faults = chain(
        broken_storage(connection, "integrity_check") if is_small else (),
        lost_head(connection, checked),
        broken_links(connection, BEGINNING if is_small else checked),
        map(Break, texts.faults(connection)) if is_small else (),
    )
    for fault in faults:
        raise DamagedLedgerError(f"the record is damaged: {fault.fault}")
    _note(connection, head(connection))
    if _agree(connection, is_small=is_small):
        return
    for ahead in listing_checks.ahead(connection, by_rows=is_small):
        raise DamagedLedgerError(f"the record is damaged: {ahead}; its end may have been cut off")
    listing.rebuild(connection)
    queries.rebuild(connection)
    if not was_migrated:
        logger.error("the list of screenings did not agree with its entries: it was written anew")


def _agree(connection: Connection, *, is_small: bool) -> bool:
    """Whether the lists of screenings and of open items are those of the entries."""
    if not (listing_checks.is_current(connection) and queries.is_current(connection)):
        return False
    if not is_small:
        return True
    return not (any(listing_checks.faults(connection)) or any(queries.faults(connection)))


def _note(connection: Connection, checked: Head) -> None:
    connection.execute(
        "INSERT INTO checked (id, seq, hash) VALUES (1, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash",
        checked,
    )
