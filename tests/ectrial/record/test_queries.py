"""An open item has one owner, a day and a thread, and each state follows from its entries."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from ectrial.record.entries import Entry, Kind, NewEntry, Reason
from ectrial.record.folding import fold
from ectrial.record.queries import Query, Status
from ectrial.record.screenings import Screening
from ectrial.record.subjects import ScreeningId
from tests.tables import of_each

ID = ScreeningId("site-1", "EC-CRT-003", "S-014", 1)
BEGUN = datetime(2026, 11, 23, 9, tzinfo=UTC)
PENDING = {"why": "pending", "assignee": 8, "due": "2026-11-25"}


def told(*said: tuple[Kind, Any], actor: int = 7, **parts: Any) -> Screening:
    """Give the screening after these entries about the item ANC."""
    kinds = [(Kind.OPENED, None), *said]
    entries = [
        Entry(
            seq,
            BEGUN + timedelta(minutes=seq),
            actor if seq < len(kinds) else parts.get("last_by", actor),
            "coordinator",
            "telegram",
            NewEntry(kind, ID.trial, ID, "anc", value),
        )
        for seq, (kind, value) in enumerate(kinds, start=1)
    ]
    last = entries[-1]
    entries[-1] = replace(last, said=replace(last.said, **parts.get("last", {})))
    screening = fold(entries)
    assert screening is not None
    return screening


def query(*said: tuple[Kind, Any], **parts: Any) -> Query:
    return told((Kind.QUERY_OPENED, PENDING), *said, **parts).queries["anc"]


def test_a_new_query_has_its_owner_and_its_day() -> None:
    found = query()

    assert (found.why, found.assignee, found.due) == ("pending", 8, date(2026, 11, 25))
    assert (found.status, found.opened_by, found.is_open) == (Status.NEW, 7, True)
    assert found.is_overdue(date(2026, 11, 26))
    assert not found.is_overdue(date(2026, 11, 25))


def test_a_new_owner_leaves_the_day_and_a_new_day_the_owner() -> None:
    handed = query((Kind.QUERY_CHANGED, {"assignee": 9}))
    later = query((Kind.QUERY_CHANGED, {"due": None}), last={"reason": Reason.DELAYED})

    assert (handed.assignee, handed.due) == (9, date(2026, 11, 25))
    assert (later.assignee, later.due) == (8, None)
    assert later.last.reason is Reason.DELAYED
    assert handed.status is later.status is Status.UPDATED


def test_what_is_said_stands_in_the_thread() -> None:
    found = query((Kind.QUERY_SAID, None), last={"text": "machine is down"})

    assert [note.text for note in found.thread] == ["", "machine is down"]
    assert found.status is Status.UPDATED


def test_the_reply_to_a_check_proposes_to_close_it() -> None:
    asked = {**PENDING, "why": "check"}
    replied = told((Kind.QUERY_OPENED, asked), (Kind.QUERY_SAID, None), last_by=8)
    own = told((Kind.QUERY_OPENED, asked), (Kind.QUERY_SAID, None))

    assert replied.queries["anc"].status is Status.RESOLUTION_PROPOSED
    assert own.queries["anc"].status is Status.UPDATED


@pytest.mark.parametrize(
    ("why", "status"),
    [
        ("answered", Status.CLOSED),
        ("withdrawn", Status.CLOSED),
        ("not_needed", Status.NOT_APPLICABLE),
    ],
)
def test_a_closed_query_says_why_and_can_be_opened_again(why: str, status: Status) -> None:
    closed = query((Kind.QUERY_CLOSED, {"why": why}))
    again = query((Kind.QUERY_CLOSED, {"why": why}), (Kind.QUERY_REOPENED, None))

    assert (closed.status, closed.closed, closed.is_open) == (status, why, False)
    assert (again.status, again.closed, again.is_open) == (Status.UPDATED, None, True)


def test_what_is_said_of_a_closed_query_opens_nothing() -> None:
    closed = (Kind.QUERY_CLOSED, {"why": "withdrawn"})

    for later in ((Kind.QUERY_SAID, None), (Kind.QUERY_CHANGED, {"assignee": 9})):
        assert not query(closed, later).is_open


@pytest.mark.parametrize("kind", [Kind.CLEARED, Kind.VOIDED, Kind.RESTORED, Kind.MOVED])
def test_setting_aside_leaves_what_was_asked_of_whom(kind: Kind) -> None:
    assert query((kind, None)) == query()


def test_clearing_and_restoring_bring_back_no_older_query() -> None:
    said = ((Kind.CLEARED, None), (Kind.QUERY_CHANGED, {"assignee": 9}), (Kind.RESTORED, None))

    assert query(*said).assignee == 9


@of_each(
    ("kind", "value"),
    [
        (Kind.QUERY_CHANGED, {"assignee": "nobody"}),
        (Kind.QUERY_CHANGED, {"due": "soon"}),
        (Kind.QUERY_CHANGED, {"why": "because"}),
        (Kind.QUERY_CLOSED, {"why": "enough"}),
        (Kind.QUERY_CLOSED, None),
    ],
)
def test_a_change_that_cannot_be_read_adds_up_to_nothing(kind: Kind, value: Any) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        query((kind, value))


def test_nothing_is_said_of_an_item_that_was_never_asked() -> None:
    with pytest.raises(KeyError):
        told((Kind.QUERY_SAID, None))
