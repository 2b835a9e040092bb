"""What is computed from few kinds of entries, kept so that a turn reads only those added since."""

from collections.abc import Callable, Iterable
from threading import Lock
from typing import Generic, NamedTuple, TypeVar

from ectrial.ledger.errors import DamagedLedgerError
from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.entries import of_kinds
from ectrial.record.entries import Entry, Kind

State = TypeVar("State")
# A kind stands in the words: SQLite would plan the statement anew for each value that is bound,
# as the value decides whether the index of the openings serves
OF_ONE = "coalesce((SELECT seq FROM entries WHERE kind = '{}' ORDER BY seq DESC LIMIT 1), 0)"


class Cached(NamedTuple, Generic[State]):
    """A state up to the entry with this number and hash, which covers every entry before it."""

    seq: int
    hash: str
    state: State


class FoldCache(Generic[State]):
    """Reads the state of one site, from any thread; its connections may see different records.

    `fold` gives the state after entries, onto the state before them.
    """

    def __init__(
        self,
        site: str,
        kinds: tuple[Kind, ...],
        fold: Callable[[Iterable[Entry], State], State],
        empty: State,
        about: str,
    ) -> None:
        self._site, self._kinds, self._fold, self._about = site, kinds, fold, about
        self._empty = Cached(0, "", empty)
        self._cached = self._empty
        self._lock = Lock()
        # one look into the index for each kind, however many entries there are
        last = ", ".join(map(OF_ONE.format, kinds))
        self._latest = f"SELECT seq, hash FROM entries WHERE seq = max(0, {last})"

    def state(self, connection: Connection) -> State:
        """Give the state as this connection sees it; DamagedLedgerError if it cannot be read."""
        latest = connection.execute(self._latest).fetchall()
        if not latest:
            return self._empty.state
        seq, hash_ = latest[0]
        with self._lock:
            cached = self._cached
        if (cached.seq, cached.hash) == (seq, hash_):
            return cached.state
        # what was rolled back, or is later than this connection sees, is no beginning
        before = cached if cached.seq < seq and _has(connection, cached) else self._empty
        added = of_kinds(connection, self._kinds, self._site, before.seq)
        try:
            state = self._fold(added, before.state)
        except (KeyError, TypeError, ValueError):
            raise DamagedLedgerError(f"the entries about {self._about} cannot be read") from None
        with self._lock:
            self._cached = Cached(seq, hash_, state)
        return state


def _has(connection: Connection, cached: Cached[State]) -> bool:
    """Whether what was folded before is the beginning of what this connection sees."""
    known = "SELECT 1 FROM entries WHERE seq = ? AND hash = ?"
    return bool(connection.execute(known, [cached.seq, cached.hash]).fetchall())
