"""Copies the record every hour beside the bot's work; a copy that fails stops nothing."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from bot.monitoring.logs import report
from bot.monitoring.metrics import Metrics
from ectrial.ledger.copies.rotation import copies, keep_copy
from ectrial.ledger.errors import LedgerError
from ectrial.ledger.opening import note_checked

logger = logging.getLogger(__name__)

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Backups:
    """Where the copies of a record stand, and how often one is made."""

    record: Path
    folder: Path
    key: str | None
    clock: Callable[[], datetime]
    every: timedelta = HOUR
    metrics: Metrics = field(default_factory=Metrics)

    async def run(self) -> None:
        """Make one whenever it is due, until cancelled."""
        while True:
            await asyncio.sleep(self.until_due().total_seconds())
            if not await self._is_made():
                await asyncio.sleep(self.every.total_seconds())

    async def _is_made(self) -> bool:
        # in a thread, over connections of its own: neither the chats nor the record wait
        making = asyncio.to_thread(self.make_one)
        (failed,) = await asyncio.gather(making, return_exceptions=True)
        if isinstance(failed, LedgerError):
            logger.error("no backup was made: %s", failed)
        elif isinstance(failed, BaseException):
            report(logger, "no backup was made", failed)
        self.metrics.backs_up(is_made=failed is None)
        return failed is None

    def until_due(self) -> timedelta:
        """Give how long the newest copy lasts; a bot that restarts often makes no more of them."""
        newest = self.newest()
        if newest is None:
            return timedelta()
        return max(newest + self.every - self.clock(), timedelta())

    def newest(self) -> datetime | None:
        """Give when the newest copy was made; none is of the future."""
        now = self.clock()
        try:
            made = (copy.made for copy in copies(self.record, self.folder))
        except LedgerError:
            return None
        return next((moment for moment in made if moment <= now), None)

    def make_one(self) -> None:
        """Copy the record, check the copy, and note how far it was checked."""
        head = keep_copy(self.record, self.folder, self.clock(), "hourly", self.key)
        note_checked(self.record, head, self.key)


@asynccontextmanager
async def backing_up(backups: Backups | None) -> AsyncIterator[None]:
    """Make copies meanwhile; one that is being made at the end is still finished."""
    if backups is None:
        yield
        return
    task = asyncio.create_task(backups.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
