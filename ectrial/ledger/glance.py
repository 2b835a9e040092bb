"""The state of a record for an operator, read while the bot may have the record open."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ectrial.ledger.errors import DamagedLedgerError
from ectrial.ledger.opening import CHECKED_WHOLE
from ectrial.ledger.sqlite import files
from ectrial.ledger.sqlite.driver import Connection, in_plain_words
from ectrial.ledger.tables import guards, listing
from ectrial.ledger.tables.entries import Head, head
from ectrial.ledger.tables.starts import last_start
from ectrial.ledger.verify import (
    broken_links,
    broken_storage,
    checked_head,
    lost_head,
    snapshot,
)
from ectrial.record.entries import Entry
from ectrial.record.screenings import Status


@dataclass(frozen=True, slots=True)
class Glance:
    """A record at one moment, without data of any subject."""

    screenings: Mapping[Status, int]
    sites: Mapping[str, int]
    """The number of screenings of each site."""
    head: Head
    last_at: datetime | None
    started: Entry | None = None
    """The entry of the bot's last start."""


def glance(path: Path, key: str | None = None) -> Glance:
    """Look without writing; raises LedgerError for a fault that is quick to find.

    This checks guards and the chain since its last check, and the pages of a small record.
    `verify` checks everything.
    """
    with snapshot(path, key) as connection, in_plain_words():
        for fault in _faults(connection, is_small=path.stat().st_size <= CHECKED_WHOLE):
            raise DamagedLedgerError(f"the record is damaged: {fault}")
        last = head(connection)
        counted = listing.count_by_status(connection), listing.count_by_site(connection)
        return Glance(*counted, last, _time_of(connection, last), last_start(connection))


def _faults(connection: Connection, *, is_small: bool) -> list[str]:
    checked = checked_head(connection)
    breaks = [
        *(broken_storage(connection) if is_small else ()),
        *lost_head(connection, checked),
        *broken_links(connection, checked),
    ]
    return [*guards.faults(connection), *(each.fault for each in breaks)]


def _time_of(connection: Connection, last: Head) -> datetime | None:
    rows = connection.execute("SELECT at_utc FROM entries WHERE seq = ?", [last[0]]).fetchall()
    return datetime.fromisoformat(rows[0][0]) if rows else None


def room(path: Path) -> int:
    """Give the free bytes on the record's disk, without the reserve that copies must leave."""
    with files.told_plainly(path):
        return shutil.disk_usage(path.parent).free - files.RESERVE
