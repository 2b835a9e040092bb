"""Answers strangers while calls are to spare, or never; nothing is made again for them."""

import asyncio
from typing import Any

from telegram.error import RetryAfter, TelegramError

from bot.serving.jobs import DeliveryJob
from bot.telegram.client import Client
from bot.telegram.retries import seconds_of


class Strangers:
    """Answers each at once or not at all: two thousand at once must delay nobody of the team."""

    def __init__(self, client: Client) -> None:
        self._client = client
        # no more than the budget allows until a call times out
        self._open: set[asyncio.Task[None]] = set()

    def answer(self, person: int, job: DeliveryJob, toast: str) -> None:
        """Start to answer a tap and to refuse politely; returns at once."""
        if job.callback_query is not None:
            query = {"callback_query_id": job.callback_query}
            toasted = {"text": toast} if toast else {}
            self._begin(person, "answerCallbackQuery", {**query, **toasted})
        for text in job.messages:
            silently = {"disable_notification": True}
            self._begin(person, "sendMessage", {"chat_id": person, "text": text, **silently})

    async def finish(self, seconds: float) -> None:
        """Wait for the answers in progress, for at most this many seconds."""
        if self._open:
            _, late = await asyncio.wait(self._open, timeout=seconds)
            for each in late:
                each.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    def _begin(self, person: int, method: str, given: dict[str, Any]) -> None:
        if self._client.budget.spare(person, is_message="chat_id" in given):
            calling = asyncio.create_task(self._call(person, method, given))
            self._open.add(calling)
            calling.add_done_callback(self._open.discard)

    async def _call(self, person: int, method: str, given: dict[str, Any]) -> None:
        try:
            await self._client.call(method, given, person=person)
        except RetryAfter as error:
            self._client.budget.pause("strangers", seconds_of(error))
        except TelegramError:
            # whoever has blocked the bot, or a network that is down: they may write again
            return
