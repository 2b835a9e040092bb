"""Subject codes and free texts: entries hold their numbers, so that they can be redacted.

The first entry that names a number also holds the salted hash of its code; without the salt a
redacted code cannot be guessed from it. Entries from before version 0.4.0 hold the codes. Free
texts and printed names stand in the same table, marked so that none is taken for a code.
"""

import hashlib
import secrets
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ectrial.ledger.errors import RefusedError
from ectrial.ledger.sqlite.driver import Connection
from ectrial.ledger.tables.chain import canonical, parsed
from ectrial.ledger.tables.guards import applied
from ectrial.record.entries import Kind, NewEntry

MARK = "#"
FREE = "\N{PILCROW SIGN}"
"""Stands before a free text; no subject code begins with it."""
BYTES_OF_A_SALT = 16
STEP = "subjects_by_number"
STEP_OF_FREE_TEXTS = "free_texts"
NUMBER = "SELECT id FROM texts WHERE site = ? AND trial = ? AND text = ?"

Place = tuple[str, str]
"""A site and a trial, within which a code is unique."""


class Names(NamedTuple):
    """How a row names its subject, source and free text, and the hashes of those that are new."""

    subject: str | None = None
    source: str | None = None
    introduces: str | None = None
    text: str | None = None


def code(column: str) -> str:
    """Give the SQL for the code in a column that holds a number or, in older entries, a code."""
    number = f"CAST(substr({column}, 2) AS INTEGER)"
    return (
        f"iif(substr({column}, 1, 1) = '{MARK}',"
        f" coalesce((SELECT text FROM texts WHERE id = {number}), {column}), {column})"
    )


def plain(text: str) -> str:
    """Give a free text without its mark."""
    return text.removeprefix(FREE)


def seal(salt: str, place: Place, text: str) -> str:
    """Give the salted hash of a text."""
    return hashlib.sha256(canonical([salt, *place, text]).encode()).hexdigest()


class Numbers:
    """The numbers of the subjects that the entries of one append name."""

    def __init__(self, connection: Connection, site: str) -> None:
        self._connection, self._site = connection, site
        self._known: dict[tuple[Place, str], int] = {}

    def names(self, said: NewEntry) -> Names:
        """Give how the row of an entry names its subjects; a code never named gets a number."""
        about = said.screening
        place = (self._site if about is None else about.site), said.trial
        introduced: dict[int, str] = {}
        subject = about and self._number(place, about.subject, introduced)
        source = said.source and self._number(place, said.source, introduced)
        free = said.text and FREE + said.text
        text = free and self._number(place, free, introduced)
        return Names(subject, source, introducing(introduced) if introduced else None, text)

    def _number(self, place: Place, text: str, introduced: dict[int, str]) -> str:
        number = self._known.get((place, text)) or number_of(self._connection, place, text)
        if number is None:
            number, introduced[number] = add(self._connection, place, text)
        self._known[place, text] = number
        return f"{MARK}{number}"


def number_of(connection: Connection, place: Place, text: str) -> int | None:
    """Give the number of a code; None if no entry names the code by a number."""
    rows = connection.execute(NUMBER, [*place, text]).fetchall()
    return rows[0][0] if rows else None


def add(connection: Connection, place: Place, text: str) -> tuple[int, str]:
    """Store a new code; give its number and its salted hash."""
    if not isinstance(text, str) or text.startswith(MARK):
        raise RefusedError("a subject code of the wrong form; nothing was recorded")
    salt = secrets.token_hex(BYTES_OF_A_SALT)
    added = connection.execute(
        "INSERT INTO texts (id, site, trial, salt, text)"
        " VALUES ((SELECT coalesce(max(id), 0) + 1 FROM texts), ?, ?, ?, ?) RETURNING id",
        [*place, salt, text],
    )
    ((number,),) = added.fetchall()
    return number, seal(salt, place, text)


def replace(connection: Connection, number: int, place: Place, text: str) -> str:
    """Put another text, under a new salt, in the place of one that is redacted; give its hash."""
    salt = secrets.token_hex(BYTES_OF_A_SALT)
    connection.execute("UPDATE texts SET salt = ?, text = ? WHERE id = ?", [salt, text, number])
    return seal(salt, place, text)


def introducing(hashes: Mapping[int, str]) -> str:
    """Write which texts an entry introduces, with their hashes."""
    return canonical({str(number): hash_ for number, hash_ in hashes.items()})


def faults(connection: Connection) -> Iterator[str]:
    """Compare every text with the latest hash that an entry holds of it."""
    if STEP not in applied(connection):
        return
    rows = connection.execute(
        "SELECT seq, kind, introduces FROM entries WHERE introduces IS NOT NULL ORDER BY seq"
    )
    hashes: dict[int, str] = {}
    for seq, kind, introduces in rows:
        for number, hash_ in _read(introduces).items():
            if int(number) in hashes and kind != Kind.REDACTED:
                yield f"entry {seq} introduces the text {number} again"
            hashes[int(number)] = hash_
    for number, *place, salt, text in connection.execute(
        "SELECT id, site, trial, salt, text FROM texts"
    ):
        noted = hashes.pop(number, None)
        if noted is None:
            yield f"no entry introduces the text {number}"
        elif noted != seal(salt, (place[0], place[1]), text):
            yield f"the text {number} is not the one that its entry introduced"
    yield from (f"the text {number} is missing" for number in hashes)
    yield from _unknown(connection)


def _unknown(connection: Connection) -> Iterator[str]:
    """Find entries that name a number without a text."""
    columns = ["subject", "source"]
    if STEP_OF_FREE_TEXTS in applied(connection):
        columns.append("text")
    for column in columns:
        rows = connection.execute(
            f"SELECT seq FROM entries WHERE substr({column}, 1, 1) = '{MARK}' AND NOT EXISTS"
            f" (SELECT 1 FROM texts WHERE id = CAST(substr(entries.{column}, 2) AS INTEGER))"
        )
        yield from (f"entry {seq} names a text that is missing" for (seq,) in rows)


def _read(introduces: str) -> dict[str, str]:
    try:
        found = parsed(introduces)
        return {number: hash_ for number, hash_ in found.items() if number.isdecimal()}
    except (AttributeError, ValueError):
        # the chain tells that this entry was altered
        return {}
