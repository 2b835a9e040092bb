"""The requests for a signature that wait, so that a turn reads only the entries added since."""

from threading import Lock
from typing import NamedTuple

from ectrial.ledger.errors import DamagedLedgerError
from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.entries import of_kinds
from ectrial.record.signatures import OF_REQUESTS, ToSign, with_requests
from ectrial.record.subjects import ScreeningId

_OF_ONE = "coalesce((SELECT max(seq) FROM entries WHERE kind = ?), 0)"
# one look into the index for each kind, however many entries there are
LATEST = (
    f"SELECT seq, hash FROM entries WHERE seq = max({', '.join(_OF_ONE for _ in OF_REQUESTS)})"
)


class Cached(NamedTuple):
    """What waits after the entry with this number and hash, which covers every entry before it."""

    seq: int
    hash: str
    waiting: dict[ScreeningId, ToSign]


class RequestCache:
    """Reads what waits, from any thread and over connections that see different states."""

    def __init__(self) -> None:
        self._cached = Cached(0, "", {})
        self._lock = Lock()

    def waiting(self, connection: Connection, site: str, person: int) -> tuple[ToSign, ...]:
        """Give the requests to a person at a site; DamagedLedgerError if they cannot be read."""
        found = self._present(connection).values()
        return tuple(each for each in found if each.id.site == site and each.to == person)

    def _present(self, connection: Connection) -> dict[ScreeningId, ToSign]:
        latest = connection.execute(LATEST, OF_REQUESTS).fetchall()
        if not latest:
            return {}
        seq, hash_ = latest[0]
        with self._lock:
            cached = self._cached
        if (cached.seq, cached.hash) == (seq, hash_):
            return cached.waiting
        # what was rolled back, or is later than this connection sees, is no beginning
        if cached.seq > seq or not _has(connection, cached):
            cached = Cached(0, "", {})
        try:
            waiting = with_requests(cached.waiting, of_kinds(connection, OF_REQUESTS, cached.seq))
        except (KeyError, TypeError, ValueError):
            raise DamagedLedgerError("the requests for signatures cannot be read") from None
        with self._lock:
            self._cached = Cached(seq, hash_, waiting)
        return waiting


def _has(connection: Connection, cached: Cached) -> bool:
    rows = connection.execute("SELECT hash FROM entries WHERE seq = ?", [cached.seq])
    return rows.fetchall() == [(cached.hash,)]
