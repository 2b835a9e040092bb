"""Works the record's log into its file beside the bot's work, so that no commit has to."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.logs import report
from ectrial.ledger.ledger import Ledger

logger = logging.getLogger(__name__)

# A busy ward writes some ten MB of log meanwhile
SECONDS_BETWEEN = 2.0


async def work_in(ledger: Ledger, seconds: float = SECONDS_BETWEEN) -> None:
    """Work the log in, again and again, until cancelled; a failure is told once in a row."""
    has_failed = False
    while True:
        await asyncio.sleep(seconds)
        (error,) = await asyncio.gather(asyncio.to_thread(ledger.work_in), return_exceptions=True)
        if isinstance(error, BaseException) and not has_failed:
            report(logger, "the log of the record could not be worked in", error)
        has_failed = error is not None


@asynccontextmanager
async def keeping_up(ledger: Ledger) -> AsyncIterator[None]:
    """Work the log in meanwhile."""
    task = asyncio.create_task(work_in(ledger))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
