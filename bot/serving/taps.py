"""Answers taps beside their cards; at Telegram's limit, says how long the card has to wait."""

import asyncio
from math import ceil

from telegram.error import RetryAfter, TelegramError

from bot.telegram.client import Client
from bot.telegram.retries import seconds_of
from ectrial.text import Language
from ectrial.wording.speech import speech

LONGEST_TOAST = 200
# In seconds; nobody notices a shorter wait
SHORTEST_WAIT_TOLD = 2.0
# Of one person: no hand is quicker, so that nobody waits for any of the others
MOST_AT_ONCE = 8


class Taps:
    """Answers taps beside the deliveries of their chats."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._open: dict[asyncio.Task[None], int] = {}

    def toast(self, chat: int, toast: str, language: Language, *, is_recorded: bool) -> str:
        """Give the text for a tap: its own toast, and how long the card is delayed."""
        seconds = self._client.budget.closed_for(chat)
        if seconds < SHORTEST_WAIT_TOLD:
            return _fitted(toast)
        say = speech(language)
        words = [toast] if toast else [say("Recorded.")] if is_recorded else []
        words.append(say("Telegram lets me show the card in {seconds} s.", seconds=ceil(seconds)))
        return _fitted(("" if language == "zh" else " ").join(words))

    def answer(self, person: int, callback_query: str, toast: str) -> None:
        """Start answering a tap; returns at once. In a flood of one person, some go unanswered."""
        is_flood = sum(each == person for each in self._open.values()) >= MOST_AT_ONCE
        if is_flood or self._client.budget.is_paused("taps"):
            return
        answering = asyncio.create_task(self._answer(person, callback_query, toast))
        self._open[answering] = person
        answering.add_done_callback(self._open.pop)

    async def finish(self, seconds: float) -> None:
        """Wait for the answers in progress, for at most this many seconds."""
        if self._open:
            _, late = await asyncio.wait(self._open, timeout=seconds)
            for each in late:
                each.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _answer(self, person: int, callback_query: str, toast: str) -> None:
        # best effort: if a tap is too old to be answered, the phone has stopped waiting
        text = {"text": toast} if toast else {}
        given = {"callback_query_id": callback_query, **text}
        try:
            await self._client.call("answerCallbackQuery", given, person=person)
        except RetryAfter as error:
            self._client.budget.pause("taps", seconds_of(error))
        except TelegramError:
            return


def _fitted(toast: str) -> str:
    """Shorten a toast that Telegram would refuse, not within a word."""
    if len(toast) <= LONGEST_TOAST:
        return toast
    kept = toast[: LONGEST_TOAST - 1]
    return f"{kept[: kept.rfind(' ')] if ' ' in kept[-40:] else kept}…"
