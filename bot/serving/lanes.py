"""Runs the jobs of one chat in order, and those of different chats in parallel."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from bot.monitoring.logs import report

logger = logging.getLogger(__name__)

Job = TypeVar("Job")

# Jobs of one chat that wait apart; of more, the oldest are joined
MOST_WAITING = 100


class Lanes(Generic[Job]):
    """A lane is one chat's task: it starts with a job and ends when no job is left.

    Jobs that arrive during another job are given to `work` together: many jobs in one chat need
    only a few calls, and delay no other chat. `join` makes one job of two, so that no flood fills
    the memory.
    """

    def __init__(
        self,
        work: Callable[[int, list[Job]], Awaitable[None]],
        join: Callable[[Job, Job], Job],
    ) -> None:
        self._work = work
        self._join = join
        self._waiting: dict[int, list[Job]] = {}
        self._open: set[asyncio.Task[None]] = set()

    def put(self, chat: int, job: Job) -> None:
        """Add a job to a chat's lane."""
        if chat in self._waiting:
            jobs = self._waiting[chat]
            jobs.append(job)
            if len(jobs) > MOST_WAITING:
                jobs[:2] = [self._join(*jobs[:2])]
            return
        self._waiting[chat] = [job]
        lane = asyncio.create_task(self._run(chat))
        self._open.add(lane)
        lane.add_done_callback(self._open.discard)

    @property
    def waiting(self) -> int:
        """The number of jobs that wait for an earlier job of their chat."""
        return sum(map(len, self._waiting.values()))

    async def finish(self, seconds: float) -> None:
        """Wait for the jobs in progress, at most this many seconds; then cancel the rest."""
        if self._open:
            _, late = await asyncio.wait(self._open, timeout=seconds)
            for lane in late:
                lane.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _run(self, chat: int) -> None:
        try:
            while jobs := self._waiting[chat]:
                self._waiting[chat] = []
                await self._work_on(chat, jobs)
        finally:
            del self._waiting[chat]

    async def _work_on(self, chat: int, jobs: list[Job]) -> None:
        try:
            await self._work(chat, jobs)
        except Exception as error:  # noqa: BLE001 - the one error handler of deliveries
            report(logger, "a delivery was given up", error)
