"""How long to wait before asking Telegram again."""

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from telegram.error import BadRequest, Conflict, NetworkError, RetryAfter, TelegramError

from bot.telegram.client import is_telegram

# python-telegram-bot's switch to timedelta; without it every RetryAfter comes with a warning
os.environ.setdefault("PTB_TIMEDELTA", "1")

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")
# An account that is gone; in practice, every chat of an earlier start
NO_CHAT = "chat not found"


def level_of(error: Exception) -> int:
    """Give the level at which a chat that cannot be reached is logged."""
    is_expected = isinstance(error, BadRequest) and NO_CHAT in error.message.lower()
    return logging.DEBUG if is_expected else logging.WARNING


def is_refusal(error: TelegramError) -> bool:
    """Whether asking again changes nothing, provided that it is Telegram who says so."""
    # a BadRequest is a NetworkError to the library
    return isinstance(error, BadRequest) or not isinstance(error, (NetworkError, RetryAfter))


def _told(error: Exception) -> str:
    match error:
        case RetryAfter():
            return "Telegram asks us to wait"
        case Conflict():
            return "another process polls with this token"
    return "no answer from Telegram"


@dataclass(frozen=True, slots=True)
class Patience:
    """Waits that double from the first to the longest, in seconds.

    `farewell` is how long the last deliveries may take when the bot is told to stop. `retries`
    counts the waits.
    """

    first: float = 1.0
    longest: float = 30.0
    farewell: float = 10.0
    retries: Callable[[], object] = int

    def after(self, failures: int) -> float:
        """Give the wait after so many failures in a row.

        >>> [Patience().after(failures) for failures in (1, 2, 3, 9, 9999)]
        [1.0, 2.0, 4.0, 30.0, 30.0]
        """
        return min(self.first * 2.0 ** min(failures - 1, 30), self.longest)

    def wait_for(self, error: Exception, failures: int) -> float:
        """Give the wait that this failure asks for."""
        if isinstance(error, RetryAfter):
            wait = error.retry_after
            return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
        return self.after(failures)

    def note(self, error: Exception, failures: int) -> None:
        """Count it; log the first in a row, and each after which the wait is the longest."""
        self.retries()
        if failures == 1 or self.after(failures) >= self.longest:
            logger.warning(
                "%s (%s), trying again",
                _told(error),
                type(error).__name__,
                extra={"failures": failures, "seconds": self.wait_for(error, failures)},
            )

    async def insist(self, call: Callable[[], Awaitable[Answer]]) -> Answer:
        """Call until there is an answer; only a refusal by Telegram ends it otherwise."""
        failures = 0
        while True:
            try:
                return await call()
            except TelegramError as error:
                if is_refusal(error) and is_telegram(error):
                    raise
                failures += 1
                self.note(error, failures)
                await asyncio.sleep(self.wait_for(error, failures))
