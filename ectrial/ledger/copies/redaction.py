"""Redacts a code or a text in a copy: written anew without it, with the entry that says so."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

from ectrial.ledger.copies.backup import checked_copy
from ectrial.ledger.copies.forgetting import forget_drafts
from ectrial.ledger.errors import DamagedLedgerError, RefusedError
from ectrial.ledger.sqlite import parts
from ectrial.ledger.sqlite.connections import transaction
from ectrial.ledger.sqlite.driver import (
    Connection,
    connect_to_rewrite,
    in_plain_words,
    write_anew,
)
from ectrial.ledger.tables import guards, listing, queries, texts
from ectrial.ledger.tables.chain import Cell, Row, link
from ectrial.ledger.tables.entries import INSERT, Head, head
from ectrial.ledger.tables.meant import SITE
from ectrial.ledger.tables.redactions import Redacted
from ectrial.ledger.tables.rows import COLUMNS, Author, Occasion, row_of
from ectrial.ledger.tables.schema import bring_up_to_date
from ectrial.ledger.tables.texts import FREE, MARK, Names, Place
from ectrial.ledger.verify import verify_file
from ectrial.record.entries import Kind, NewEntry, Reason
from ectrial.record.redacted import PLACEHOLDER

Changed = TypeVar("Changed")

REASONS = (
    Reason.PERSONAL_DATA,
    Reason.WRONG_SUBJECT,
    Reason.CONSENT_WITHDRAWN,
    Reason.OTHER,
)
# What an emptied row keeps: its place in the chain, what it was, its author and time, and the
# hashes of the codes that it introduced
KEPT = {
    *("seq", "at_utc", "site", "actor", "role", "via", "trial", "kind"),
    *("introduces", "prev_hash", "hash"),
}
RELAXED = {
    "entries_never_updated": guards.TRIGGERS["entries_never_updated"],
    "texts_never_updated": guards.TEXT_TRIGGERS["texts_never_updated"],
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be redacted, why, and by whom; `to` is the code to be read instead.

    `with_answers` empties every entry of the subject as well, so that it is not listed any more.
    `is_text`: what is redacted is no code but a free text, or the printed name of a colleague.
    """

    place: Place
    code: str
    reason: Reason
    author: Author
    to: str | None = None
    with_answers: bool = False
    copies_deleted: int = 0
    is_text: bool = False

    @property
    def stored(self) -> str:
        """What is redacted, as it stands in the table of texts."""
        return f"{FREE}{self.code}" if self.is_text else self.code


class Done(NamedTuple):
    """What is read from now on, the number of changed entries, and the new head."""

    code: str
    entries: int
    head: Head


@contextmanager
def redacted(
    path: Path, record: Path, wish: Wish, now: datetime, key: str | None
) -> Iterator[tuple[Path, Done]]:
    """Give a checked copy without it, not yet named; it is deleted unless put in place."""
    with written_anew(path, record, key, lambda work: rewrite(work, wish, now)) as written:
        yield written


@contextmanager
def written_anew(
    path: Path, record: Path, key: str | None, change: Callable[[Connection], Changed]
) -> Iterator[tuple[Path, Changed]]:
    """Give a checked copy with a change, of which no page holds what was changed or deleted."""
    with (
        checked_copy(path, record, record, key, verify_file) as (work, _),
        parts.part_of(record, record) as part,
    ):
        with closing(connect_to_rewrite(work, key)) as connection:
            with in_plain_words("nothing was redacted"), transaction(connection):
                bring_up_to_date(connection)
                changed = change(connection)
                last = head(connection)
            write_anew(connection, part)
        found = verify_file(part, key, last)
        if not found.holds:
            raise DamagedLedgerError(f"nothing was redacted: {found.breaks[0].fault}")
        yield part, changed


def rewrite(connection: Connection, wish: Wish, now: datetime) -> Done:
    """Change codes, rows, drafts and the list, and append the entry that says so."""
    for name in RELAXED:
        connection.execute(f"DROP TRIGGER {name}")
    is_new = texts.number_of(connection, wish.place, wish.stored) is None
    number, introduced, code = _replaced(connection, wish)
    rows = tuple(_changed(connection, wish, number))
    if is_new and not rows:
        what = "text" if wish.is_text else "code"
        raise RefusedError(f"the record does not hold this {what}; nothing was redacted")
    hashes = {number: introduced, **dict(_emptied_texts(connection))}
    for sql in RELAXED.values():
        connection.execute(sql)
    last = _append(connection, wish, now, number, hashes, rows)
    forget_drafts(connection, wish.code)
    listing.rebuild(connection)
    queries.rebuild(connection)
    return Done(code, len(rows), last)


def _replaced(connection: Connection, wish: Wish) -> tuple[int, str, str]:
    """Give the number of the text, its hash from now on, and what is read instead."""
    number = texts.number_of(connection, wish.place, wish.stored)
    if number is None:
        number, _ = texts.add(connection, wish.place, wish.stored)
    code = wish.to or f"{PLACEHOLDER}{number}"
    if is_on_file(connection, wish.place, code):
        raise RefusedError("the replacement is the code of another subject; nothing was redacted")
    left = f"{FREE}{code}" if wish.is_text else code
    return number, texts.replace(connection, number, wish.place, left), code


def _emptied_texts(connection: Connection) -> Iterator[tuple[int, str]]:
    """Empty the free texts that no entry names any more; give their numbers and new hashes."""
    left = f"'{FREE}{PLACEHOLDER}' || id"
    rows = connection.execute(
        f"SELECT id, site, trial, {left} FROM texts WHERE substr(text, 1, 1) = '{FREE}'"
        f" AND text <> {left}"
        f" AND '{MARK}' || id NOT IN (SELECT text FROM entries WHERE text IS NOT NULL)"
    )
    for number, site, trial, text in rows.fetchall():
        yield number, texts.replace(connection, number, (site, trial), text)


def is_on_file(connection: Connection, place: Place, code: str) -> bool:
    """Whether a subject of this site and trial has the code."""
    listed = connection.execute(
        "SELECT 1 FROM screenings WHERE site = ? AND trial = ? AND subject = ?", [*place, code]
    )
    return bool(listed.fetchall()) or texts.number_of(connection, place, code) is not None


def _changed(connection: Connection, wish: Wish, number: int) -> Iterator[Redacted]:
    """Change each row that holds the code; with the answers, each row of the subject.

    None holds a free text: all of them name it by number.
    """
    if wish.is_text:
        return
    name = f"{MARK}{number}"
    about = (wish.code, name) if wish.with_answers else (wish.code, wish.code)
    found = connection.execute(
        f"SELECT {', '.join(COLUMNS)} FROM entries WHERE (subject IN (?, ?) OR source = ?)"
        f" AND trial = ? AND {SITE} = ? ORDER BY seq",
        [*about, wish.code, wish.place[1], wish.place[0]],
    )
    replies = _replies(connection, wish, about) if wish.with_answers else []
    for cells in (*found.fetchall(), *replies):
        row = dict(zip(COLUMNS, cells, strict=True))
        is_emptied = wish.with_answers and (row["subject"] in about or cells in replies)
        left = _emptied(row) if is_emptied else _by_number(row, wish.code, name)
        cells_set = ", ".join(f"{column} = :{column}" for column in COLUMNS)
        connection.execute(f"UPDATE entries SET {cells_set} WHERE seq = :seq", left)
        if is_emptied:
            connection.execute("DELETE FROM screening_sites WHERE seq = ?", [row["seq"]])
        yield Redacted(int(row["seq"]), str(row["hash"]), link(left))


def _replies(connection: Connection, wish: Wish, about: tuple[str, str]) -> list[tuple[Cell, ...]]:
    """Give what guests wrote about screenings of the subject, which stands in none of them."""
    opened = f"kind = ? AND subject IN (?, ?) AND trial = ? AND {SITE} = ?"
    found = connection.execute(
        f"SELECT {', '.join(COLUMNS)} FROM entries WHERE kind = ? AND item IN"
        " (SELECT CAST(seq AS TEXT) FROM entries WHERE kind = ? AND"
        f"  json_extract(value, '$.screening') IN (SELECT seq FROM entries WHERE {opened}))",
        [Kind.SHARE_REPLIED, Kind.SHARE_MADE, Kind.OPENED, *about, *reversed(wish.place)],
    )
    return found.fetchall()


def _emptied(row: Row) -> Mapping[str, Cell]:
    return {column: cell if column in KEPT else None for column, cell in row.items()}


def _by_number(row: Row, code: str, name: str) -> Mapping[str, Cell]:
    """Give a row that names the subject by number and is otherwise as it was."""
    left = dict(row)
    if row["subject"] == code:
        left |= {"subject": name, "screening": f"{name}/{row['episode']}"}
    if row["source"] == code:
        left["source"] = name
    return left


def _append(
    connection: Connection,
    wish: Wish,
    now: datetime,
    number: int,
    hashes: Mapping[int, str],
    rows: tuple[Redacted, ...],
) -> Head:
    value = {
        "rows": [list(row) for row in rows],
        "with_answers": wish.with_answers,
        "copies_deleted": wish.copies_deleted,
        # older versions wrote nothing of it
        **({"is_text": True} if wish.is_text else {}),
    }
    site, trial = wish.place
    said = NewEntry(Kind.REDACTED, trial, None, f"{MARK}{number}", value, wish.reason)
    occasion = Occasion(wish.author, now, site, "cli", None, None)
    names = Names(introduces=texts.introducing(hashes))
    connection.execute(INSERT, row_of(said, occasion, head(connection), names))
    return head(connection)
