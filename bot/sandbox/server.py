"""Starts and stops a sandbox: one HTTP server on loopback with its own state."""

import asyncio
import secrets
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Self

from aiohttp import web

from bot.port import Limits, Port
from bot.sandbox.activity import Activity
from bot.sandbox.bodies import LARGEST_FORM
from bot.sandbox.bot_api import BotApi, Interceptor
from bot.sandbox.gate import gate
from bot.sandbox.people import PEOPLE, Person
from bot.sandbox.phone_api import PhoneApi
from bot.sandbox.state import State
from bot.sandbox.webhook import WebhookSender

HOST = "127.0.0.1"
PAGE = Path(__file__).parent / "page"
BOT_ID = 1234567
LIMITS = Limits(body=LARGEST_FORM)
# Waiting polls are cut off when the server stops, as there is nothing to finish
SHUTDOWN_SECONDS = 0.05


class Sandbox:
    """A Bot API server and its phone page; ``async with`` starts and stops it."""

    def __init__(
        self,
        *,
        port: int = 0,
        people: Iterable[Person] = PEOPLE,
        token: str | None = None,
        now: Callable[[], float] = time.time,
        limits: Limits = LIMITS,
        codes: Callable[[int], str] = lambda person: "",
    ) -> None:
        # another one at each start: a web page that is open in a browser cannot guess it
        self.token = token or f"{BOT_ID}:{secrets.token_urlsafe(26)}"
        self.state = State(self.token, people, now)
        # empty in the product; tests add interceptors that make calls fail
        self.interceptors: list[Interceptor] = []
        self._number, self._codes = port, codes
        self._posting: asyncio.Task[None] | None = None
        self._port = Port(limits, [gate])
        self._add_routes()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self) -> None:
        """Listen; port 0 means any free port."""
        await self._port.start(HOST, self._number, shutdown_seconds=SHUTDOWN_SECONDS)
        self._number = self._port.number
        self._posting = asyncio.create_task(self._webhook_sender.run())

    async def stop(self) -> None:
        """Stop listening and drop every connection."""
        if self._posting is not None:
            self._posting.cancel()
            await asyncio.gather(self._posting, return_exceptions=True)
        await self._port.stop()

    @property
    def url(self) -> str:
        """The address of the phone page."""
        return f"http://{HOST}:{self._number}"

    @property
    def bot_api(self) -> str:
        """The address in the form of python-telegram-bot's ``base_url``."""
        return f"{self.url}/bot"

    @property
    def file_api(self) -> str:
        """The address in the form of python-telegram-bot's ``base_file_url``."""
        return f"{self.url}/file/bot"

    def _add_routes(self) -> None:
        activity = Activity()
        bot_api = BotApi(self.state, activity, self.interceptors)
        self._webhook_sender = WebhookSender(
            self.state.webhook, self.state.updates, bot_api.call, activity.touch
        )
        router = self._port.router
        router.add_routes([*bot_api.routes, *PhoneApi(self.state, activity, self._codes).routes])
        router.add_get("/", _index)
        router.add_static("/page", PAGE)


async def _index(_: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html")
