"""The rows of open items say what the entries add up to, and a record with others is refused."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ectrial.ledger.errors import RefusedError
from ectrial.ledger.ledger import Ledger
from ectrial.ledger.sqlite.driver import connect
from ectrial.ledger.verify import verify_file
from ectrial.record.entries import JSON, Kind, NewEntry
from ectrial.record.queries import Status
from tests.ectrial.ledger.samples import NURSE, TRIAL, open_ledger, opened, said


def asked(item: str, assignee: int, due: str | None = None, name: str = "S-001/1") -> NewEntry:
    value: JSON = {"why": "pending", "assignee": assignee, "due": due}
    return said(Kind.QUERY_OPENED, item, value, name)


def closed(item: str, why: str) -> NewEntry:
    return said(Kind.QUERY_CLOSED, item, {"why": why})


def test_the_nearest_day_comes_first_and_no_day_last(ledger: Ledger) -> None:
    ledger.append([opened("S-001"), opened("S-002")], NURSE)
    ledger.append([asked("anc", 8), asked("wbc", 8, "2026-11-27")], NURSE)
    ledger.append([asked("alt", 9, "2026-11-24", "S-002/1")], NURSE)

    found = [(each.id.subject, each.item, each.due) for each in ledger.open_queries()]

    assert found == [
        ("S-002", "alt", date(2026, 11, 24)),
        ("S-001", "wbc", date(2026, 11, 27)),
        ("S-001", "anc", None),
    ]
    assert [each.item for each in ledger.open_queries(TRIAL, 8)] == ["wbc", "anc"]
    assert ledger.open_queries("another", 8) == ()


def test_what_is_closed_is_listed_no_more_until_it_is_opened_again(ledger: Ledger) -> None:
    ledger.append([opened("S-001"), asked("anc", 8), asked("wbc", 8)], NURSE)

    ledger.append([closed("anc", "answered"), closed("wbc", "not_needed")], NURSE)
    none = ledger.open_queries()
    ledger.append([said(Kind.QUERY_REOPENED, "anc")], NURSE)

    assert none == ()
    assert [(each.item, each.status) for each in ledger.open_queries()] == [
        ("anc", Status.UPDATED)
    ]


def test_a_change_of_what_was_never_asked_is_refused(ledger: Ledger) -> None:
    ledger.append([opened("S-001")], NURSE)

    with pytest.raises(RefusedError):
        ledger.append([closed("anc", "answered")], NURSE)

    assert len(list(ledger.entries())) == 1


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM queries",
        "UPDATE queries SET assignee = 9",
        "UPDATE queries SET status = 'CLOSED'",
        "UPDATE queries SET episode = 2",
    ],
)
def test_rows_that_are_not_of_the_entries_are_found_and_written_anew(
    path: Path, damage: str
) -> None:
    with open_ledger(path) as ledger:
        ledger.append([opened("S-001"), asked("anc", 8)], NURSE)
        listed = ledger.open_queries()
    with closing(connect(path)) as owner, owner:
        owner.execute(damage)

    found = verify_file(path)

    assert any("open items" in each.fault for each in found.breaks)
    with open_ledger(path) as ledger:
        assert ledger.open_queries() == listed
        assert ledger.verify().holds


def moved(value: JSON) -> NewEntry:
    return replace(said(Kind.MOVED, None, value), protocol_version="2", protocol_hash="cd")


def test_open_item_goes_on_under_the_id_that_a_move_gave_its_item(
    path: Path, ledger: Ledger
) -> None:
    ledger.append([opened("S-001"), asked("anc", 8), asked("wbc", 8)], NURSE)

    ledger.append([moved({"items": {"anc": "neutrophils"}, "options": {}})], NURSE)
    ledger.append([closed("neutrophils", "answered"), closed("wbc", "answered")], NURSE)
    ledger.append([said(Kind.QUERY_REOPENED, "neutrophils")], NURSE)

    assert [each.item for each in ledger.open_queries()] == ["neutrophils"]
    assert ledger.verify().holds


@pytest.mark.parametrize(
    "value",
    ["anc", {"items": {}}, {"items": {"anc": 3}, "options": {}}, {"items": [], "options": 1}],
)
def test_move_that_names_no_items_is_refused(ledger: Ledger, value: JSON) -> None:
    ledger.append([opened("S-001")], NURSE)

    with pytest.raises(RefusedError):
        ledger.append([moved(value)], NURSE)
