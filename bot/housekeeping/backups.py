"""Copies the record every hour while the bot serves; a failed copy stops nothing else."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from bot.housekeeping.background import in_background
from bot.monitoring.logs import report
from bot.monitoring.metrics import Metrics
from ectrial.ledger.copies.rotation import copies, keep_copy
from ectrial.ledger.errors import LedgerError
from ectrial.ledger.opening import note_checked
from ectrial.ledger.verify import Verification, verify_since_checked
from ectrial.record.anchors import anchor

logger = logging.getLogger(__name__)

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Backups:
    """The record to copy, the folder of the copies, and the time between two copies."""

    record: Path
    folder: Path
    key: str | None
    clock: Callable[[], datetime]
    every: timedelta = HOUR
    metrics: Metrics = field(default_factory=Metrics)
    check_place: Callable[[], None] = lambda: None
    """Raises StorageError if another file than the open record lies at its path."""

    async def run(self) -> None:
        """Make a copy whenever one is due, until cancelled."""
        while True:
            await asyncio.sleep(self.until_due().total_seconds())
            if not await self._is_made():
                await asyncio.sleep(self.every.total_seconds())

    async def _is_made(self) -> bool:
        # a thread with its own connections, so that no chat and no commit waits
        making = asyncio.to_thread(self.make_one)
        (failed,) = await asyncio.gather(making, return_exceptions=True)
        if isinstance(failed, LedgerError):
            logger.error("no backup was made: %s", failed)
        elif isinstance(failed, BaseException):
            report(logger, "no backup was made", failed)
        self.metrics.backs_up(is_made=failed is None)
        return failed is None

    def until_due(self) -> timedelta:
        """Give the time until the next copy is due; a restart of the bot does not change it."""
        newest = self.newest()
        if newest is None:
            return timedelta()
        return max(newest + self.every - self.clock(), timedelta())

    def newest(self) -> datetime | None:
        """Give the time of the newest copy; a copy with a time in the future does not count."""
        now = self.clock()
        try:
            made = (copy.made for copy in copies(self.record, self.folder))
        except LedgerError:
            return None
        return next((moment for moment in made if moment <= now), None)

    def make_one(self) -> None:
        """Copy the record, check the copy, and store the last entry that was checked."""
        self.check_place()
        head = keep_copy(self.record, self.folder, self.clock(), "hourly", self.key, self._checked)
        note_checked(self.record, head, self.key)
        # on another machine, where logs are often sent, it shows later what was cut off here
        logger.info("a copy was made, with the head %s", anchor(head))

    def _checked(self, copy: Path, key: str | None) -> Verification:
        # again, as the record may have been replaced before it was opened to be copied
        self.check_place()
        return verify_since_checked(copy, key)


@asynccontextmanager
async def backing_up(backups: Backups | None) -> AsyncIterator[None]:
    """Make copies in the background; at the end, finish the copy that has begun."""
    if backups is None:
        yield
        return
    async with in_background(backups.run()):
        yield
