"""The record's log is worked in beside the bot's work; a failure is told and stops nothing."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path

import pytest

from bot.housekeeping.checkpoints import _checkpoint_if_due, checkpoint_regularly
from ectrial.ledger.ledger import Ledger
from ectrial.ledger.sqlite.write_ahead_log import Log
from tests.disk.full import full_disk
from tests.ectrial.ledger.samples import NURSE, answered, open_ledger, opened
from tests.ectrial.ledger.test_work_in import entries_in_the_file_alone
from tests.phone import SECONDS

OFTEN = 0.01
TOLD = "the log of the record could not be worked in"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


@pytest.fixture
def ledger(path: Path) -> Iterator[Ledger]:
    with open_ledger(path) as ledger:
        ledger.append([opened()], NURSE)
        yield ledger


class CountedLog(Log):
    """A log that counts how often it was to be worked in."""

    attempts = 0

    def work_in(self) -> None:
        self.attempts += 1
        super().work_in()


@pytest.fixture
def log(ledger: Ledger, path: Path) -> Iterator[CountedLog]:
    with closing(CountedLog(path)) as log:
        log.work_in()
        yield log


@asynccontextmanager
async def kept_up(log: Log) -> AsyncIterator[None]:
    task = asyncio.create_task(checkpoint_regularly(log, OFTEN))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(SECONDS):
        while not holds():  # noqa: ASYNC110 - a file tells nobody that it has changed
            await asyncio.sleep(OFTEN)


async def test_what_is_recorded_comes_into_the_file_by_itself(
    ledger: Ledger, log: Log, path: Path
) -> None:
    async with kept_up(log):
        ledger.append([answered("age", 58)], NURSE)
        await until(lambda: entries_in_the_file_alone(path) == 2)


def test_while_people_answer_it_comes_once_it_is_much(ledger: Ledger, log: Log) -> None:
    before, left = [], [0]

    for number in range(100):
        ledger.append([answered("age", number)], NURSE)
        before.append(log.waiting())
        left.append(_checkpoint_if_due(log, left[-1], many_pages=30))

    is_left = [waiting == after for waiting, after in zip(before, left[1:], strict=True)]
    assert is_left == [waiting < 30 for waiting in before]
    assert True in is_left
    assert False in is_left


async def test_failure_is_told_once_and_tried_again(
    ledger: Ledger, log: CountedLog, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ledger.append([answered("age", 58)], NURSE)

    async with kept_up(log):
        with full_disk():
            await until(lambda: TOLD in caplog.text)
            told_at = log.attempts
            await until(lambda: log.attempts >= told_at + 2)
        await until(lambda: entries_in_the_file_alone(path) == 2)

    assert caplog.text.count(TOLD) == 1
