"""Screenings already computed, so that a turn reads only the entries added since.

Each is cached under the hash of its last entry. That hash covers every earlier entry, so a cached
screening is used only if the record has the same entries; otherwise all entries are read again.
"""

from collections import OrderedDict
from threading import Lock
from typing import NamedTuple

from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.entries import linked_from
from ectrial.ledger.tables.listing import folded
from ectrial.ledger.tables.rows import entry_of
from ectrial.record.screenings import Screening
from ectrial.record.subjects import ScreeningId

# More than a team works on at once; each takes about 20 kB
MOST_CACHED = 256


class Cached(NamedTuple):
    """A screening up to the entry with this number and hash."""

    seq: int
    hash: str
    screening: Screening | None


class ScreeningCache:
    """Reads screenings, from any thread and over connections that see different states."""

    def __init__(self, most_cached: int = MOST_CACHED) -> None:
        self._most_cached = most_cached
        self._cached: OrderedDict[ScreeningId, Cached] = OrderedDict()
        self._lock = Lock()

    def screening(self, connection: Connection, id_: ScreeningId) -> Screening | None:
        """Give one screening, computed from the entries that this connection sees."""
        with self._lock:
            cached = self._cached.get(id_)
        rows = [] if cached is None else linked_from(connection, id_, cached.seq)
        if cached is None or not rows or rows[0][-1] != cached.hash:
            cached, rows = None, linked_from(connection, id_, 0)
        else:
            del rows[0]
        if rows:
            entries = (entry_of(cells) for *cells, _ in rows)
            screening = folded(entries, cached and cached.screening)
            cached = Cached(rows[-1][0], rows[-1][-1], screening)
        self._remember(id_, cached)
        return cached and cached.screening

    def _remember(self, id_: ScreeningId, cached: Cached | None) -> None:
        with self._lock:
            self._cached.pop(id_, None)
            if cached is not None:
                self._cached[id_] = cached
            while len(self._cached) > self._most_cached:
                self._cached.popitem(last=False)
