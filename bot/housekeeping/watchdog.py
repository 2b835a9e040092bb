"""Ends a process that hangs, so that its supervisor starts another; nothing recorded is lost.

It runs in a thread of its own, since the event loop may be what hangs. While Telegram is out of
reach nothing hangs: the intake asks again and again.
"""

import asyncio
import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from bot.exit_codes import ExitCode
from bot.monitoring.heartbeat import Heartbeat

logger = logging.getLogger(__name__)

SECONDS_BETWEEN_LOOKS = 10.0
# Added to the time that each step may take
SECONDS_OF_GRACE = 60.0
# Writing the log may be what hangs
SECONDS_TO_TELL = 5.0

Ask = Callable[[Callable[[], object]], object]


class Watchdog:
    """Looks again and again; ends the process if the same thing hangs at two looks in a row.

    One look is not enough: after the machine was asleep, it comes before anything could move on.
    """

    def __init__(
        self, heartbeat: Heartbeat, ask: Ask, end: Callable[[int], object] = os._exit
    ) -> None:
        self._heartbeat, self._ask, self._end = heartbeat, ask, end
        self._answered = threading.Event()
        self._answered.set()
        self._asked = heartbeat.started
        self._before = ""

    def look(self) -> None:
        """End the process if the same thing hung at the last look."""
        found = self._hanging()
        if found and found == self._before:
            words = ("%s hangs; this process ends, to be started again", found)
            teller = threading.Thread(target=logger.critical, args=words, daemon=True)
            teller.start()
            teller.join(SECONDS_TO_TELL)
            self._end(ExitCode.BROKEN)
        self._before = found

    def _hanging(self) -> str:
        if self._answered.is_set():
            self._answered.clear()
            self._asked = self._heartbeat.since(0)
            self._ask(self._answered.set)
        elif self._heartbeat.since(self._asked) > SECONDS_OF_GRACE:
            return "the event loop"
        return (
            "the intake" if self._heartbeat.since(self._heartbeat.due) > SECONDS_OF_GRACE else ""
        )


@contextmanager
def watched(heartbeat: Heartbeat, loop: asyncio.AbstractEventLoop) -> Iterator[None]:
    """Watch this process in the background."""
    over = threading.Event()
    watchdog = Watchdog(heartbeat, loop.call_soon_threadsafe)

    def run() -> None:
        while not over.wait(SECONDS_BETWEEN_LOOKS):
            watchdog.look()

    threading.Thread(target=run, name="watchdog", daemon=True).start()
    try:
        yield
    finally:
        over.set()
