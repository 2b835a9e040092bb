"""Works the record's log into its file beside the bot's work, so that no commit has to."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

from bot.monitoring.logs import report
from bot.serving.commits import WRITE_ERRORS
from ectrial.ledger.sqlite.write_ahead_log import Log

logger = logging.getLogger(__name__)

SECONDS_BETWEEN = 0.5
# 4 MB. A log that is worked in whole is written from its beginning again, and syncing a file that
# does not grow is far quicker (docs/decisions.md 53)
MANY_PAGES = 1000
# What is added meanwhile stays for the next; each leaves much less than the one before
MOST_ATTEMPTS = 4


async def work_in(
    log: Log, seconds: float = SECONDS_BETWEEN, many_pages: int = MANY_PAGES
) -> None:
    """Look after the log until cancelled; of failures in a row the first is told."""
    waited, has_failed = 0, False
    while True:
        await asyncio.sleep(seconds)
        try:
            waited = await asyncio.to_thread(_look_after, log, waited, many_pages)
            has_failed = False
        except WRITE_ERRORS as error:
            if not has_failed:
                report(logger, "the log of the record could not be worked in", error)
            has_failed = True


def _look_after(log: Log, waited: int, many_pages: int) -> int:
    """Work in what waits, once nothing was added since the last look or it is much."""
    waiting = log.waiting()
    left = MOST_ATTEMPTS if waiting == waited or waiting >= many_pages else 0
    while waiting and left:
        log.work_in()
        waiting, left = log.waiting(), left - 1
    return waiting


@asynccontextmanager
async def keeping_up(record: Path, key: str | None) -> AsyncIterator[None]:
    """Work the log in meanwhile."""
    with closing(Log(record, key)) as log:
        task = asyncio.create_task(work_in(log))
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
