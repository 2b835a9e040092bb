"""How an entry becomes a row, and how the row is read back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from ectrial.ledger.errors import DamagedLedgerError, RefusedError
from ectrial.ledger.tables.chain import Cell, Row, canonical, link, parsed
from ectrial.ledger.tables.texts import Names, plain
from ectrial.record.entries import JSON, Entry, Kind, NewEntry, Reason, Via
from ectrial.record.subjects import ScreeningId

COLUMNS = (
    "seq",
    "at_utc",
    "site",
    "actor",
    "role",
    "via",
    "trial",
    "screening",
    "subject",
    "episode",
    "kind",
    "item",
    "value",
    "reason",
    "protocol_version",
    "protocol_hash",
    "sample_date",
    "source",
    "update_id",
    "told_at",
    "prev_hash",
    "hash",
    "introduces",
    "text",
)
# The columns of an entry, in its order; reading all columns would take a third more time
READ = (
    "seq",
    "at_utc",
    "actor",
    "role",
    "via",
    "kind",
    "site",
    "trial",
    "subject",
    "episode",
    "item",
    "value",
    "reason",
    "source",
    "protocol_version",
    "protocol_hash",
    "text",
)
KINDS = {kind.value: kind for kind in Kind}
INTEGERS = {"seq", "actor", "episode", "update_id"}


@dataclass(frozen=True, slots=True)
class Author:
    """The person who does something, with the role in the trial at hand, and those in others."""

    actor: int
    role: str
    elsewhere: Mapping[str, str] = field(default_factory=dict, hash=False)

    def role_in(self, trial: str) -> str:
        """Give the role in which the person does something in a trial."""
        return self.elsewhere.get(trial, self.role)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What all entries of one append have in common."""

    author: Author
    at_utc: datetime
    site: str
    via: Via
    update_id: int | None
    told_at: datetime | None


def instant(moment: datetime) -> str:
    """Write a moment so that the order of texts is the order of times.

    >>> instant(datetime(2026, 1, 2, tzinfo=UTC))
    '2026-01-02T00:00:00.000000+00:00'
    """
    if moment.tzinfo is None:
        raise RefusedError("a time without its zone; nothing was recorded")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def row_of(said: NewEntry, occasion: Occasion, head: tuple[int, str], names: Names) -> Row:
    """Give the row after the head; a row about a screening has the screening's own site."""
    about = said.screening
    if about is not None and about.trial != said.trial:
        raise RefusedError("an entry of another trial than its screening; nothing was recorded")
    row: dict[str, Cell] = {
        "seq": head[0] + 1,
        "at_utc": instant(occasion.at_utc),
        "site": occasion.site if about is None else about.site,
        "actor": occasion.author.actor,
        "role": occasion.author.role_in(said.trial),
        "via": occasion.via,
        "trial": said.trial,
        "screening": about and f"{names.subject}/{about.episode}",
        "subject": names.subject,
        "episode": about and about.episode,
        "kind": said.kind.value,
        "item": said.item,
        "value": None if said.value is None else canonical(said.value),
        "reason": None if said.reason is None else said.reason.value,
        "protocol_version": said.protocol_version,
        "protocol_hash": said.protocol_hash,
        "sample_date": _sample_date(said.value),
        "source": names.source,
        "update_id": occasion.update_id,
        "told_at": None if occasion.told_at is None else instant(occasion.told_at),
        "prev_hash": head[1],
        "introduces": names.introduces,
        "text": names.text,
    }
    for column, cell in row.items():
        # SQLite would silently store "5" as 5, and the hash would not match the stored value
        wanted = int if column in INTEGERS else str
        if cell is not None and (not isinstance(cell, wanted) or isinstance(cell, bool)):
            raise RefusedError(f"{column} is of the wrong type; nothing was recorded")
    return {**row, "hash": link(row)}


def _sample_date(value: JSON) -> str | None:
    """Give the sampling day of a number, stored in a column beside the value."""
    taken = value.get("date") if isinstance(value, dict) else None
    return taken if isinstance(taken, str) else None


def entry_of(cells: Sequence[Any]) -> Entry:
    """Read one row, with its columns in the order of `READ`."""
    # unpacked, which is fast: a start, and its first turns, read whole screenings
    (seq, at_utc, actor, role, via, kind, site, trial, subject, episode, item, *rest) = cells
    value, reason, source, protocol_version, protocol_hash, text = rest
    try:
        # positional arguments, as named ones would take a third more time
        said = NewEntry(
            KINDS[kind],
            trial,
            None if subject is None else ScreeningId(site, trial, subject, episode),
            item,
            None if value is None else parsed(value),
            None if reason is None else Reason(reason),
            source,
            protocol_version,
            protocol_hash,
            text and plain(text),
        )
        return Entry(seq, datetime.fromisoformat(at_utc), actor, role, via, said)
    except (KeyError, TypeError, ValueError):
        # without the cause, whose message can contain a value
        raise DamagedLedgerError(f"entry {seq} cannot be read") from None
