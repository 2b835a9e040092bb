"""Whether a copy is of the record that it is to replace."""

from bisect import bisect_left
from pathlib import Path
from typing import NamedTuple

from ectrial.ledger.errors import LedgerError, MixedWorldsError, OtherHistoryError
from ectrial.ledger.sqlite import files
from ectrial.ledger.sqlite.driver import Connection, in_plain_words
from ectrial.ledger.tables.entries import head
from ectrial.ledger.verify import snapshot

# Of 4,096 bytes of noise all 256 values are seen; of a plain page a half is much
PAGE, MOST_VALUES_OF_A_PLAIN_PAGE = 4096, 250


def refuse_other_world(copy: Path, part: Path, path: Path, key: str | None) -> None:
    """Refuse a practice copy: its answers are no answers of patients."""
    with snapshot(part, key) as connection, in_plain_words():
        worlds = connection.execute("SELECT name FROM world").fetchall()
    if worlds == [("practice",)]:
        raise MixedWorldsError(f"{copy} is a practice record; {path} is the place of the real one")


def refuse_without_key(copy: Path, path: Path, key: str | None) -> None:
    """Refuse a readable copy over a record that is encrypted, as far as can be seen, if no key is.

    Its first page shows each value of a byte, as nothing but noise does.
    """
    if key is not None or not path.is_file():
        return
    with files.told_plainly(path), path.open("rb") as opened:
        page = opened.read(PAGE)
    if not page.startswith(files.HEADER) and len(set(page)) > MOST_VALUES_OF_A_PLAIN_PAGE:
        raise OtherHistoryError(
            f"{path} looks encrypted, and {copy} is not: is ECTRIAL_DATABASE_KEY missing?"
        )


class Compared(NamedTuple):
    """How many entries the record has, the copy, and both from the beginning."""

    ours: int
    theirs: int
    common: int

    @property
    def is_of_one(self) -> bool:
        """Whether one is an earlier or later state of the other."""
        return self.common == min(self.ours, self.theirs)

    @property
    def lost(self) -> int:
        """The number of entries of the record that the copy does not hold."""
        return self.ours - self.common


def compared(part: Path, path: Path, key: str | None) -> Compared | None:
    """Compare a copy with the record in its place; None if there is none, or it is unreadable."""
    if not path.exists():
        return None
    try:
        with snapshot(path, key) as present, snapshot(part, key) as other, in_plain_words():
            ours, theirs = head(present)[0], head(other)[0]
            return Compared(ours, theirs, _in_common(present, other, min(ours, theirs)))
    except LedgerError:
        return None


def refuse_other_history(copy: Path, path: Path, found: Compared | None) -> None:
    """Refuse a copy that is neither an earlier nor a later state of the record in its place.

    A record that cannot be read is not compared: to replace it is what a copy is for.
    """
    if found is not None and not found.is_of_one:
        same = f"only {found.common}" if found.common else "none"
        raise OtherHistoryError(
            f"{copy}, up to entry {found.theirs}, is no part of the record {path}, up to entry"
            f" {found.ours}, and the record no part of it: they have {same} of their first"
            " entries in common"
        )


def _in_common(present: Connection, other: Connection, most: int) -> int:
    """Count the first entries that are the same; each hash covers all entries before it."""
    numbers = range(1, most + 1)
    return bisect_left(numbers, 1, key=lambda seq: _hash_of(present, seq) != _hash_of(other, seq))


def _hash_of(connection: Connection, seq: int) -> str:
    rows = connection.execute("SELECT hash FROM entries WHERE seq = ?", [seq]).fetchall()
    return str(rows[0][0]) if rows else ""
