"""What was redacted since a copy was made is redacted in it again before it is restored."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from ectrial.ledger.copies.redaction import Wish, is_on_file, redacted
from ectrial.ledger.copies.sameness import Compared
from ectrial.ledger.errors import LedgerError
from ectrial.ledger.sqlite.driver import Connection, in_plain_words
from ectrial.ledger.tables.entries import Head, head
from ectrial.ledger.tables.guards import applied
from ectrial.ledger.tables.redactions import Redaction, redactions
from ectrial.ledger.tables.rows import Author
from ectrial.ledger.tables.texts import MARK, STEP, plain
from ectrial.ledger.verify import snapshot
from ectrial.record.entries import Reason
from ectrial.record.redacted import PLACEHOLDER

OPERATOR = Author(0, "operator")
"""A person at the command line has no Telegram number."""


class Restored(NamedTuple):
    """The head of the record now, how much was redacted again, or why that is unknown.

    `set_aside` is where the old record is; `compared` tells its entries from those of the copy.
    """

    head: Head
    redacted_again: int = 0
    unknown: str = ""
    set_aside: Path | None = None
    compared: Compared | None = None


@contextmanager
def as_redacted_since(
    part: Path, path: Path, now: datetime, key: str | None
) -> Iterator[tuple[Path, Restored]]:
    """Give the checked copy without what the present record has redacted since."""
    with ExitStack() as held:
        with snapshot(part, key) as copy, in_plain_words():
            result = Restored(head(copy))
        wishes, unknown = _asked(part, path, key)
        result = result._replace(unknown=unknown)
        for wish in wishes:
            part, done = held.enter_context(redacted(part, path, wish, now, key))
            result = Restored(done.head, result.redacted_again + 1)
        yield part, result


def _asked(part: Path, path: Path, key: str | None) -> tuple[list[Wish], str]:
    """Give what is to be redacted again, or why that cannot be known."""
    if not path.exists():
        return [], "there was no record in its place"
    try:
        with snapshot(path, key) as present, snapshot(part, key) as copy, in_plain_words():
            if not _are_of_one(present, copy):
                return [], "the record in its place was another one"
            return _wishes(present, copy), ""
    except LedgerError:
        return [], "the record in its place cannot be read"


def _are_of_one(present: Connection, copy: Connection) -> bool:
    """Whether one is an earlier state of the other."""
    return _has(present, *head(copy)) or _has(copy, *head(present))


def _wishes(present: Connection, copy: Connection) -> list[Wish]:
    # none that the copy has already, as it has all if it is the later state
    later = [each for each in redactions(present) if not _has(copy, each.seq, each.hash)]
    # of several for one code or text the last one tells how it is read
    last = {each.number: each for each in later if each.number is not None}
    wishes = [_wish(present, copy, each) for each in last.values()]
    return [wish for wish in wishes if wish is not None]


def _has(connection: Connection, seq: int, hash_: str) -> bool:
    if not seq:
        return True
    found = connection.execute("SELECT 1 FROM entries WHERE seq = ? AND hash = ?", [seq, hash_])
    return bool(found.fetchall())


def _wish(present: Connection, copy: Connection, redaction: Redaction) -> Wish | None:
    """Give the same wish for the copy; None if the copy does not hold the code or text."""
    code = _code(present, copy, redaction)
    if code is None:
        return None
    rows = present.execute("SELECT text FROM texts WHERE id = ?", [redaction.number])
    ((to,),) = rows.fetchall()
    own = plain(to).startswith(PLACEHOLDER) or is_on_file(copy, redaction.place, to)
    return Wish(
        redaction.place,
        plain(code),
        Reason(redaction.reason or Reason.OTHER),
        OPERATOR,
        to=None if own else to,
        with_answers=redaction.with_answers,
        is_text=redaction.is_text,
    )


def _code(present: Connection, copy: Connection, redaction: Redaction) -> str | None:
    """Find the code in the copy: by its number, or in a row of which the redaction changed it."""
    if STEP in applied(copy):
        rows = copy.execute("SELECT text FROM texts WHERE id = ?", [redaction.number])
        for (text,) in rows:
            return str(text)
    name = f"{MARK}{redaction.number}"
    for row in redaction.rows:
        query = "SELECT subject, source FROM entries WHERE seq = ?"
        left, held = (list(each.execute(query, [row.seq])) for each in (present, copy))
        if not held:
            continue
        ((_, source_left),), ((subject, source),) = left, held
        found = source if source_left == name else subject
        if found is not None and not found.startswith(MARK):
            return str(found)
    return None
