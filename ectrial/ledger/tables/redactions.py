"""Redactions: which rows were changed after they were written, and the entry that says so."""

from collections.abc import Mapping
from typing import NamedTuple

from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.chain import Cell, Row, link, parsed
from ectrial.ledger.tables.texts import MARK, Place
from ectrial.record.entries import JSON, Kind


class Redacted(NamedTuple):
    """One row: its hash as it was written, and the hash of what is left of it."""

    seq: int
    hash: str
    left: str


class Redaction(NamedTuple):
    """One redaction, as its entry tells it."""

    seq: int
    hash: str
    at_utc: str
    place: Place
    reason: str | None
    number: int | None
    """The number of the code, or of the text, that was redacted."""
    rows: tuple[Redacted, ...]
    with_answers: bool
    copies_deleted: int
    is_text: bool


class Deletion(NamedTuple):
    """Copies deleted for a code that they alone held, as the entry tells it."""

    seq: int
    reason: str | None
    copies: int


def redactions(connection: Connection) -> tuple[Redaction, ...]:
    """Give every redaction, the first one first."""
    rows = connection.execute(
        "SELECT seq, hash, at_utc, site, trial, reason, item, value FROM entries"
        " WHERE kind = ? ORDER BY seq",
        [Kind.REDACTED],
    )
    found = []
    for seq, hash_, at_utc, site, trial, reason, item, value in rows:
        try:
            number = None if item is None else int(item.removeprefix(MARK))
            told = _told(parsed(value), seq)
            found.append(Redaction(seq, hash_, at_utc, (site, trial), reason, number, *told))
        except (AttributeError, KeyError, TypeError, ValueError):
            # it allows nothing, and the chain tells if it was altered
            continue
    return tuple(found)


def deletions(connection: Connection) -> tuple[Deletion, ...]:
    """Give every deletion of copies that was no part of a redaction, the first one first."""
    rows = connection.execute(
        "SELECT seq, reason, value FROM entries WHERE kind = ? ORDER BY seq", [Kind.COPIES_DELETED]
    )
    found = []
    for seq, reason, value in rows:
        try:
            found.append(Deletion(seq, reason, int(parsed(value)["copies"])))
        except (KeyError, TypeError, ValueError):
            # the chain tells if it was altered
            continue
    return tuple(found)


def _told(value: JSON, before: int) -> tuple[tuple[Redacted, ...], bool, int, bool]:
    rows = tuple(Redacted(*row) for row in value["rows"])
    earlier = tuple(row for row in rows if row.seq < before)
    is_text = bool(value.get("is_text", False))
    return earlier, bool(value["with_answers"]), int(value["copies_deleted"]), is_text


def redacted_rows(connection: Connection) -> Mapping[int, Redacted]:
    """Give every redacted row, by its number, as the latest redaction left it."""
    return {row.seq: row for each in redactions(connection) for row in each.rows}


def is_as_written(row: Row, redacted: Mapping[int, Redacted]) -> bool:
    """Whether a row is as it was written or, if it was redacted, as the redaction left it."""
    seq: Cell = row["seq"]
    noted = redacted.get(seq) if isinstance(seq, int) else None
    if noted is None:
        return row["hash"] == link(row)
    return (row["hash"], link(row)) == (noted.hash, noted.left)
