"""The health of a running bot, with the reasons if something is wrong."""

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bot.housekeeping.backups import Backups
from bot.housekeeping.webhook_health import WebhookHealth
from bot.monitoring.metrics import Metrics
from bot.serving.commits import WRITE_ERRORS, Commits

# A poll waits 30 s, and its answer may take 10 s more
LONGEST_SILENCE = 90.0
# A check that takes longer is reported as failed
SECONDS_TO_LOOK = 2.0
SMALLEST_FREE_BYTES = 2**20


@dataclass(frozen=True, slots=True)
class Health:
    """Checks a running bot. Its answers name no secret, no person and no subject."""

    trial: str
    record: Path
    webhook: WebhookHealth | None
    commits: Commits
    metrics: Metrics
    backups: Backups | None

    async def look(self) -> dict[str, Any]:
        """Give the answer of /healthz as JSON values."""
        heartbeat = self.metrics.heartbeat
        is_writable = heartbeat.is_stopping or await self._is_writable()
        committed = heartbeat.committed
        unreachable = () if self.webhook is None else await self.webhook.reasons()
        return {
            "version": version("ectrial"),
            "trial": self.trial,
            "is_polling": self.webhook is None,
            "uptime_seconds": round(heartbeat.since(heartbeat.started)),
            "heard_seconds_ago": round(heartbeat.since(heartbeat.heard))
            if heartbeat.has_heard
            else None,
            "committed_seconds_ago": None
            if committed is None
            else round(heartbeat.since(committed)),
            "record_is_writable": is_writable,
            "backup_seconds_ago": await self._backup_age(),
            "reasons": [*self._reasons(is_writable=is_writable), *unreachable],
        }

    def _reasons(self, *, is_writable: bool) -> Iterator[str]:
        heartbeat = self.metrics.heartbeat
        silence = heartbeat.since(heartbeat.heard)
        if heartbeat.is_stopping:
            yield "shutting down"
        elif silence > LONGEST_SILENCE:
            yield f"Telegram has not answered for {silence:.0f} s"
        if not is_writable:
            yield "the record cannot be written"

    async def _is_writable(self) -> bool:
        """Whether the record can be locked and the disk has free space."""
        try:
            async with asyncio.timeout(SECONDS_TO_LOOK):
                await self.commits.probe()
                usage = await asyncio.to_thread(shutil.disk_usage, self.record.parent)
        except WRITE_ERRORS:
            return False
        return usage.free >= SMALLEST_FREE_BYTES and not self.metrics.heartbeat.is_unsaved

    async def _backup_age(self) -> int | None:
        if self.backups is None:
            return None
        try:
            async with asyncio.timeout(SECONDS_TO_LOOK):
                newest = await asyncio.to_thread(self.backups.newest)
        except TimeoutError:
            return None
        return None if newest is None else _seconds(self.backups.clock(), newest)


def _seconds(now: datetime, then: datetime) -> int:
    return round((now - then).total_seconds())
