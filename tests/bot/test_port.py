"""Every port that we open cuts off who sends half a request, too large a one, or none at all."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from math import inf
from pathlib import Path

import pytest
from aiohttp import web
from telegram import Bot

from bot.housekeeping.health import Health
from bot.housekeeping.health_port import health_served
from bot.monitoring.metrics import Metrics
from bot.port import Limits, Port
from bot.sandbox.server import Sandbox
from bot.serving.commits import Commits
from bot.serving.reception import Reception
from bot.serving.webhook import Webhook
from bot.setup.settings import Settings
from bot.telegram.retries import RetryPolicy
from tests.bot.asking import ask, free_port
from tests.phone import SECONDS

QUICK = Limits(sending=0.05, resting=0.05, body=100, connections=4)
PATIENT = replace(QUICK, sending=SECONDS, resting=SECONDS)
HEAD = b"POST /telegram HTTP/1.1\r\nHost: 127.0.0.1\r\n"
HALVES = {
    "nothing": b"",
    "half a line": b"GET /hea",
    "half a head": HEAD,
    "no body": HEAD + b"Content-Length: 50\r\n\r\n",
    "half a body": HEAD + b"Content-Length: 50\r\n\r\n{",
    "half a chunk": HEAD + b"Transfer-Encoding: chunked\r\n\r\n9\r\n{",
}


@asynccontextmanager
async def health(limits: Limits, folder: Path) -> AsyncIterator[int]:
    """The port of a supervisor."""
    number = free_port()
    commits, metrics = object.__new__(Commits), Metrics()
    asked = Health("T", folder / "x.db", None, commits, metrics, None)
    async with health_served(asked, number, limits):
        yield number


@asynccontextmanager
async def practice(limits: Limits, _: Path) -> AsyncIterator[int]:
    """The port of the practice server."""
    async with Sandbox(limits=limits) as sandbox:
        yield int(sandbox.url.rpartition(":")[2])


@asynccontextmanager
async def webhook(limits: Limits, _: Path) -> AsyncIterator[int]:
    """The port to which Telegram posts."""
    number = free_port()
    settings = Settings(
        _env_file=None,
        ECTRIAL_WEBHOOK_URL="http://127.0.0.1/telegram",
        ECTRIAL_WEBHOOK_LISTEN=f"127.0.0.1:{number}",
        ECTRIAL_WEBHOOK_SECRET="s" * 32,
    )
    async with Sandbox() as sandbox:
        bot = Bot(sandbox.token, base_url=sandbox.bot_api)
        parts = object.__new__(Reception), RetryPolicy(), Metrics(), settings, limits
        async with Webhook(bot, *parts).listening():
            yield number


PORTS = [health, practice, webhook]
Opened = Callable[[Limits, Path], AbstractAsyncContextManager[int]]


async def said(number: int, sent: bytes) -> bytes:
    """What is answered until the connection ends, which it must."""
    reader, writer = await asyncio.open_connection("127.0.0.1", number)
    writer.write(sent)
    try:
        async with asyncio.timeout(SECONDS):
            return await reader.read()
    except ConnectionResetError:
        return b""
    finally:
        writer.close()


@pytest.mark.parametrize("half", HALVES.values(), ids=HALVES)
@pytest.mark.parametrize("port", PORTS)
async def test_who_sends_half_a_request_is_cut_off(
    port: Opened, half: bytes, tmp_path: Path
) -> None:
    async with port(QUICK, tmp_path) as number:
        # ends at all: with the answer of a request that is never whole, or with none
        await said(number, half)


@pytest.mark.parametrize("port", PORTS)
async def test_too_large_a_body_is_refused(port: Opened, tmp_path: Path) -> None:
    large = HEAD + b"Content-Length: 101\r\nConnection: close\r\n\r\n" + b"x" * 101

    async with port(PATIENT, tmp_path) as number:
        answer = await said(number, large)

    assert answer.startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize("port", PORTS)
async def test_connection_without_another_request_is_cut_off(port: Opened, tmp_path: Path) -> None:
    async with port(replace(QUICK, sending=SECONDS), tmp_path) as number:
        answer = await said(number, b"GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n")

    assert answer.startswith(b"HTTP/1.1 404 ")


@pytest.mark.parametrize("port", PORTS)
async def test_many_silent_connections_keep_nobody_out(port: Opened, tmp_path: Path) -> None:
    async with port(PATIENT, tmp_path) as number:
        silent = [await asyncio.open_connection("127.0.0.1", number) for _ in range(8)]
        status, _ = await ask(number, "/nowhere")
        for _, writer in silent:
            writer.close()

    assert status == 404


@asynccontextmanager
async def slow(limits: Limits, until: asyncio.Event) -> AsyncIterator[Port]:
    """A server that answers once it may."""

    async def answer(_: web.Request) -> web.Response:
        await until.wait()
        return web.Response(text="done")

    port = Port(limits)
    port.router.add_get("/", answer)
    await port.start("127.0.0.1", 0)
    try:
        yield port
    finally:
        await port.stop()


async def test_who_waits_for_us_is_neither_cut_off_nor_makes_room() -> None:
    until = asyncio.Event()
    async with slow(PATIENT, until) as port:
        asked = [asyncio.create_task(ask(port.number, "/")) for _ in range(4)]
        async with asyncio.timeout(SECONDS):
            while port.answering < 4:  # noqa: ASYNC110 - nothing tells that it holds
                await asyncio.sleep(0.005)
        port.sweep(inf)
        refused = await said(port.number, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        until.set()

        assert await asyncio.gather(*asked) == [(200, "done")] * 4
    assert refused == b""
