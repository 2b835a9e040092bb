"""The road on which Telegram's posts come to a webhook, and not each comes once and whole."""

import random
from typing import Self

import aiohttp
from aiohttp import web

ONCE_MORE, LATER_AGAIN, ANSWER_LOST = 0.05, 0.05, 0.02


class Road:
    """Hands posts on to the bot: some twice, some again after others, of some no answer comes."""

    def __init__(self, bot: str, seed: int) -> None:
        self._bot = bot
        self._chance = random.Random(seed)
        self._before: tuple[bytes, dict[str, str]] | None = None
        application = web.Application()
        application.router.add_post("/telegram", self._comes)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        self.url = ""

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession()
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/telegram"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()
        await self._runner.cleanup()

    async def _comes(self, request: web.Request) -> web.Response:
        update = await request.read(), dict(request.headers)
        if self._before is not None and self._chance.random() < LATER_AGAIN:
            await self._post(*self._before)
        self._before = update
        if self._chance.random() < ONCE_MORE:
            await self._post(*update)
        answer = await self._post(*update)
        if self._chance.random() < ANSWER_LOST and request.transport is not None:
            request.transport.abort()
        return answer

    async def _post(self, body: bytes, headers: dict[str, str]) -> web.Response:
        try:
            async with self._session.post(self._bot, data=body, headers=headers) as answer:
                return web.Response(
                    status=answer.status,
                    body=await answer.read(),
                    content_type=answer.content_type,
                )
        except aiohttp.ClientError:
            return web.Response(status=502)
