"""What screenings add up to, so that a turn reads of the record only what was added since.

Each is kept under the hash of the last entry in it. That hash covers every entry before it, so
what is kept is taken up only where those very entries are recorded; else all is read anew.
"""

from collections import OrderedDict
from threading import Lock
from typing import NamedTuple

from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.entries import linked_from
from ectrial.ledger.tables.listing import folded
from ectrial.ledger.tables.rows import entry_of
from ectrial.record.screenings import Screening

# More than a team has in hand; each takes about 20 kB
MOST_KEPT = 256


class Kept(NamedTuple):
    """A screening up to the entry with this number and hash."""

    seq: int
    hash: str
    screening: Screening | None


class Folds:
    """Reads screenings, from any thread and over connections that see different states."""

    def __init__(self, most_kept: int = MOST_KEPT) -> None:
        self._most_kept = most_kept
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._lock = Lock()

    def screening(self, connection: Connection, name: str) -> Screening | None:
        """Give one screening as its entries add up in what this connection sees."""
        with self._lock:
            kept = self._kept.get(name)
        rows = [] if kept is None else linked_from(connection, name, kept.seq)
        if kept is None or not rows or rows[0][0] != kept.hash:
            kept, rows = None, linked_from(connection, name, 0)
        else:
            del rows[0]
        if rows:
            screening = folded((entry_of(cells) for _, *cells in rows), kept and kept.screening)
            kept = Kept(rows[-1][1], rows[-1][0], screening)
        self._keep(name, kept)
        return kept and kept.screening

    def _keep(self, name: str, kept: Kept | None) -> None:
        with self._lock:
            self._kept.pop(name, None)
            if kept is not None:
                self._kept[name] = kept
            while len(self._kept) > self._most_kept:
                self._kept.popitem(last=False)
