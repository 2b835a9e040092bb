"""Whether a copy is of the record that it is to replace."""

from bisect import bisect_left
from pathlib import Path

from ectrial.ledger.errors import LedgerError, MixedWorldsError, OtherHistoryError
from ectrial.ledger.sqlite.driver import Connection, in_plain_words
from ectrial.ledger.tables.entries import head
from ectrial.ledger.verify import snapshot


def refuse_other_world(copy: Path, part: Path, path: Path, key: str | None) -> None:
    """Refuse a practice copy: its answers are no answers of patients."""
    with snapshot(part, key) as connection, in_plain_words():
        worlds = connection.execute("SELECT name FROM world").fetchall()
    if worlds == [("practice",)]:
        raise MixedWorldsError(f"{copy} is a practice record; {path} is the place of the real one")


def refuse_other_history(copy: Path, part: Path, path: Path, key: str | None) -> None:
    """Refuse a copy that is neither an earlier nor a later state of the record in its place.

    A record that cannot be read is not compared: to replace it is what a copy is for.
    """
    if not path.exists():
        return
    try:
        with snapshot(path, key) as present, snapshot(part, key) as other, in_plain_words():
            ours, theirs = head(present)[0], head(other)[0]
            common = _in_common(present, other, min(ours, theirs))
    except LedgerError:
        return
    if common < min(ours, theirs):
        raise OtherHistoryError(
            f"{copy}, of {theirs} entries, is no part of the record {path}, of {ours}, and the"
            f" record no part of it: {f'only {common}' if common else 'none'} of their first"
            " entries are the same"
        )


def _in_common(present: Connection, other: Connection, most: int) -> int:
    """Count the first entries that are the same; each hash covers all entries before it."""
    numbers = range(1, most + 1)
    return bisect_left(numbers, 1, key=lambda seq: _hash_of(present, seq) != _hash_of(other, seq))


def _hash_of(connection: Connection, seq: int) -> str:
    rows = connection.execute("SELECT hash FROM entries WHERE seq = ?", [seq]).fetchall()
    return str(rows[0][0]) if rows else ""
