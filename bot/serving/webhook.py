"""Receives updates over HTTP and answers 200 only after their effect is committed.

Telegram keeps the taps and the texts of one person in two queues. Over several connections a tap
could overtake a text, so Telegram may use only one, and waiting updates are taken in the order
of `update_id`. A refused text can still be overtaken: `belonging` recognises this by the text's
number, and the person is asked.
"""

import asyncio
import hmac
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from math import inf
from typing import NamedTuple
from urllib.parse import urlsplit

from aiohttp import web
from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.monitoring.metrics import Metrics
from bot.port import Limits, Port
from bot.serving.intake import LONGEST_COMMIT, WANTED_UPDATES, read_or_set_aside
from bot.serving.reception import Reception
from bot.setup.ports import CANNOT_LISTEN, host_and_port
from bot.setup.settings import Settings
from bot.setup.start import CannotServeError
from bot.telegram import wire
from bot.telegram.network_faults import NoAnswerError
from bot.telegram.retries import RetryPolicy, described
from bot.telegram.updates import Update

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name
LIMITS = Limits(body=1024 * 1024)
SECONDS_UNTIL_AGAIN = "1"
UNRESOLVED = "failed to resolve host"
# In seconds: how long old cards wait for the updates from before the start
LONGEST_CATCHING_UP = 10.0


class Waiting(NamedTuple):
    """An update whose sender waits for an answer."""

    update: Update
    answer: asyncio.Future[web.Response]


class Webhook:
    """Asks Telegram to post its updates here, and receives them."""

    def __init__(
        self,
        bot: Bot,
        reception: Reception,
        retry_policy: RetryPolicy,
        metrics: Metrics,
        settings: Settings,
        limits: Limits = LIMITS,
    ) -> None:
        self._bot = bot
        self._limits = limits
        self._reception = reception
        self._retry_policy = retry_policy
        self._metrics = metrics
        self._url = settings.webhook_url
        self._listen = settings.webhook_listen
        self._secret = settings.webhook_key
        self._waiting: list[Waiting] = []
        self._come = asyncio.Event()

    async def run(self) -> None:
        """Serve until cancelled; Telegram posts unanswered updates again."""
        async with self.listening():
            await self._announce()
            catching_up = asyncio.create_task(self._show_again())
            try:
                await self._take_all()
            finally:
                catching_up.cancel()

    async def _show_again(self) -> None:
        """Show the old cards again, but first receive the updates that are meant for them."""
        for _ in range(int(LONGEST_CATCHING_UP)):
            with suppress(TelegramError):
                if (await self._bot.get_webhook_info()).pending_update_count == 0:
                    break
            await asyncio.sleep(1.0)
        self._reception.show_again()

    async def _take_all(self) -> None:
        while True:
            # it may take any time until somebody writes
            self._metrics.heartbeat.must_move_within(inf)
            await self._come.wait()
            self._come.clear()
            self._metrics.heartbeat.must_move_within(LONGEST_COMMIT)
            await self._take_waiting()

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        """Receive posts in the background; raises CannotServeError if the port is taken."""
        port = Port(self._limits)
        port.router.add_post(urlsplit(self._url).path or "/", self.take)
        try:
            await port.start(*host_and_port(self._listen))
        except OSError:
            raise CannotServeError(CANNOT_LISTEN.format(self._listen)) from None
        try:
            yield
        finally:
            await port.stop()

    async def _announce(self) -> None:
        try:
            await self._retry_policy.until_answered(self._set)
        except TelegramError as error:
            raise CannotServeError(
                f"ECTRIAL_WEBHOOK_URL: Telegram does not take it ({described(error)})"
            ) from None

    async def _set(self) -> None:
        try:
            await self._bot.set_webhook(
                self._url,
                secret_token=self._secret,
                allowed_updates=WANTED_UPDATES,
                max_connections=1,
            )
        except BadRequest as error:
            # a newly registered name is not known everywhere at once
            if UNRESOLVED in error.message.lower():
                raise NoAnswerError(
                    "it cannot resolve the name in ECTRIAL_WEBHOOK_URL yet"
                ) from None
            raise

    async def take(self, request: web.Request) -> web.Response:
        """Answer one post; a post without the secret is refused unread."""
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(errors="replace"), self._secret.encode()):
            return web.Response(status=403)
        body = await request.read()
        self._metrics.hears()
        update = _read_or_set_aside(body, self._metrics, self._bot.username)
        if update is None:
            return web.Response()
        waiting = Waiting(update, asyncio.get_running_loop().create_future())
        self._waiting.append(waiting)
        self._come.set()
        return await waiting.answer

    async def _take_waiting(self) -> None:
        waiting = sorted(self._waiting, key=lambda each: each.update.update_id)
        self._waiting = []
        toasts: dict[str, str] = {}
        taken = await self._reception.receive([each.update for each in waiting], toasts)
        for place, each in enumerate(waiting):
            if not each.answer.done():
                each.answer.set_result(
                    _answer(each.update, toasts) if place < taken else _not_now()
                )


def _read_or_set_aside(body: bytes, metrics: Metrics, bot_name: str) -> Update | None:
    """Read a post; a post that is no update is dropped, or Telegram would post it for a day."""
    try:
        raw = wire.decode(body)
    except ValueError:
        raw = None
    return read_or_set_aside(raw if isinstance(raw, dict) else {}, metrics, bot_name)


def _answer(update: Update, toasts: dict[str, str]) -> web.Response:
    """Answer 200; the answer to a tap is included, which saves a call."""
    if update.callback_query is None or update.callback_query not in toasts:
        return web.Response()
    toast = toasts[update.callback_query]
    text = {"text": toast} if toast else {}
    call = {"method": "answerCallbackQuery", "callback_query_id": update.callback_query, **text}
    return web.Response(body=wire.encode(call), content_type="application/json")


def _not_now() -> web.Response:
    return web.Response(status=503, headers={"Retry-After": SECONDS_UNTIL_AGAIN})
