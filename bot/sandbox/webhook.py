"""Posts updates to a webhook as Telegram does, each again until it is accepted."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any

import aiohttp

from bot.sandbox.parameters import written_as_json
from bot.sandbox.queues import Queues
from bot.sandbox.refusal import Refusal
from bot.sandbox.updates import UpdateQueue

Call = Callable[[str, Mapping[str, str]], Awaitable[Any]]

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
# Refused updates wait by the sandbox's clock, which is checked this often
SECONDS_BETWEEN_LOOKS = 0.02
TAKEN = range(200, 300)
SECONDS_FOR_AN_ANSWER = 10.0
LONGEST_RETRY_AFTER = 3600
NEVER_IN_AN_ANSWER = ("get", "setwebhook", "deletewebhook", "close", "logout")


class Webhook:
    """The address to which updates are posted, if any, and the number of connections."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self.url = ""
        self.secret = ""
        self.connections = 0
        self.queues = Queues(now)
        self.is_set = asyncio.Event()

    def point(self, url: str, secret: str, connections: int = 0) -> None:
        """Post updates to this address from now on; to none if the address is empty.

        The same address once more changes nothing: refused updates keep waiting.
        """
        if (url, secret, connections) != (self.url, self.secret, self.connections):
            self.queues = Queues(self._now)
        self.url, self.secret, self.connections = url, secret, connections
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
        self._on_their_way = 0

    async def run(self) -> None:
        """Post until cancelled."""
        timeout = aiohttp.ClientTimeout(total=SECONDS_FOR_AN_ANSWER)
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            asyncio.TaskGroup() as deliveries,
        ):
            while True:
                await self._webhook.is_set.wait()
                self._updates.news.clear()
                for update in self._due():
                    self._webhook.queues.begin(update["update_id"])
                    deliveries.create_task(self._deliver(session, update))
                    self._on_their_way += 1
                await self._look_again()

    def _due(self) -> list[dict[str, Any]]:
        free = max(self._webhook.connections - self._on_their_way, 0)
        return self._webhook.queues.due(self._updates.pending)[:free]

    async def _look_again(self) -> None:
        """Wait for news, or for a moment, as refused updates may then be due."""
        wait = SECONDS_BETWEEN_LOOKS if self._updates.pending else None
        with suppress(TimeoutError):
            async with asyncio.timeout(wait):
                await self._updates.news.wait()

    async def _deliver(self, session: aiohttp.ClientSession, update: dict[str, Any]) -> None:
        queues, number = self._webhook.queues, update["update_id"]
        try:
            body, retry_after = await self._posted(session, update)
            if body is None:
                queues.refused(number, retry_after)
                return
            with suppress(Refusal, ValueError, KeyError):
                await self._do(json.loads(body))
            self._updates.forget(number)
        finally:
            self._on_their_way -= 1
            self._updates.news.set()
            # tests may wait for this
            self._moved()

    async def _posted(
        self, session: aiohttp.ClientSession, update: dict[str, Any]
    ) -> tuple[bytes | None, float]:
        """Post an update; give the answer, or None and the wait that the bot asks for."""
        headers = {SECRET_HEADER: self._webhook.secret} if self._webhook.secret else {}
        try:
            async with session.post(
                self._webhook.url, json=update, headers=headers, allow_redirects=False
            ) as answer:
                body = await answer.read() if answer.status in TAKEN else None
                return body, _retry_after(answer)
        except (aiohttp.ClientError, TimeoutError):
            return None, 0.0

    async def _do(self, answer: Any) -> None:
        """Make the call that an answer contains; the bot does not get its result."""
        if isinstance(answer, dict) and isinstance(answer.get("method"), str):
            method = answer.pop("method").lower()
            if not method.startswith(NEVER_IN_AN_ANSWER):
                await self._call(method, written_as_json(answer))


def _retry_after(answer: aiohttp.ClientResponse) -> float:
    written = answer.headers.get("Retry-After", "")
    return min(int(written), LONGEST_RETRY_AFTER) if written.isdecimal() else 0.0
