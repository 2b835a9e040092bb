"""One thread writes the record; what waits to be written shares one commit, and so one fsync.

The event loop never waits for the disk: it goes on with deliveries meanwhile.
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
Note = Callable[[], None]

UNSAVED = (LedgerError, OSError)
# A note goes along with the next commit; without one it is committed after this time
SECONDS_A_NOTE_WAITS = 0.01


class Commits:
    """Runs work on the record, each piece in one transaction with the notes that wait."""

    def __init__(self, ledger: Ledger, metrics: Metrics | None = None) -> None:
        self._ledger = ledger
        self._metrics = metrics or Metrics()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="record")
        self._notes: list[Note] = []
        self._kept = asyncio.Event()
        self._tasks: set[asyncio.Task[Any]] = set()

    async def commit(self, work: Callable[[], Result]) -> Result:
        """Run the work; what it records holds once this returns, and not if this raises."""
        notes, kept = self._notes, self._kept
        self._notes, self._kept = [], asyncio.Event()
        loop, begun = asyncio.get_running_loop(), perf_counter()
        try:
            done = await loop.run_in_executor(self._thread, self._run, notes, work)
        finally:
            kept.set()
        self._metrics.commits(perf_counter() - begun)
        return done

    async def probe(self) -> None:
        """Take the record's lock and let go of it; raises what a commit would."""
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._thread, self._run, [], lambda: None)

    async def note(self, note: Note) -> None:
        """Write what is not clinical, soon; lost without harm if it cannot be written."""
        if not self._notes:
            asyncio.get_running_loop().call_later(SECONDS_A_NOTE_WAITS, self._keep_notes)
        self._notes.append(note)
        await self._kept.wait()

    async def finish(self) -> None:
        """Keep the last notes and let the thread go."""
        await self._commit_notes()
        await asyncio.gather(*self._tasks)
        self._thread.shutdown()

    def _keep_notes(self) -> None:
        if self._notes:
            task = asyncio.create_task(self._commit_notes())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _commit_notes(self) -> None:
        if self._notes:
            try:
                await self.commit(lambda: None)
            except UNSAVED as error:
                report(logger, "what the chats show could not be kept", error)

    def _run(self, notes: list[Note], work: Callable[[], Result]) -> Result:
        with self._ledger.together():
            for note in notes:
                _try(note)
            return work()


def _try(note: Note) -> None:
    try:
        note()
    except Exception as error:  # noqa: BLE001 - no answer is lost for what a chat shows
        report(logger, "what a chat shows could not be kept", error)
