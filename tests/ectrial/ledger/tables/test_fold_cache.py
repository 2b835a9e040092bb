"""What waits for a signature is read from few entries, and right whatever was read before."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ectrial.ledger.errors import LedgerError
from ectrial.ledger.ledger import Author, Ledger
from ectrial.ledger.sqlite.driver import Connection, connect_read_only
from ectrial.ledger.tables import listing
from ectrial.ledger.tables.fold_cache import FoldCache
from ectrial.record.entries import Kind, NewEntry
from ectrial.record.screenings import EVERY
from ectrial.record.subjects import ScreeningId
from tests.blank_record import blank
from tests.records import START

CHEN, LI = Author(7, "coordinator"), Author(9, "principal")


def opened(path: Path, site: str = "h") -> Ledger:
    return Ledger.open(path, site=site, via="sandbox", clock=lambda: START)


def about(kind: Kind, n: int = 1, to: int = 9, site: str = "h") -> NewEntry:
    value = {"to": to, "hash": "0"} if kind is Kind.SIGNATURE_ASKED else {"why": "other"}
    id_ = ScreeningId(site, "T", f"S-{n}", 1)
    return NewEntry(kind, "T", id_, value=value, protocol_version="1", protocol_hash="x")


def subjects(ledger: Ledger, person: int = 9) -> list[str]:
    return [each.id.subject for each in ledger.asked_to_sign(person)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return blank(tmp_path / "x.db", "practice")


def test_requests_of_a_person_wait_until_they_are_answered(path: Path) -> None:
    with opened(path) as ledger:
        for n in (1, 2, 3):
            ledger.append([about(Kind.OPENED, n)], CHEN)
            ledger.append([about(Kind.SIGNATURE_ASKED, n, 10 if n == 3 else 9)], CHEN)
        asked = subjects(ledger)
        ledger.append([about(Kind.SIGNATURE_RETURNED, 1)], LI)

        assert (asked, subjects(ledger), subjects(ledger, 10)) == (
            ["S-1", "S-2"],
            ["S-2"],
            ["S-3"],
        )
    with opened(path) as ledger:
        assert subjects(ledger) == ["S-2"]
    with opened(path, "elsewhere") as ledger:
        assert subjects(ledger) == []


def test_request_that_was_rolled_back_is_forgotten(path: Path) -> None:
    with opened(path) as ledger:
        ledger.append([about(Kind.OPENED)], CHEN)

        def asks() -> None:
            with ledger.together():
                ledger.append([about(Kind.SIGNATURE_ASKED)], CHEN)
                assert subjects(ledger) == ["S-1"]
                raise LedgerError("no")

        with pytest.raises(LedgerError):
            asks()

        assert subjects(ledger) == []
        ledger.append([about(Kind.SIGNATURE_ASKED, to=10)], CHEN)
        assert (subjects(ledger), subjects(ledger, 10)) == ([], ["S-1"])


def state(connection: Connection) -> object:
    return OF_BOTH.state(connection)


def page(connection: Connection) -> object:
    return listing.page(connection, "h", "T", EVERY, 5, 0)


OF_BOTH = FoldCache("h", (Kind.STAFF_ADDED, Kind.OPENED), lambda *_: 0, 0, "nothing")


@pytest.mark.parametrize("ask", [state, page])
def test_what_each_turn_asks_is_planned_once(
    path: Path, ask: Callable[[Connection], object]
) -> None:
    planned = list[int]()
    with opened(path) as ledger:
        ledger.append([about(Kind.OPENED)], CHEN)
    with closing(connect_read_only(path)) as connection:
        connection.set_authorizer(lambda action, *_: planned.append(action) or 0)
        ask(connection)
        first = len(planned)

        for _ in range(3):
            ask(connection)

    assert first > 0
    assert len(planned) == first
