"""Which failed calls are made again, and how long to wait before that."""

import asyncio
import logging
import os
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.telegram.client import is_telegram
from bot.telegram.network_faults import NoAnswerError

# Makes python-telegram-bot use timedeltas; otherwise every RetryAfter comes with a warning
os.environ.setdefault("PTB_TIMEDELTA", "1")

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")
# Telegram's words for a deleted account; in the sandbox, for every chat of an earlier start
NO_CHAT = "chat not found"
# Telegram's words if a message no longer exists, or can no longer be changed
GONE = (
    "message to edit not found",
    "message not found",
    "message can't be edited",
    "there is no text in the message to edit",
    "message_id_invalid",
)
LONGEST_DESCRIPTION = 200


def level_of(error: Exception) -> int:
    """Give the log level for a chat that cannot be reached."""
    return logging.DEBUG if _has_no_chat(error) else logging.WARNING


def is_unreachable(error: Exception) -> bool:
    """Whether nothing can be sent to a person: the bot is blocked, or there is no such chat."""
    return isinstance(error, Forbidden) or _has_no_chat(error)


def _has_no_chat(error: Exception) -> bool:
    return isinstance(error, BadRequest) and NO_CHAT in error.message.lower()


def is_gone(error: BadRequest) -> bool:
    """Whether the message to edit is not there any more, or not for us."""
    reason = error.message.lower()
    return any(words in reason for words in GONE)


def seconds_of(error: RetryAfter) -> float:
    """Give how long Telegram asks us to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def described(error: TelegramError) -> str:
    """Give the kind of a failure, and Telegram's description of a refusal without our text.

    >>> described(BadRequest('Unsupported start tag "Wang" at byte offset 5'))
    'BadRequest: Unsupported start tag "…" at byte offset 5'
    """
    if not is_refusal(error) or not is_telegram(error):
        return type(error).__name__
    without_texts = re.sub(r"\"[^\"]*\"|(?<=\s)'[^']*'", '"…"', error.message)
    return f"{type(error).__name__}: {without_texts[:LONGEST_DESCRIPTION]}"


def is_refusal(error: TelegramError) -> bool:
    """Whether a retry is useless, if this answer came from Telegram (see `is_telegram`).

    An unknown token is no refusal: Telegram may know it again, and the intake counts how often.
    """
    # the library makes BadRequest a NetworkError, too
    return isinstance(error, BadRequest) or not isinstance(
        error, (NetworkError, RetryAfter, InvalidToken)
    )


def _reason(error: Exception) -> str:
    match error:
        case RetryAfter():
            return "Telegram asks us to wait"
        case Conflict():
            return "another process polls with this token"
        case NoAnswerError() | TimedOut():
            return f"no answer from Telegram: {error.message}"
        case InvalidToken():
            return "Telegram does not know the token just now"
    if not is_telegram(error):
        return "no answer from Telegram but one of something else, such as a proxy"
    return "no answer from Telegram"


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """When to call Telegram again: waits double from the first to the longest.

    All values are seconds. `shutdown` limits the last deliveries when the bot is told to stop.
    `retries` is called at each wait, to count it.
    """

    first: float = 1.0
    longest: float = 30.0
    shutdown: float = 10.0
    retries: Callable[[], object] = int

    def after(self, failures: int) -> float:
        """Give the wait after this many failures in a row.

        >>> [RetryPolicy().after(failures) for failures in (1, 2, 3, 9, 9999)]
        [1.0, 2.0, 4.0, 30.0, 30.0]
        """
        return min(self.first * 2.0 ** min(failures - 1, 30), self.longest)

    def wait_for(self, error: Exception, failures: int) -> float:
        """Give the wait before the next call: the one that Telegram asked for, if any."""
        if isinstance(error, RetryAfter):
            return seconds_of(error)
        return self.after(failures)

    def note(self, error: Exception, failures: int) -> None:
        """Count a failure; log the first in a row, and all that wait longest."""
        self.retries()
        if failures == 1 or self.after(failures) >= self.longest:
            logger.warning(
                "%s (%s), trying again",
                _reason(error),
                type(error).__name__,
                extra={"failures": failures, "seconds": self.wait_for(error, failures)},
            )

    async def until_answered(
        self,
        call: Callable[[], Awaitable[Answer]],
        limited: Callable[[float], object] | None = None,
    ) -> Answer:
        """Call repeatedly until Telegram answers; raises a refusal, as this is an answer.

        `limited` gets the seconds whenever Telegram asks for a wait, and lets the next call wait.
        """
        failures = 0
        while True:
            try:
                return await call()
            except TelegramError as error:
                if is_refusal(error) and is_telegram(error):
                    raise
                failures += 1
                self.note(error, failures)
                wait = self.wait_for(error, failures)
                if isinstance(error, RetryAfter) and limited is not None:
                    limited(wait)
                else:
                    await asyncio.sleep(wait)
