"""Over a webhook a tap overtakes a text that was refused: that answers no later question."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from bot.sandbox.webhook import SECRET_HEADER
from bot.setup.settings import Settings
from tests.bot.asking import free_port
from tests.bot.faults.walks import at_wbc
from tests.bot.running import Running
from tests.disk.full import full_disk
from tests.faults import FaultySandbox
from tests.phone import SECONDS, Phone


class Proxy:
    """What speaks TLS before the bot: hands posts on, or answers 502 while it has no bot."""

    def __init__(self, bot: str) -> None:
        self._bot = bot
        self.is_down = False
        self.refused = 0

    async def take(self, request: web.Request) -> web.Response:
        if self.is_down:
            self.refused += 1
            return web.Response(status=502)
        headers = {SECRET_HEADER: request.headers[SECRET_HEADER]}
        async with (
            aiohttp.ClientSession() as session,
            session.post(self._bot, data=await request.read(), headers=headers) as answer,
        ):
            body, again = await answer.read(), answer.headers.get("Retry-After")
            return web.Response(
                status=answer.status,
                body=body,
                content_type=answer.content_type,
                headers={"Retry-After": again} if again else {},
            )

    async def has_refused(self, times: int) -> None:
        async with asyncio.timeout(SECONDS):
            while self.refused < times:  # noqa: ASYNC110 - it only counts
                await asyncio.sleep(0.005)


@pytest.fixture
def listen() -> str:
    return f"127.0.0.1:{free_port()}"


@pytest.fixture
def proxy(listen: str) -> Proxy:
    return Proxy(f"http://{listen}/telegram")


@pytest.fixture
async def address(proxy: Proxy) -> AsyncIterator[str]:
    application = web.Application()
    application.router.add_post("/telegram", proxy.take)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.05)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/telegram"
    await runner.cleanup()


@pytest.fixture
async def hooked(
    sandbox: FaultySandbox, tmp_path: Path, listen: str, address: str
) -> AsyncIterator[Running]:
    settings = Settings(
        _env_file=None,
        ECTRIAL_WEBHOOK_URL=address,
        ECTRIAL_WEBHOOK_LISTEN=listen,
        ECTRIAL_WEBHOOK_SECRET="a-secret-that-only-telegram-knows-0123",
    )
    async with Running(sandbox, tmp_path / "x.db", settings=settings) as running:
        await asyncio.wait_for(sandbox.state.webhook.is_set.wait(), SECONDS)
        yield running


async def test_number_that_a_tap_overtook_at_the_proxy_is_asked_about(
    hooked: Running, phone: Phone, sandbox: FaultySandbox, proxy: Proxy
) -> None:
    await at_wbc(phone)
    sandbox.clock.stops()
    proxy.is_down = True
    await phone.says("5.2", is_answered=False, is_read=False)
    # at once and once more, then not for two seconds
    await proxy.has_refused(2)
    proxy.is_down = False

    await phone.taps("Not sure", is_read=False)
    await phone.wait_for(at_anc)
    await phone.settles_while_time_passes()

    await is_asked_about(hooked, phone)


async def test_number_that_a_tap_overtook_after_our_own_refusal_is_asked_about(
    hooked: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    await at_wbc(phone)
    sandbox.clock.stops()
    with full_disk():
        await phone.says("5.2", is_read=False)

    await phone.taps("Not sure", is_read=False)
    await phone.wait_for(at_anc)
    await phone.settles_while_time_passes()

    await is_asked_about(hooked, phone)


def at_anc(messages: list[dict[str, Any]]) -> bool:
    return any("neutrophil count?" in each["text"] for each in messages)


async def is_asked_about(bot: Running, phone: Phone) -> None:
    answers = bot.screening("S-014").answers
    assert answers["wbc"].value == "unknown"
    assert "anc" not in answers
    assert "5.2 ×10⁹/L came late, after your last tap: is it for ANC?" in (await phone.card()).text
