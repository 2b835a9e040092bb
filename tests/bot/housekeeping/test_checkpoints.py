"""The record's log is worked in beside the bot's work; a failure is told and stops nothing."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing, suppress
from pathlib import Path

import pytest

from bot.housekeeping.checkpoints import MANY_PAGES, checkpoint_regularly
from ectrial.ledger.ledger import Ledger
from ectrial.ledger.sqlite.write_ahead_log import Log
from tests.disk.full import full_disk
from tests.ectrial.ledger.samples import NURSE, answered, open_ledger, opened
from tests.ectrial.ledger.test_work_in import entries_in_the_file_alone

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


@pytest.fixture
def log(ledger: Ledger, path: Path) -> Iterator[Log]:
    with closing(Log(path)) as log:
        log.work_in()
        yield log


@asynccontextmanager
async def kept_up(log: Log, many_pages: int = MANY_PAGES) -> AsyncIterator[None]:
    task = asyncio.create_task(checkpoint_regularly(log, OFTEN, many_pages))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not holds():  # noqa: ASYNC110 - a file tells nobody that it has changed
            await asyncio.sleep(OFTEN)


async def test_what_is_recorded_comes_into_the_file_by_itself(
    ledger: Ledger, log: Log, path: Path
) -> None:
    async with kept_up(log):
        ledger.append([answered("age", 58)], NURSE)
        await until(lambda: entries_in_the_file_alone(path) == 2)


async def test_while_people_answer_it_comes_once_it_is_much(ledger: Ledger, log: Log) -> None:
    waiting, is_less = [0], False

    async with kept_up(log, many_pages=30):
        for number in range(400):
            ledger.append([answered("age", number)], NURSE)
            waiting.append(log.waiting())
            is_less = is_less or waiting[-1] < waiting[-2]
            await asyncio.sleep(OFTEN / 10)

    assert is_less
    assert max(waiting) > 30


async def test_failure_is_told_once_and_tried_again(
    ledger: Ledger, log: Log, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    ledger.append([answered("age", 58)], NURSE)

    async with kept_up(log):
        with full_disk():
            await until(lambda: TOLD in caplog.text)
            await asyncio.sleep(10 * OFTEN)
        await until(lambda: entries_in_the_file_alone(path) == 2)

    assert caplog.text.count(TOLD) == 1
