"""Takes updates over HTTP and answers 200 only after their effect is committed.

Telegram posts the taps and the texts of one person from two queues: over several connections a
tap could overtake a text typed before it, and the number be recorded for the next question. So
there is one connection, and what waits here is taken in the order of its numbers.
"""

import asyncio
import hmac
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from math import inf
from typing import NamedTuple
from urllib.parse import urlsplit

from aiohttp import web
from telegram import Bot
from telegram.error import TelegramError

from bot.monitoring.metrics import Metrics
from bot.serving.delivery import LONGEST_TOAST
from bot.serving.intake import KINDS, LONGEST_COMMIT, CannotServeError, heard_in
from bot.serving.reception import Reception
from bot.setup.settings import Settings
from bot.telegram import wire
from bot.telegram.retries import RetryPolicy
from bot.telegram.updates import Heard

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - its name
LARGEST_BODY = 1024 * 1024
SECONDS_UNTIL_AGAIN = "1"


class Waiting(NamedTuple):
    """An update whose sender waits for the answer."""

    heard: Heard
    answer: asyncio.Future[web.Response]


class Webhook:
    """Has Telegram post its updates here, and takes them."""

    def __init__(
        self,
        bot: Bot,
        reception: Reception,
        retry_policy: RetryPolicy,
        metrics: Metrics,
        settings: Settings,
    ) -> None:
        self._bot = bot
        self._reception = reception
        self._retry_policy = retry_policy
        self._metrics = metrics
        self._url = settings.webhook_url
        self._listen = settings.webhook_listen
        self._secret = settings.webhook_key
        self._waiting: list[Waiting] = []
        self._come = asyncio.Event()

    async def run(self) -> None:
        """Serve until cancelled; what is not answered by then, Telegram posts again."""
        async with self._listening():
            await self._announce()
            self._reception.show_again()
            while True:
                # nobody may write for a week
                self._metrics.heartbeat.must_move_within(inf)
                await self._come.wait()
                self._come.clear()
                self._metrics.heartbeat.must_move_within(LONGEST_COMMIT)
                await self._take_waiting()

    @asynccontextmanager
    async def _listening(self) -> AsyncIterator[None]:
        application = web.Application(client_max_size=LARGEST_BODY)
        application.router.add_post(urlsplit(self._url).path or "/", self.take)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        host, _, port = self._listen.rpartition(":")
        try:
            await web.TCPSite(runner, host.strip("[]"), int(port)).start()
        except OSError:
            raise CannotServeError(
                f"ECTRIAL_WEBHOOK_LISTEN: cannot listen at {self._listen}"
            ) from None
        try:
            yield
        finally:
            await runner.cleanup()

    async def _announce(self) -> None:
        try:
            await self._retry_policy.until_answered(
                lambda: self._bot.set_webhook(
                    self._url,
                    secret_token=self._secret,
                    allowed_updates=KINDS,
                    max_connections=1,
                )
            )
        except TelegramError:
            raise CannotServeError("ECTRIAL_WEBHOOK_URL: Telegram does not take it") from None

    async def take(self, request: web.Request) -> web.Response:
        """Answer one post; whoever does not know the secret is not even read."""
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(errors="replace"), self._secret.encode()):
            return web.Response(status=403)
        body = await request.read()
        self._metrics.hears()
        heard = _heard_in(body, self._metrics)
        if heard is None:
            return web.Response()
        waiting = Waiting(heard, asyncio.get_running_loop().create_future())
        self._waiting.append(waiting)
        self._come.set()
        return await waiting.answer

    async def _take_waiting(self) -> None:
        waiting = sorted(self._waiting, key=lambda each: each.heard.update_id)
        self._waiting = []
        toasts: dict[str, str] = {}
        taken = await self._reception.receive([each.heard for each in waiting], toasts)
        for place, each in enumerate(waiting):
            if not each.answer.done():
                each.answer.set_result(
                    _answer(each.heard, toasts) if place < taken else _not_now()
                )


def _heard_in(body: bytes, metrics: Metrics) -> Heard | None:
    """Read what was posted; what is no update is set aside, or it would be posted for a day."""
    try:
        update = wire.read(body)
    except ValueError:
        update = None
    return heard_in(update if isinstance(update, dict) else {}, metrics)


def _answer(heard: Heard, toasts: dict[str, str]) -> web.Response:
    """Say yes; the answer to a tap goes along, which saves a call."""
    if heard.query is None or heard.query not in toasts:
        return web.Response()
    toast = toasts[heard.query]
    text = {"text": toast[:LONGEST_TOAST]} if toast else {}
    call = {"method": "answerCallbackQuery", "callback_query_id": heard.query, **text}
    return web.Response(body=wire.written(call), content_type="application/json")


def _not_now() -> web.Response:
    return web.Response(status=503, headers={"Retry-After": SECONDS_UNTIL_AGAIN})
