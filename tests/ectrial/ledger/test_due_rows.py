"""What is to ring a phone: once a key, unasked for once a person and day, whatever is killed."""

from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from ectrial.ledger.errors import RefusedError
from ectrial.ledger.ledger import Ledger
from ectrial.ledger.sqlite.driver import connect
from ectrial.ledger.tables.due import UNASKED, WAITING
from tests.ectrial.ledger.samples import open_ledger

DAY = date(2026, 11, 30)
NINE = datetime(2026, 11, 30, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_a_row_rings_from_its_moment_on_and_once(ledger: Ledger) -> None:
    ledger.due.add(7, "reminder", "12", DAY, NINE)

    assert ledger.due.waiting(NINE - HOUR) == ()
    (row,) = ledger.due.waiting(NINE)
    assert (row.person, row.kind, row.day) == (7, "reminder", "2026-11-30")
    assert ledger.due.claim(row)
    assert not ledger.due.claim(row)
    assert ledger.due.waiting(NINE) == ()
    ledger.due.settle([row], "sent")
    assert ledger.due.waiting(NINE + 24 * HOUR) == ()


def test_the_same_again_adds_nothing_also_after_it_rang(ledger: Ledger) -> None:
    assert ledger.due.add(7, "reminder", "12", DAY, NINE)
    assert not ledger.due.add(7, "reminder", "12", DAY, NINE)
    (row,) = ledger.due.waiting(NINE)
    ledger.due.claim(row)
    ledger.due.settle([row], "sent")

    assert not ledger.due.add(7, "reminder", "12", DAY, NINE)
    assert ledger.due.waiting(NINE) == ()


def test_a_reminder_set_to_another_time_of_the_day_rings_then(ledger: Ledger) -> None:
    ledger.due.add(7, "reminder", "12", DAY, NINE)
    (row,) = ledger.due.waiting(NINE)
    ledger.due.claim(row)

    assert ledger.due.add(7, "reminder", "12", DAY, NINE + HOUR)
    # the message that was under way arrives meanwhile
    ledger.due.settle([row], "sent")

    assert ledger.due.waiting(NINE) == ()
    assert ledger.due.waiting(NINE + HOUR) == (row,)


def test_what_was_dropped_is_silent_until_it_is_added_again(ledger: Ledger) -> None:
    ledger.due.add(7, "reminder", "12", DAY, NINE)
    ledger.due.add(8, "reminder", "12", DAY, NINE)
    ledger.due.add(7, "reminder", "13", DAY, NINE)

    ledger.due.drop(7, "12")

    assert [row.person for row in ledger.due.waiting(NINE)] == [8, 7]
    assert ledger.due.add(7, "reminder", "12", DAY, NINE)
    assert len(ledger.due.waiting(NINE)) == 3


def test_what_was_being_sent_at_a_kill_is_sent_again(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.due.add(7, "digest", "", DAY, NINE)
        ledger.due.add(8, "digest", "", DAY, NINE)
        row, arrived = ledger.due.waiting(NINE)
        for each in (row, arrived):
            ledger.due.claim(each)
        ledger.due.settle([arrived], "sent")

    with open_ledger(path) as ledger:
        assert ledger.due.waiting(NINE) == (row,)


def test_the_record_itself_takes_one_unasked_ring_a_person_and_day(ledger: Ledger) -> None:
    ledger.due.add(7, "digest", "", DAY, NINE)
    ledger.due.add(7, "reminder", "12", DAY, NINE)
    ledger.due.add(8, "news", "", DAY, NINE)
    ledger.due.add(7, "news", "", DAY + timedelta(days=1), NINE)

    with pytest.raises(RefusedError):
        ledger.due.add(7, "news", "", DAY, NINE)

    assert ledger.due.unasked(DAY) == {7, 8}
    assert len(ledger.due.waiting(NINE)) == 4


def test_a_dropped_digest_leaves_the_ring_of_its_day_to_others(ledger: Ledger) -> None:
    ledger.due.add(7, "digest", "", DAY, NINE)
    (row,) = ledger.due.waiting(NINE)
    ledger.due.claim(row)
    ledger.due.settle([row], "dropped")

    assert ledger.due.unasked(DAY) == frozenset()
    assert ledger.due.add(7, "news", "", DAY, NINE)


def test_a_row_is_part_of_the_transaction_that_adds_it(ledger: Ledger) -> None:
    added: list[int] = []
    ledger.due.added = lambda: added.append(1)

    def add_and_fail() -> None:
        with ledger.together():
            ledger.due.add(7, "reminder", "12", DAY, NINE)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        add_and_fail()

    assert ledger.due.waiting(NINE) == ()
    assert added == [1]


def test_looking_reads_no_row_that_is_settled_or_later(ledger: Ledger, path: Path) -> None:
    with closing(connect(path)) as connection:
        plans = [
            connection.execute(f"EXPLAIN QUERY PLAN {asked}", ["x"]).fetchall()[0][3]
            for asked in (WAITING, UNASKED)
        ]

    assert "due_open (at_utc<?)" in plans[0]
    assert "due_unasked (day=?)" in plans[1]


def test_rows_are_no_entries_and_the_record_holds(ledger: Ledger) -> None:
    ledger.due.add(7, "reminder", "12", DAY, NINE)

    assert ledger.verify().holds
    assert list(ledger.entries()) == []
