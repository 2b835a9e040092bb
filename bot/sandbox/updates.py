"""The queue of updates and its long polling, by the rules of the official server."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from bot.sandbox.refusal import Refusal

# More than any bot gets, so that update ids counted from the start stay behind the clock
MOST_UPDATES_PER_SECOND = 1000
QUEUED_SECONDS = {"callback_query": 150}
OTHERWISE_QUEUED_SECONDS = 24 * 60 * 60
# An offset further beyond the end counts as a mistake, and the poll starts at the first update
FURTHEST_OFFSET = 10
# The same offset again within this time is answered with only one update
REPEATED_WITHIN_SECONDS = 0.5


@dataclass(frozen=True)
class PollRequest:
    """The parameters of one getUpdates call."""

    offset: int = 0
    limit: int = 100
    timeout: int = 0
    allowed: list[str] | None = None


class UpdateQueue:
    """Updates that the bot has not confirmed yet."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        # A bot remembers the ids it has seen, so a restarted sandbox must not repeat ids. They are
        # taken from the clock, in more bits than Telegram's 31, which would overflow in a month.
        self._next_id = int(now() * MOST_UPDATES_PER_SECOND)
        self._queued: list[tuple[float, dict[str, Any]]] = []
        self._waiting: asyncio.Future[bool] | None = None
        self._last_poll = (0, 0.0)
        self.allowed: list[str] | None = None
        # set when an update has come; the webhook's sender waits for it
        self.news = asyncio.Event()

    @property
    def pending(self) -> list[dict[str, Any]]:
        """The unconfirmed updates that have not expired."""
        self._queued = [(until, update) for until, update in self._queued if until > self._now()]
        return [update for _, update in self._queued]

    def push(self, kind: str, content: dict[str, Any]) -> None:
        """Queue an update, unless the bot does not want this kind."""
        if self.allowed and kind not in self.allowed:
            return
        until = self._now() + QUEUED_SECONDS.get(kind, OTHERWISE_QUEUED_SECONDS)
        self._queued.append((until, {"update_id": self._next_id, kind: content}))
        self._next_id += 1
        self.news.set()
        self._wake(is_conflict=False)

    def count_from(self, update_id: int) -> None:
        """Continue with any number, as Telegram may do after a week without updates."""
        self._next_id = update_id

    def forget(self, update_id: int) -> None:
        """Confirm this one update."""
        self._queued = [each for each in self._queued if each[1]["update_id"] != update_id]

    def clear(self) -> None:
        """Remove everything that is pending."""
        self._queued = []

    async def poll(self, request: PollRequest) -> list[dict[str, Any]]:
        """Confirm the updates before the offset; answer with the rest, or wait for more."""
        self._wake(is_conflict=True)
        if request.allowed is not None:
            self.allowed = request.allowed
        limit = 1 if self._is_repeated(request.offset) else request.limit
        self._confirm(request.offset)
        if not self.pending and request.timeout:
            await self._wait(request.timeout)
        return self.pending[:limit]

    def _is_repeated(self, offset: int) -> bool:
        last_offset, last_time = self._last_poll
        self._last_poll = (offset, self._now())
        return offset == last_offset and self._now() < last_time + REPEATED_WITHIN_SECONDS

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self._queued = self._queued[offset:]
        elif offset <= self._next_id + FURTHEST_OFFSET:
            self._queued = [each for each in self._queued if each[1]["update_id"] >= offset]

    async def _wait(self, seconds: int) -> None:
        waiting = self._waiting = asyncio.get_running_loop().create_future()
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    if await waiting:
                        raise Refusal(
                            409,
                            "Conflict: terminated by other getUpdates request; "
                            "make sure that only one bot instance is running",
                        )
        finally:
            if self._waiting is waiting:
                self._waiting = None

    def _wake(self, *, is_conflict: bool) -> None:
        if self._waiting and not self._waiting.done():
            self._waiting.set_result(is_conflict)
