"""The open items of a screening: each with its owner, its day, and all that was said about it.

States and names are those of other systems (LibreClinica, REDCap), so that an export needs no
translation.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Literal, cast, get_args

from ectrial.record.entries import JSON, Entry, Kind, whole
from ectrial.record.subjects import ScreeningId
from ectrial.record.threads import ThreadLine, line_of

Why = Literal["pending", "not_done", "unknown", "check"]
"""Why an item is open: its result is pending, it was not done, nobody knows, or the recorded
answer is to be checked."""
Closing = Literal["answered", "not_needed", "no_consent", "withdrawn", "checked"]
"""Why a query is closed; what a person has withdrawn or checked never opens by itself."""


class Status(StrEnum):
    """The state of a query."""

    NEW = "NEW"
    UPDATED = "UPDATED"
    RESOLUTION_PROPOSED = "RESOLUTION_PROPOSED"
    CLOSED = "CLOSED"
    NOT_APPLICABLE = "NOT_APPLICABLE"


OVER = (Status.CLOSED, Status.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Query:
    """One open item: who settles it, until when, and its thread, the oldest line first.

    `seq` is the entry that opened it. `closed` says why it is closed; None while it is open.
    """

    item: str
    seq: int
    why: Why
    assignee: int
    due: date | None
    opened_by: int
    opened_at: datetime
    status: Status
    thread: tuple[ThreadLine, ...]
    closed: Closing | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to settle it."""
        return self.status not in OVER

    @property
    def last(self) -> ThreadLine:
        """The latest line of its thread."""
        return self.thread[-1]

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed."""
        return self.due is not None and self.due < today


@dataclass(frozen=True, slots=True)
class OpenQuery:
    """One row of the open items of all screenings; `by` recorded its latest entry `last_seq`."""

    id: ScreeningId
    item: str
    assignee: int
    due: date | None
    status: Status
    by: int
    last_seq: int


Queries = Mapping[str, Query]
"""The latest query of each item."""


def with_query(queries: Queries, entry: Entry) -> Queries:
    """Give the queries after an entry; KeyError, TypeError or ValueError if it is unreadable."""
    item = entry.said.item or ""
    if entry.said.kind is Kind.QUERY_OPENED:
        return {**queries, item: _opened(entry)}
    query = queries[item]
    thread = (*query.thread, line_of(entry))
    return {**queries, item: _STEPS[entry.said.kind](replace(query, thread=thread), entry)}


def _opened(entry: Entry) -> Query:
    value = entry.said.value
    return Query(
        entry.said.item or "",
        entry.seq,
        _one_of(value["why"], Why),
        whole(value["assignee"]),
        _day(value["due"]),
        entry.actor,
        entry.at_utc,
        Status.NEW,
        (line_of(entry),),
    )


def _changed(query: Query, entry: Entry) -> Query:
    value, changes = entry.said.value, dict[str, Any]()
    if "assignee" in value:
        changes["assignee"] = whole(value["assignee"])
    if "due" in value:
        changes["due"] = _day(value["due"])
    if "why" in value:
        changes["why"] = _one_of(value["why"], Why)
    return _updated(replace(query, **changes))


def _said(query: Query, entry: Entry) -> Query:
    """Take what was said; the reply of who was asked to check an answer proposes to close it."""
    is_reply = query.why == "check" and query.is_open and entry.actor != query.opened_by
    return replace(query, status=Status.RESOLUTION_PROPOSED) if is_reply else _updated(query)


def _updated(query: Query) -> Query:
    return replace(query, status=Status.UPDATED) if query.is_open else query


def _closed(query: Query, entry: Entry) -> Query:
    why = _one_of(entry.said.value["why"], Closing)
    is_moot = why in ("not_needed", "no_consent")
    status = Status.NOT_APPLICABLE if is_moot else Status.CLOSED
    return replace(query, closed=why, status=status)


def _reopened(query: Query, entry: Entry) -> Query:
    return replace(query, closed=None, status=Status.UPDATED)


def _day(written: JSON) -> date | None:
    return None if written is None else date.fromisoformat(written)


def _one_of(value: JSON, known: Any) -> Any:
    if value not in get_args(known):
        raise ValueError("no such reason of a query")
    return cast("Any", value)


_STEPS: Mapping[Kind, Callable[[Query, Entry], Query]] = {
    Kind.QUERY_CHANGED: _changed,
    Kind.QUERY_SAID: _said,
    Kind.QUERY_CLOSED: _closed,
    Kind.QUERY_REOPENED: _reopened,
}
OF_QUERIES = (Kind.QUERY_OPENED, *_STEPS)
"""The kinds of entries from which the queries are computed."""
