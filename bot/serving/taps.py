"""Answers taps at once; at Telegram's rate limit, says how long the card has to wait."""

import asyncio
from contextlib import suppress
from math import ceil

from telegram.error import TelegramError

from bot.telegram.client import Client
from ectrial.text import Language
from ectrial.wording.speech import speech

LONGEST_TOAST = 200
# In seconds; nobody notices a shorter wait
SHORTEST_WAIT_TOLD = 2.0


class Taps:
    """Answers taps beside the deliveries of their chats."""

    def __init__(self, client: Client) -> None:
        self._client = client
        # until when Telegram accepts no message in a chat, by the clock of the event loop
        self._closed_until: dict[int, float] = {}
        self._open: set[asyncio.Task[None]] = set()

    def must_wait(self, chat: int, seconds: float) -> None:
        """Note that Telegram accepts no message in this chat for this many seconds."""
        self._closed_until[chat] = asyncio.get_running_loop().time() + seconds

    def toast(self, chat: int, toast: str, language: Language, *, is_recorded: bool) -> str:
        """Give the text for a tap: its own toast, and how long the card is delayed."""
        seconds = self._closed_until.get(chat, 0.0) - asyncio.get_running_loop().time()
        if seconds < SHORTEST_WAIT_TOLD:
            return toast[:LONGEST_TOAST]
        say = speech(language)
        words = [toast] if toast else [say("Recorded.")] if is_recorded else []
        words.append(say("Telegram lets me show the card in {seconds} s.", seconds=ceil(seconds)))
        return ("" if language == "zh" else " ").join(words)[:LONGEST_TOAST]

    def answer(self, callback_query: str, toast: str) -> None:
        """Start answering a tap; returns at once."""
        answering = asyncio.create_task(self._answer(callback_query, toast))
        self._open.add(answering)
        answering.add_done_callback(self._open.discard)

    async def finish(self, seconds: float) -> None:
        """Wait for the answers in progress, for at most this many seconds."""
        if self._open:
            _, late = await asyncio.wait(self._open, timeout=seconds)
            for each in late:
                each.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def _answer(self, callback_query: str, toast: str) -> None:
        # best effort: if a tap is too old to be answered, the phone has stopped waiting
        text = {"text": toast} if toast else {}
        with suppress(TelegramError):
            await self._client.call(
                "answerCallbackQuery", {"callback_query_id": callback_query, **text}
            )
