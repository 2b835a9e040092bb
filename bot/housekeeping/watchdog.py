"""Ends the process if it hangs, so that a supervisor starts another; no entry is lost.

The watchdog has its own thread, as the event loop itself may hang. An unreachable Telegram is no
hang: the intake then keeps polling.
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
# Added to the longest time of each step
SECONDS_OF_GRACE = 60.0
# Writing the log may hang, too
SECONDS_TO_TELL = 5.0

Ask = Callable[[Callable[[], object]], object]


class Watchdog:
    """Checks regularly; ends the process if the same part hangs at two checks in a row.

    One check is not enough: after the machine was asleep, it runs before any part could continue.
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
        """End the process if the same part hung at the last check."""
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
