"""The numbered changes of one chat, so that a phone can ask for the changes it lacks."""

import asyncio
from contextlib import suppress
from typing import Any


class Changes:
    """A list that only grows; a reader can wait for its next entry."""

    def __init__(self) -> None:
        self._entries: list[dict[str, Any]] = []
        self._more = asyncio.Event()

    @property
    def last(self) -> int:
        """The number of the newest change; 0 before the first."""
        return len(self._entries)

    def note(self, kind: str, **content: Any) -> None:
        """Add a change and wake all readers that wait."""
        self._entries.append({"number": self.last + 1, "kind": kind, **content})
        self._more.set()
        self._more = asyncio.Event()

    async def after(self, number: int, seconds: float) -> list[dict[str, Any]]:
        """The changes after this number; waits for a change if there is none yet."""
        if number >= self.last:
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._more.wait()
        return self._entries[number:]
