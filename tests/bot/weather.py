"""A network between the bot and the sandbox that fails when told to."""

import asyncio
from typing import Literal, Self

import aiohttp
from aiohttp import web

from bot.sandbox.server import Sandbox

# What happens to a call: it never arrives, its answer is lost, it is refused, or it has to wait
Fault = Literal["lost", "answer lost", "too many", "broken", "slow"]
ANY = ""


class Weather:
    """Passes calls on; `spoil` says what goes wrong with the next ones of a method."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._faults: list[tuple[str, str, Fault]] = []
        self.calls: list[str] = []
        self.clears = asyncio.Event()
        application = web.Application()
        application.router.add_route("*", "/{rest:.*}", self._pass_on)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.05)

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession()
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()
        await self._session.close()

    @property
    def bot_api(self) -> str:
        return f"http://127.0.0.1:{self._runner.addresses[0][1]}/bot"

    def spoil(self, method: str, fault: Fault, *, times: int = 1, having: str = ANY) -> None:
        """Spoil the next calls of a method; of those that have some text in them, if given."""
        self._faults += [(method.lower(), having, fault)] * times

    async def _pass_on(self, request: web.Request) -> web.Response:
        method = request.path.rpartition("/")[2]
        body = await request.read()
        self.calls.append(method)
        match self._take(method.lower(), body.decode()):
            case "lost":
                return self._cut(request)
            case "answer lost":
                await self._forward(request, body)
                return self._cut(request)
            case "too many":
                return _refusal(429, {"parameters": {"retry_after": 1}})
            case "broken":
                return _refusal(502, {})
            case "slow":
                await self.clears.wait()
        return await self._forward(request, body)

    def _take(self, method: str, body: str) -> Fault | None:
        for place, (spoilt, having, fault) in enumerate(self._faults):
            if spoilt in (ANY, method) and having in body:
                del self._faults[place]
                return fault
        return None

    async def _forward(self, request: web.Request, body: bytes) -> web.Response:
        headers = {"Content-Type": request.headers.get("Content-Type", "application/json")}
        url = f"{self._sandbox.url}{request.raw_path}"
        try:
            async with self._session.post(url, data=body, headers=headers) as answer:
                return web.Response(
                    body=await answer.read(), status=answer.status, content_type="application/json"
                )
        except aiohttp.ClientError:
            return _refusal(502, {})

    @staticmethod
    def _cut(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.close()
        return web.Response()


def _refusal(code: int, more: dict[str, object]) -> web.Response:
    body = {"ok": False, "error_code": code, "description": "spoilt by the weather", **more}
    return web.json_response(body, status=code)
