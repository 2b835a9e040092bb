"""The one thread that writes the record: all waiting writes go into one commit with one fsync.

The event loop never waits for the disk; it continues with deliveries meanwhile.
"""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import perf_counter
from typing import Any, TypeVar

from bot.monitoring.logs import report
from bot.monitoring.metrics import Metrics
from ectrial.ledger.errors import LedgerError
from ectrial.ledger.ledger import Ledger

logger = logging.getLogger(__name__)

Result = TypeVar("Result")
Write = Callable[[], None]

# The errors of a failed write
WRITE_ERRORS = (LedgerError, OSError)
# Writes of `write_soon` join the next commit, and wait no longer than this
SECONDS_A_WRITE_WAITS = 0.01
# Writes of `write_along` may be lost, so they wait longer for another commit
SECONDS_A_WRITE_GOES_ALONG = 1.0


class Commits:
    """Runs work in the writing thread: each piece in one transaction with the waiting writes."""

    def __init__(
        self,
        ledger: Ledger,
        metrics: Metrics | None = None,
        *,
        write_waits: float = SECONDS_A_WRITE_WAITS,
    ) -> None:
        self._ledger = ledger
        self._write_waits = write_waits
        self._metrics = metrics or Metrics()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="record")
        self._waiting: list[Write] = []
        self._written = asyncio.Event()
        self._is_due = False
        self._tasks: set[asyncio.Task[Any]] = set()

    async def commit(self, work: Callable[[], Result]) -> Result:
        """Run the work; it is recorded if this returns, and not recorded if this raises."""
        waiting, written = self._waiting, self._written
        self._waiting, self._written, self._is_due = [], asyncio.Event(), False
        loop, begun = asyncio.get_running_loop(), perf_counter()
        try:
            done = await loop.run_in_executor(self._thread, self._run, waiting, work)
        finally:
            written.set()
        self._metrics.commits(perf_counter() - begun)
        return done

    async def probe(self) -> None:
        """Lock and release the record; raises the same errors as a commit."""
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._thread, self._run, [], lambda: None)

    async def write_soon(self, write: Write) -> None:
        """Write data that is not clinical, soon; a failure does no harm and is only logged."""
        if not self._is_due:
            self._is_due = True
            asyncio.get_running_loop().call_later(self._write_waits, self._start_writing)
        self._waiting.append(write)
        await self._written.wait()

    def write_along(self, write: Write) -> None:
        """Write non-clinical data with the next commit, which can read it; returns at once."""
        if not self._waiting:
            asyncio.get_running_loop().call_later(SECONDS_A_WRITE_GOES_ALONG, self._start_writing)
        self._waiting.append(write)

    async def finish(self) -> None:
        """Write what is still waiting, then end the thread."""
        await self._write_waiting()
        await asyncio.gather(*self._tasks)
        self._thread.shutdown()

    def _start_writing(self) -> None:
        if self._waiting:
            task = asyncio.create_task(self._write_waiting())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _write_waiting(self) -> None:
        if self._waiting:
            try:
                await self.commit(lambda: None)
            except WRITE_ERRORS as error:
                report(logger, "what the chats show could not be kept", error)

    def _run(self, waiting: list[Write], work: Callable[[], Result]) -> Result:
        with self._ledger.together():
            for write in waiting:
                _try(write)
            return work()


def _try(write: Write) -> None:
    try:
        write()
    except Exception as error:  # noqa: BLE001 - no answer is lost here, only what a chat shows
        report(logger, "what a chat shows could not be kept", error)
