"""Checkpoints the write-ahead log of the record in the background, so that commits need not."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

from bot.housekeeping.background import in_background
from bot.monitoring.logs import report
from bot.serving.commits import WRITE_ERRORS
from ectrial.ledger.sqlite.write_ahead_log import Log

logger = logging.getLogger(__name__)

SECONDS_BETWEEN = 0.5
# 4 MB. After a complete checkpoint the log is overwritten from its start, and syncing a file that
# does not grow is much faster (docs/decisions.md 53).
MANY_PAGES = 1000
# Each attempt misses the commits made meanwhile; these are far fewer each time
MOST_ATTEMPTS = 4


async def checkpoint_regularly(
    log: Log, seconds: float = SECONDS_BETWEEN, many_pages: int = MANY_PAGES
) -> None:
    """Checkpoint the log until cancelled; of several failures in a row, log only the first."""
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
    """Checkpoint if the log is long or has stopped growing; give the number of pages left."""
    waiting = log.waiting()
    left = MOST_ATTEMPTS if waiting == waited or waiting >= many_pages else 0
    while waiting and left:
        log.work_in()
        waiting, left = log.waiting(), left - 1
    return waiting


@asynccontextmanager
async def checkpointing(record: Path, key: str | None) -> AsyncIterator[None]:
    """Checkpoint in the background while the context is open."""
    with closing(Log(record, key)) as log:
        async with in_background(checkpoint_regularly(log)):
            yield
