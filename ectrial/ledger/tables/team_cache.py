"""The team as it was last computed, so that a turn reads only the entries added since."""

from threading import Lock
from typing import NamedTuple

from ectrial.ledger.errors import DamagedLedgerError
from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.entries import of_kinds
from ectrial.record.team import Team
from ectrial.record.team_folding import OF_THE_TEAM, fold_team

LATEST = (
    "SELECT seq, hash FROM entries WHERE seq = (SELECT max(seq) FROM entries WHERE kind IN"
    f" ({', '.join('?' * len(OF_THE_TEAM))}))"
)


class Cached(NamedTuple):
    """A team up to the entry with this number and hash, which covers every entry before it."""

    seq: int
    hash: str
    team: Team


class TeamCache:
    """Reads the team of one site, from any thread; its connections may see different states."""

    def __init__(self, site: str) -> None:
        self._site = site
        self._cached = Cached(0, "", Team())
        self._lock = Lock()

    def team(self, connection: Connection) -> Team:
        """Give the team as this connection sees it; DamagedLedgerError if it cannot be read."""
        latest = connection.execute(LATEST, OF_THE_TEAM).fetchall()
        if not latest:
            return Team()
        seq, hash_ = latest[0]
        with self._lock:
            cached = self._cached
        if (cached.seq, cached.hash) == (seq, hash_):
            return cached.team
        # from the first on: few entries are about the team, and they change rarely
        try:
            team = fold_team(of_kinds(connection, OF_THE_TEAM, self._site))
        except (KeyError, TypeError, ValueError):
            raise DamagedLedgerError("the entries about the team cannot be read") from None
        with self._lock:
            self._cached = Cached(seq, hash_, team)
        return team
