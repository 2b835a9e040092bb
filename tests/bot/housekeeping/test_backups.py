"""Copies by the hour: when one is due, and what happens when one cannot be made."""

import asyncio
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.housekeeping.backups import Backups, backing_up
from bot.setup.start import now
from ectrial.ledger.copies.rotation import Copy, copies
from ectrial.ledger.errors import StorageError
from ectrial.ledger.ledger import Author, Ledger
from ectrial.ledger.opening import note_checked
from ectrial.ledger.sqlite.driver import connect_read_only
from ectrial.ledger.tables.entries import Head
from ectrial.ledger.verify import checked_head, verify_file
from ectrial.record.anchors import anchor
from ectrial.record.entries import Kind, NewEntry
from tests.blank_record import blank
from tests.ectrial.ledger.samples import Clock

ADDED = NewEntry(Kind.STAFF_ADDED, "T", item="9", value="coordinator")
OPERATOR = Author(0, "operator")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


@pytest.fixture
def ledger(record: Path) -> Iterator[Ledger]:
    with Ledger.open(blank(record), site="here", via="telegram", clock=now) as ledger:
        ledger.append([ADDED], OPERATOR)
        yield ledger


@pytest.fixture
def backups(record: Path) -> Backups:
    return Backups(record, record.parent / "copies", None, Clock(), timedelta(seconds=0.5))


def made(backups: Backups) -> tuple[Copy, ...]:
    return copies(backups.record, backups.folder)


def counted(backups: Backups, outcome: str) -> float:
    registry = backups.metrics.registry
    return registry.get_sample_value("ectrial_backups_total", {"outcome": outcome}) or 0.0


def checked(record: Path) -> Head:
    with closing(connect_read_only(record)) as connection:
        return checked_head(connection)


async def until(holds: Callable[[], object]) -> None:
    def wait() -> None:
        for _ in range(10_000):
            if holds():
                return
            time.sleep(0.01)
        raise AssertionError("waited in vain")

    await asyncio.to_thread(wait)


async def test_a_copy_is_made_at_once_and_then_when_due(ledger: Ledger, backups: Backups) -> None:
    async with backing_up(backups):
        await until(lambda: len(made(backups)) > 1)

    assert verify_file(made(backups)[0].path).head == ledger.head()


async def test_the_record_is_written_to_while_it_is_copied(
    ledger: Ledger, backups: Backups
) -> None:
    async with backing_up(backups):
        while not made(backups):
            assert ledger.append([ADDED], OPERATOR)
            await asyncio.sleep(0)

    assert ledger.verify().holds
    assert verify_file(made(backups)[0].path).holds


def test_a_bot_that_restarts_often_makes_one_an_hour(ledger: Ledger, record: Path) -> None:
    clock = Clock()
    backups = Backups(record, record.parent / "copies", None, clock)
    assert backups.until_due() == timedelta()

    backups.make_one()

    assert timedelta(minutes=59) < backups.until_due() < timedelta(hours=1)
    clock.now += timedelta(hours=1)
    assert backups.until_due() == timedelta()


def test_a_clock_set_back_does_not_put_copies_off(ledger: Ledger, record: Path) -> None:
    clock = Clock()
    backups = Backups(record, record.parent / "copies", None, clock)
    backups.make_one()

    clock.now -= timedelta(days=400)

    assert backups.until_due() == timedelta()


async def test_a_copy_that_fails_is_told_and_tried_again(
    ledger: Ledger, backups: Backups, caplog: pytest.LogCaptureFixture
) -> None:
    backups.folder.write_text("in the way")
    caplog.set_level(logging.ERROR)

    async with backing_up(backups):
        await until(lambda: caplog.records)
        assert ledger.append([ADDED], OPERATOR)
        backups.folder.unlink()
        await until(lambda: made(backups))

    assert caplog.records[0].getMessage().startswith("no backup was made: ")
    assert counted(backups, "failed") >= 1


async def test_a_copy_that_is_made_is_counted(ledger: Ledger, backups: Backups) -> None:
    assert await backups._is_made()

    assert counted(backups, "made") == 1
    assert counted(backups, "failed") == 0


async def test_a_practice_record_is_not_copied() -> None:
    async with backing_up(None):
        pass


def test_a_checked_copy_spares_the_next_start_the_check(
    ledger: Ledger, backups: Backups, record: Path
) -> None:
    ledger.append([ADDED, ADDED], OPERATOR)

    backups.make_one()

    assert checked(record) == ledger.head()


def test_a_copy_leaves_its_head_in_the_log(
    ledger: Ledger, backups: Backups, caplog: pytest.LogCaptureFixture
) -> None:
    # a command run before in this process may have raised the level of our loggers
    caplog.set_level(logging.INFO, logger="bot")

    backups.make_one()

    (told,) = caplog.records
    assert told.levelname == "INFO"
    assert told.getMessage() == f"a copy was made, with the head {anchor(ledger.head())}"


def test_a_record_that_took_its_place_is_not_copied(ledger: Ledger, record: Path) -> None:
    backups = Backups(record, record.parent / "copies", None, now, check_place=ledger.check_place)
    backups.make_one()
    other = record.with_name("other.db")
    Ledger.open(other, site="here", via="telegram", clock=now).close()
    before = other.read_bytes()
    other.replace(record)

    with pytest.raises(StorageError, match="removed, moved or replaced"):
        backups.make_one()

    assert len(made(backups)) == 1
    assert record.read_bytes() == before


def test_a_record_replaced_while_it_is_copied_leaves_no_copy(ledger: Ledger, record: Path) -> None:
    looks = []

    def check_place() -> None:
        if looks:
            raise StorageError("removed, moved or replaced")
        looks.append(1)

    backups = Backups(record, record.parent / "copies", None, now, check_place=check_place)

    with pytest.raises(StorageError):
        backups.make_one()

    assert made(backups) == ()
    assert list(backups.folder.iterdir()) == []


def test_a_head_that_is_not_in_the_record_is_not_noted(ledger: Ledger, record: Path) -> None:
    note_checked(record, (1, "0" * 64))

    assert checked(record) != (1, "0" * 64)
