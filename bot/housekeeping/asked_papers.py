"""Makes the papers that were asked for in chats, beside all turns, and sends each to its chat.

What was asked for stands in the record until it is sent or stopped, so that no restart forgets it:
one that was being made is made again from its beginning, of the same entries, with the same bytes.
If a kill comes between the sending and the note of it, the file comes twice.
"""

import asyncio
import logging
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bot.housekeeping.background import SECONDS_BETWEEN_LOOKS
from bot.monitoring.logs import report
from bot.papers.progress import Progress, StoppedError
from bot.papers.scratch import scratch_beside
from bot.serving.commits import Commits
from bot.serving.paper_messages import PaperMessage, PaperMessages
from bot.serving.still_meant import NotMeantError
from bot.telegram.files import LARGEST_DOCUMENT
from ectrial.ledger.errors import LedgerError
from ectrial.ledger.ledger import Ledger
from ectrial.ledger.tables.asked_papers import AskedPaper, State

logger = logging.getLogger(__name__)

SECONDS_BETWEEN_QUESTIONS = 0.5
"""How soon it is known that a paper which is being made is not for its person any more."""
AT_ONCE = 2
"""Papers that are made at the same time; others wait."""
SECONDS_UNTOLD = 3.0
"""A paper that is there sooner needs no message about how far it has come."""
SECONDS_TO_END = 5.0
"""How long a stop of the bot waits for a file that is being sent."""
SECONDS_BETWEEN_EDITS = 5.0
"""Telegram allows one message a second in a chat, and the person uses that chat meanwhile."""
Make = Callable[[AskedPaper, Path, Progress], Path]
"""Make a paper in a folder, in a thread of its own."""


@dataclass(slots=True)
class AskedPapers:
    """Looks what is still to be made; `may_have`: whether its person may have it now.

    That is asked before the making, during it, before its progress is told, and at each try to
    send it.
    """

    ledger: Ledger
    commits: Commits
    make: Make
    may_have: Callable[[AskedPaper], bool]
    is_reached: Callable[[int], bool]
    messages: PaperMessages
    untold: float = SECONDS_UNTOLD
    between_edits: float = SECONDS_BETWEEN_EDITS
    _tasks: dict[int, asyncio.Task[None]] = field(default_factory=dict)
    _progress: dict[int, Progress] = field(default_factory=dict)
    _turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))
    _woken: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self, seconds: float = SECONDS_BETWEEN_LOOKS) -> None:
        """Look regularly, and whenever one is asked for or stopped, until cancelled."""
        loop = asyncio.get_running_loop()
        self.ledger.asked_papers.changed = lambda: loop.call_soon_threadsafe(self._woken.set)
        try:
            while True:
                try:
                    self._look()
                except Exception as error:  # noqa: BLE001 - the one error handler of this task
                    report(logger, "papers that were asked for could not be looked up", error)
                with suppress(TimeoutError):
                    async with asyncio.timeout(seconds):
                        await self._woken.wait()
                self._woken.clear()
                # the transaction that says so may still be open
                with suppress(Exception):
                    await self.commits.probe()
        finally:
            self.ledger.asked_papers.changed = int
            for task in self._tasks.values():
                task.cancel()
            await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    def _look(self) -> None:
        """Begin with whatever is not begun, and end what was stopped."""
        rows = {row.id: row for row in self.ledger.asked_papers.open()}
        for id_, progress in self._progress.items():
            if id_ not in rows:
                progress.stop()
        for id_, row in rows.items():
            if id_ not in self._tasks and self.is_reached(row.chat):
                task = self._tasks[id_] = asyncio.create_task(self._give(row))
                task.add_done_callback(partial(self._forget, id_))

    def _forget(self, id_: int, _: asyncio.Task[None]) -> None:
        self._tasks.pop(id_, None)

    async def _give(self, row: AskedPaper) -> None:
        progress, message = Progress(), self.messages.about(row)
        try:
            self._ask(row)
            # one that a stop of the bot kept from being sent can be stopped again
            await self._settle(row, "open")
            with scratch_beside(self.ledger.path) as folder:
                path = await self._made(row, folder, progress, message)
                await self._send(row, path, progress, message)
        except NotMeantError:
            await self._settle(row, "failed")
            await message.not_meant()
        except StoppedError:
            await message.stopped(progress)
        except (OSError, LedgerError) as error:
            logger.error("a paper could not be made: %s", type(error).__name__)  # noqa: TRY400 - it names paths
            await self._settle(row, "failed")
            await message.failed()
        except Exception as error:  # noqa: BLE001 - one paper must not end the others
            report(logger, "a paper could not be made", error)
            await self._settle(row, "failed")
            await message.failed()

    def _ask(self, row: AskedPaper) -> None:
        """Raise NotMeantError once the paper is not for its person any more."""
        if not self.may_have(row):
            raise NotMeantError

    async def _made(
        self, row: AskedPaper, folder: Path, progress: Progress, message: PaperMessage
    ) -> Path:
        """Have it made, and tell how far it has come.

        StoppedError once it is stopped, NotMeantError once it is not for its person any more.
        """
        making = asyncio.create_task(self._in_turn(row, folder, progress))
        self._progress[row.id] = progress
        left = self.untold
        try:
            while True:
                seconds = min(left, SECONDS_BETWEEN_QUESTIONS)
                done, _ = await asyncio.wait({making}, timeout=seconds)
                self._ask(row)
                if done:
                    return making.result()
                left -= seconds
                if left <= 0:
                    await message.tell(progress, partial(self.may_have, row))
                    left = self.between_edits
        finally:
            # the thread ends at its next screening; the folder must not go before
            del self._progress[row.id]
            progress.stop()
            await asyncio.gather(making, return_exceptions=True)

    async def _in_turn(self, row: AskedPaper, folder: Path, progress: Progress) -> Path:
        async with self._turns:
            progress.look()
            return await asyncio.to_thread(self.make, row, folder, progress)

    async def _send(
        self, row: AskedPaper, path: Path, progress: Progress, message: PaperMessage
    ) -> None:
        if not await self._note(partial(self.ledger.asked_papers.settle, row.id, "sending")):
            raise StoppedError
        size = await asyncio.to_thread(os.path.getsize, path)
        if size == 0:
            # Telegram takes no empty file; nothing went wrong
            await self._settle(row, "failed")
            await message.empty()
            return
        if size > LARGEST_DOCUMENT:
            await self._settle(row, "failed")
            await message.too_large(size)
            return
        sending = message.send(path, partial(self.may_have, row))
        try:
            fate = await asyncio.shield(sending)
        except asyncio.CancelledError:
            with suppress(TimeoutError):
                async with asyncio.timeout(SECONDS_TO_END):
                    if await sending == "sent":
                        await self._settle(row, "sent")
            raise
        if fate == "not_meant":
            raise NotMeantError
        if fate != "left":
            await self._settle(row, "sent" if fate == "sent" else "failed")
            await (message.sent(progress) if fate == "sent" else message.failed())

    async def _settle(self, row: AskedPaper, state: State) -> None:
        await self._note(partial(self.ledger.asked_papers.settle, row.id, state))

    async def _note(self, write: Callable[[], bool]) -> bool:
        return await self.commits.commit(write)
