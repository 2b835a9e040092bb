"""Heads by their hash alone: that of one trial, and the entry that has a noted one."""

from datetime import datetime

from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.entries import head
from ectrial.record.anchors import Anchor
from ectrial.record.entries import Kind


def of_trial(connection: Connection, trial: str) -> str:
    """Give the hash of the last entry of a trial, which covers all before it.

    Where none names the trial, as in a record of version 0.1.0, it is that of the last of all.
    """
    rows = connection.execute(
        "SELECT hash FROM entries WHERE trial = ? ORDER BY seq DESC LIMIT 1", [trial]
    )
    return next((str(hash_) for (hash_,) in rows.fetchall()), head(connection)[1])


def of_paper(connection: Connection, trial: str, upto: int) -> str:
    """Give the hash of a trial's last entry up to an entry, but for entries of papers given out.

    So a paper made twice of the same record is the same. Empty where nothing names the trial.
    """
    return _last_of_paper(connection, trial, upto)[0]


def moment_of_paper(connection: Connection, trial: str, upto: int) -> datetime | None:
    """Give the moment of that entry: a paper is of then, whenever it is made."""
    at = _last_of_paper(connection, trial, upto)[1]
    return datetime.fromisoformat(at) if at else None


def _last_of_paper(connection: Connection, trial: str, upto: int) -> tuple[str, str]:
    rows = connection.execute(
        "SELECT hash, at_utc FROM entries WHERE trial = ? AND kind <> ? AND seq <= ?"
        " ORDER BY seq DESC LIMIT 1",
        [trial, Kind.EXPORTED, upto],
    )
    return next(((str(hash_), str(at)) for hash_, at in rows.fetchall()), ("", ""))


def numbered(connection: Connection, anchor: Anchor) -> Anchor:
    """Give an anchor without a number that of its entry; 0 stays where there is none."""
    if anchor.seq:
        return anchor
    rows = connection.execute(
        "SELECT seq FROM entries WHERE substr(hash, 1, length(?1)) = ?1", [anchor.hash]
    )
    return next((Anchor(seq, anchor.hash) for (seq,) in rows.fetchall()), anchor)
