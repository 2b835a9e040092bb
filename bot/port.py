"""Serves HTTP at a port; cuts off who sends half a request, too large a one, or none at all.

aiohttp itself waits for the rest of a request for as long as the caller likes.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

# How often it is looked, while the shortest of the limits runs, whose time is over
LOOKS = 4


@dataclass(frozen=True, slots=True)
class Limits:
    """What one caller may take of us.

    `sending` is how many seconds a whole request may take to arrive. `resting` is how many
    seconds a connection may stay without a request after an answer: longer than our own client
    keeps it (60 s), or a call could meet the end of its connection. `body` is in bytes.
    """

    sending: float = 10.0
    resting: float = 75.0
    body: int = 64 * 1024
    connections: int = 256


class Connection(asyncio.Protocol):
    """One caller: hands all that comes on to aiohttp, and is cut off when its time is over."""

    def __init__(self, port: "Port", inner: asyncio.Protocol) -> None:
        self._port = port
        self._inner = inner
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._request: web.Request | None = None
        self._is_resting = False
        self.until = self._loop.time() + port.limits.sending

    @property
    def is_answered(self) -> bool:
        """Whether its request is here as a whole: then we are those who take time."""
        return self._request is not None and self._request.content.is_eof()

    def begin(self, request: web.Request) -> None:
        """Note that the head of a request is here."""
        self._request = request

    def rest(self) -> None:
        """Note that the request is answered."""
        self._request, self._is_resting = None, True
        self.until = self._loop.time() + self._port.limits.resting

    def cut(self) -> None:
        """Drop the connection."""
        if self._transport is not None:
            self._port.forgets(self._transport)
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin, unless there are too many callers."""
        transport = cast("asyncio.Transport", transport)
        if not self._port.admits(transport, self):
            transport.abort()
            return
        self._transport = transport
        self._inner.connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        """End."""
        if self._transport is None:
            return
        self._port.forgets(self._transport)
        self._transport = None
        self._inner.connection_lost(error)

    def data_received(self, data: bytes) -> None:
        """Hand data on; the first after an answer begins a new request."""
        if self._is_resting:
            self._is_resting = False
            self.until = self._loop.time() + self._port.limits.sending
        self._inner.data_received(data)

    def eof_received(self) -> bool | None:
        """Hand on that the caller sends no more."""
        return self._inner.eof_received()

    def pause_writing(self) -> None:
        """Hand on that the caller takes its answer too slowly."""
        self._inner.pause_writing()

    def resume_writing(self) -> None:
        """Hand on that the caller has caught up."""
        self._inner.resume_writing()


class Port:
    """An HTTP server with limits; its routes are added before it starts."""

    def __init__(self, limits: Limits, middlewares: Iterable[Middleware] = ()) -> None:
        self.limits = limits
        self._application = web.Application(
            middlewares=[self._noted, *middlewares], client_max_size=limits.body
        )
        self.router = self._application.router
        self.number = 0
        self._server: asyncio.Server | None = None
        self._runner: web.AppRunner | None = None
        self._sweeping: asyncio.TimerHandle | None = None
        self._connections: dict[asyncio.BaseTransport | None, Connection] = {}

    async def start(self, host: str, number: int, *, shutdown_seconds: float = 0.1) -> None:
        """Listen; port 0 means any free port. Raises OSError if it is taken."""
        loop = asyncio.get_running_loop()
        runner = self._runner = web.AppRunner(
            self._application,
            access_log=None,
            shutdown_timeout=shutdown_seconds,
            lingering_time=self.limits.sending,
        )
        await runner.setup()
        serve = cast("Any", runner.server)
        try:
            self._server = await loop.create_server(
                lambda: Connection(self, serve()), host, number
            )
        except OSError:
            await self.stop()
            raise
        self.number = self._server.sockets[0].getsockname()[1]
        self._sweep_later()

    async def stop(self) -> None:
        """Listen no more, and drop every connection."""
        if self._sweeping is not None:
            self._sweeping.cancel()
        if self._server is not None:
            self._server.close()
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def answering(self) -> int:
        """The number of callers who wait for us."""
        return sum(each.is_answered for each in self._connections.values())

    def sweep(self, now: float) -> None:
        """Cut off every caller whose time is over, but none who waits for us."""
        for each in list(self._connections.values()):
            if each.until <= now and not each.is_answered:
                each.cut()

    def admits(self, transport: asyncio.BaseTransport, newcomer: Connection) -> bool:
        """Take a caller in; at the limit, whoever would be cut off next makes room."""
        if len(self._connections) >= self.limits.connections:
            idle = [each for each in self._connections.values() if not each.is_answered]
            if not idle:
                return False
            min(idle, key=lambda each: each.until).cut()
        self._connections[transport] = newcomer
        return True

    def forgets(self, transport: asyncio.BaseTransport) -> None:
        """Note that a connection has ended."""
        self._connections.pop(transport, None)

    def _sweep_later(self) -> None:
        loop, seconds = asyncio.get_running_loop(), min(self.limits.sending, self.limits.resting)
        self.sweep(loop.time())
        self._sweeping = loop.call_later(seconds / LOOKS, self._sweep_later)

    @web.middleware
    async def _noted(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        connection = self._connections.get(request.transport)
        if connection is None:
            raise ConnectionResetError
        connection.begin(request)
        try:
            if (size := request.content_length or 0) > self.limits.body:
                raise web.HTTPRequestEntityTooLarge(self.limits.body, size)
            return await handler(request)
        finally:
            connection.rest()
