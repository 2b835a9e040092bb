"""Checkpoints the write-ahead log of the record in the background, so that no commit has to."""

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
# 4 MB. After a whole checkpoint the log is overwritten from its beginning, and syncing a file that
# does not grow is far quicker (docs/decisions.md 53)
MANY_PAGES = 1000
# Commits made meanwhile are left for the next attempt; each leaves far fewer than the one before
MOST_ATTEMPTS = 4


async def checkpoint_regularly(
    log: Log, seconds: float = SECONDS_BETWEEN, many_pages: int = MANY_PAGES
) -> None:
    """Checkpoint the log until cancelled; of failures in a row, log the first."""
    waited, has_failed = 0, False
    while True:
        await asyncio.sleep(seconds)
        try:
            waited = await asyncio.to_thread(_checkpoint_if_due, log, waited, many_pages)
            has_failed = False
        except WRITE_ERRORS as error:
            if not has_failed:
                report(logger, "the log of the record could not be worked in", error)
            has_failed = True


def _checkpoint_if_due(log: Log, waited: int, many_pages: int) -> int:
    """Checkpoint if the log has not grown since the last look, or is long; give what is left."""
    waiting = log.waiting()
    left = MOST_ATTEMPTS if waiting == waited or waiting >= many_pages else 0
    while waiting and left:
        log.work_in()
        waiting, left = log.waiting(), left - 1
    return waiting


@asynccontextmanager
async def checkpointing(record: Path, key: str | None) -> AsyncIterator[None]:
    """Checkpoint in the background."""
    with closing(Log(record, key)) as log:
        task = asyncio.create_task(checkpoint_regularly(log))
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
