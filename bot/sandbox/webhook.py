"""Posts updates to a webhook as Telegram does: one at a time, each again until it is taken."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any

import aiohttp

from bot.sandbox.parameters import written_as_json
from bot.sandbox.refusal import Refusal
from bot.sandbox.updates import PollRequest, UpdateQueue

Call = Callable[[str, Mapping[str, str]], Awaitable[Any]]

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
SECONDS_UNTIL_AGAIN = 0.1
TAKEN = range(200, 300)
SECONDS_FOR_AN_ANSWER = 10.0
NEVER_IN_AN_ANSWER = ("get", "setwebhook", "deletewebhook", "close", "logout")


class Webhook:
    """The address that updates are posted to, if any."""

    def __init__(self) -> None:
        self.url = ""
        self.secret = ""
        self.is_set = asyncio.Event()

    def point(self, url: str, secret: str) -> None:
        """Post updates there from now on; nowhere, if the address is empty."""
        self.url, self.secret = url, secret
        (self.is_set.set if url else self.is_set.clear)()


class WebhookSender:
    """Posts the updates of a queue and makes the calls that the answers contain."""

    def __init__(
        self, webhook: Webhook, updates: UpdateQueue, call: Call, moved: Callable[[], None]
    ) -> None:
        self._webhook = webhook
        self._updates = updates
        self._call = call
        self._moved = moved
        self._offset = 0

    async def run(self) -> None:
        """Post until cancelled."""
        timeout = aiohttp.ClientTimeout(total=SECONDS_FOR_AN_ANSWER)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            while True:
                await self._webhook.is_set.wait()
                with suppress(Refusal):
                    await self._deliver(session)

    async def _deliver(self, session: aiohttp.ClientSession) -> None:
        # polling the queue confirms the update before, and a test may wait for that
        self._moved()
        for update in await self._updates.poll(
            PollRequest(offset=self._offset, limit=1, timeout=1)
        ):
            if not self._webhook.url:
                return
            body = await self._posted(session, update)
            if body is None:
                await asyncio.sleep(SECONDS_UNTIL_AGAIN)
                return
            self._offset = update["update_id"] + 1
            with suppress(Refusal, ValueError, KeyError):
                await self._do(json.loads(body))

    async def _posted(
        self, session: aiohttp.ClientSession, update: dict[str, Any]
    ) -> bytes | None:
        """Post an update; give the answer, or None if the bot did not take it."""
        headers = {SECRET_HEADER: self._webhook.secret} if self._webhook.secret else {}
        try:
            async with session.post(
                self._webhook.url, json=update, headers=headers, allow_redirects=False
            ) as answer:
                return await answer.read() if answer.status in TAKEN else None
        except (aiohttp.ClientError, TimeoutError):
            return None

    async def _do(self, answer: Any) -> None:
        """Make the call that an answer contains; the bot is not told its result."""
        if isinstance(answer, dict) and isinstance(answer.get("method"), str):
            method = answer.pop("method").lower()
            if not method.startswith(NEVER_IN_AN_ANSWER):
                await self._call(method, written_as_json(answer))
