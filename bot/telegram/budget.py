"""The calls that Telegram allows a second, shared out fairly: to the whole bot, and in each chat.

Telegram documents about 30 messages a second for a bot, and one a second in a chat with short
bursts; whoever sends more is refused for a while. So a call waits here until it may go.
"""

import asyncio
import time
from collections import Counter, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from math import inf
from typing import Literal, NamedTuple, TypeVar

Answer = TypeVar("Answer")
Kind = Literal["strangers", "taps"]

# Together at most 30 in any second
CALLS_A_SECOND, CALLS_AT_ONCE = 25.0, 5
# A hand is quicker than one tap a second for a while: it is not slowed down for a dozen cards
MESSAGES_A_SECOND, MESSAGES_AT_ONCE = 1.0, 10
# What strangers leave to the team of the calls at once: a tap, its card, and one more
LEFT_TO_THE_TEAM = 3
# The place of a chat in calls that concern none
NO_CHAT = 0
# Buckets that are full again are forgotten at this number
MOST_CHATS = 1000


@dataclass(slots=True)
class Bucket:
    """Allows `burst` calls at once, and then one every `interval` seconds."""

    interval: float
    burst: int
    # when as many calls are allowed at once as at the very first
    full_at: float = -inf

    def wait(self, now: float, left: int = 0) -> float:
        """Give the seconds until a call may go that leaves so many others.

        >>> bucket = Bucket(interval=0.5, burst=2)
        >>> [bucket.take(10.0) for _ in range(2)], bucket.wait(10.0), bucket.wait(10.0, left=1)
        ([None, None], 0.5, 1.0)
        """
        return max(0.0, self.full_at - (self.burst - 1 - left) * self.interval - now)

    def take(self, now: float) -> None:
        """Count a call."""
        self.full_at = max(self.full_at, now) + self.interval


class Queue(NamedTuple):
    """The calls of a chat that wait for one another: its messages, or what is none."""

    chat: int
    is_message: bool


class Budget:
    """Gives each call its turn: the chats in rotation, the calls of a chat in their order.

    So a flood in one chat delays the next call of another by one call at most. Strangers never
    wait: they are answered while calls are to spare, or not at all.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._whole = Bucket(1 / CALLS_A_SECOND, CALLS_AT_ONCE)
        self._chats: dict[int, Bucket] = {}
        # in the order of their next turns
        self._waiting: dict[Queue, deque[asyncio.Future[None]]] = {}
        # turns that were given and not yet used
        self._kept: Counter[Queue] = Counter()
        # until when Telegram takes no message: in a chat, and in any
        self._closed: dict[int, float] = {}
        self._all_closed = -inf
        # until when what is dropped rather than kept waiting is not even tried
        self._paused: dict[Kind, float] = {}
        self._timer: asyncio.TimerHandle | None = None

    async def turn(self, chat: int = NO_CHAT, *, is_message: bool = False) -> None:
        """Wait until this call may go; a message also counts in its chat."""
        queue = Queue(chat, is_message)
        if self._kept[queue]:
            self._kept[queue] -= 1
            if not self._kept[queue]:
                del self._kept[queue]
            return
        # nearly always: nobody waits, and no call is too many
        if not self._waiting and self._wait(queue, now := self._monotonic()) <= 0.0:
            self._take(queue, now)
            return
        turn = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(queue, deque()).append(turn)
        self._serve()
        try:
            await turn
        except asyncio.CancelledError:
            self._leave(queue, turn)
            raise

    async def ready(self, chat: int) -> None:
        """Wait until a message may go, and keep its turn: what it says is decided only then."""
        queue = Queue(chat, is_message=True)
        if not self._kept[queue]:
            await self.turn(chat, is_message=True)
            self._kept[queue] += 1

    def in_turn(
        self, chat: int, call: Callable[[], Awaitable[Answer]]
    ) -> Callable[[], Awaitable[Answer]]:
        """Give a call that waits until it may send a message, and only then begins."""

        async def begin() -> Answer:
            await self.ready(chat)
            return await call()

        return begin

    def spare(self, chat: int, *, is_message: bool) -> bool:
        """Whether a stranger may be answered just now; the turn is kept for that call."""
        now, queue = self._monotonic(), Queue(chat, is_message)
        is_spare = (
            not (self._waiting or self.is_paused("strangers"))
            and self._all_closed <= now
            and self._whole.wait(now, LEFT_TO_THE_TEAM) == self._wait(queue, now) == 0.0
        )
        if is_spare:
            self._take(queue, now)
            self._kept[queue] += 1
        return is_spare

    def refused(self, chat: int, seconds: float) -> None:
        """Note that Telegram takes no message in a chat; in none, if it says so of several."""
        now = self._monotonic()
        self._closed = {each: until for each, until in self._closed.items() if until > now}
        if self._closed.keys() - {chat}:
            self._all_closed = max(self._all_closed, now + seconds)
        self._closed[chat] = now + seconds
        self._kept.pop(Queue(chat, is_message=True), None)

    def pause(self, kind: Kind, seconds: float) -> None:
        """Note that Telegram refused an answer to a stranger, or to a tap: no other is tried."""
        self._paused[kind] = self._monotonic() + seconds

    def is_paused(self, kind: Kind) -> bool:
        """Whether such an answer would be in vain."""
        return self._paused.get(kind, -inf) > self._monotonic()

    def closed_for(self, chat: int) -> float:
        """Give for how many seconds Telegram takes no message in a chat."""
        return max(0.0, self._closed_until(chat) - self._monotonic())

    def _closed_until(self, chat: int) -> float:
        return max(self._closed.get(chat, -inf), self._all_closed)

    def _serve(self) -> None:
        """Give the turns that are due, and look again when the next one is."""
        while (queue := self._next(now := self._monotonic())) is not None:
            turns = self._waiting.pop(queue)
            turn = turns.popleft()
            if not turn.cancelled():
                self._take(queue, now)
                turn.set_result(None)
            if turns:
                # behind all the others
                self._waiting[queue] = turns
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._waiting:
            wait = min(self._wait(queue, now) for queue in self._waiting)
            self._timer = asyncio.get_running_loop().call_later(wait, self._serve)

    def _next(self, now: float) -> Queue | None:
        """Give the first queue whose next call may go."""
        return next((queue for queue in self._waiting if self._wait(queue, now) <= 0.0), None)

    def _wait(self, queue: Queue, now: float) -> float:
        wait = self._whole.wait(now)
        if queue.is_message:
            chat = self._chats.get(queue.chat)
            wait = max(wait, self._closed_until(queue.chat) - now, chat.wait(now) if chat else 0)
        return wait

    def _take(self, queue: Queue, now: float) -> None:
        self._whole.take(now)
        if not queue.is_message:
            return
        if queue.chat not in self._chats:
            if len(self._chats) >= MOST_CHATS:
                self._chats = {n: each for n, each in self._chats.items() if each.full_at > now}
            self._chats[queue.chat] = Bucket(1 / MESSAGES_A_SECOND, MESSAGES_AT_ONCE)
        self._chats[queue.chat].take(now)

    def _leave(self, queue: Queue, turn: asyncio.Future[None]) -> None:
        turns = self._waiting.get(queue, deque())
        if turn in turns:
            turns.remove(turn)
            if not turns:
                del self._waiting[queue]
