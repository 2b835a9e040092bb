"""Knows when the bot has become idle, so that a test need not sleep and guess."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

LOOKS = 10


class Activity:
    """Counts the calls that are being answered, and knows when something last happened."""

    def __init__(self) -> None:
        self._running = 0
        self._moved = asyncio.Event()

    def touch(self) -> None:
        """Note that something happened."""
        self._moved.set()
        self._moved = asyncio.Event()

    @contextmanager
    def call(self) -> Iterator[None]:
        """Note a call of the bot, from its arrival to its answer."""
        self._running += 1
        self.touch()
        try:
            yield
        finally:
            self._running -= 1
            self.touch()

    async def rest(self, has_work: Callable[[], bool], seconds: float) -> None:
        """Return once the bot has no work and nothing has happened for this many seconds."""
        while True:
            moved = self._moved
            if await self._is_quiet(seconds) and not self._running and not has_work():
                return
            if not moved.is_set():
                await moved.wait()

    async def _is_quiet(self, seconds: float) -> bool:
        """Wait in short steps: if this process itself is slowed down, the bot is not idle."""
        moved = self._moved
        for _ in range(LOOKS):
            await asyncio.sleep(seconds / LOOKS)
            if moved.is_set():
                return False
        return True
