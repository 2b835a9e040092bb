"""The sandbox posts updates as Telegram does: one at a time, with the secret, until answered."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from bot.sandbox.webhook import SECRET_HEADER
from tests.bot.sandbox.bot_side import Calls
from tests.phone import Phone


class Hook:
    """A bot's own server: notes what is posted, and gives the answers it was told to."""

    def __init__(self) -> None:
        self.posted: list[tuple[str | None, str]] = []
        self.answers: list[web.Response] = []
        self.at_most_one = asyncio.Semaphore(1)

    async def take(self, request: web.Request) -> web.Response:
        assert not self.at_most_one.locked()
        async with self.at_most_one:
            update = await request.json()
            text = update.get("message", {}).get("text", "")
            self.posted.append((request.headers.get(SECRET_HEADER), text))
            await asyncio.sleep(0)
            return self.answers.pop(0) if self.answers else web.Response()

    @property
    def texts(self) -> list[str]:
        return [text for _, text in self.posted]


@pytest.fixture
def hook() -> Hook:
    return Hook()


@pytest.fixture
async def url(hook: Hook) -> AsyncIterator[str]:
    application = web.Application()
    application.router.add_post("/hook", hook.take)
    runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.05)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await runner.cleanup()


async def say(phone: Phone, *texts: str) -> None:
    for text in texts:
        await phone.says(text, is_answered=False, is_read=False)


async def test_updates_are_posted_in_order_with_the_secret(
    calls: Calls, phone: Phone, hook: Hook, url: str
) -> None:
    await say(phone, "before")

    await calls.result("setWebhook", url=url, secret_token="s-1")
    await say(phone, "a", "b")
    await phone.settles()

    assert hook.posted == [("s-1", "before"), ("s-1", "a"), ("s-1", "b")]


async def test_refused_update_is_posted_again_before_the_next(
    calls: Calls, phone: Phone, hook: Hook, url: str
) -> None:
    hook.answers = [web.Response(status=503), web.Response(status=302)]

    await say(phone, "a", "b")
    await calls.result("setWebhook", url=url)
    await phone.settles()

    assert hook.texts == ["a", "a", "a", "b"]


async def test_call_in_the_answer_is_made(
    calls: Calls, phone: Phone, hook: Hook, url: str
) -> None:
    hook.answers = [
        web.json_response({"method": "sendMessage", "chat_id": 1001, "text": "from the answer"})
    ]
    await calls.result("setWebhook", url=url)

    await phone.says("a")

    assert await phone.text() == "from the answer"


@pytest.mark.parametrize(
    "body", [{"method": "deleteWebhook"}, {"method": "noSuchThing"}, {"method": 7}, [], "x"]
)
async def test_answer_without_a_call_that_may_be_made_is_a_yes(
    calls: Calls, phone: Phone, hook: Hook, url: str, body: Any
) -> None:
    hook.answers = [web.json_response(body)]
    await calls.result("setWebhook", url=url)

    await say(phone, "a")
    await phone.settles()

    assert hook.texts == ["a"]
    assert (await calls.result("getWebhookInfo"))["url"] == url


async def test_polling_is_refused_while_there_is_a_webhook(
    calls: Calls, phone: Phone, hook: Hook, url: str
) -> None:
    await calls.result("setWebhook", url=url)

    assert "can't use getUpdates method while webhook is active" in await calls.refusal(
        "getUpdates"
    )
    await calls.result("deleteWebhook")
    await say(phone, "a")
    assert len(await calls.updates()) == 1
    assert hook.texts == []


async def test_address_without_http_is_refused(calls: Calls) -> None:
    assert "bad webhook" in await calls.refusal("setWebhook", url="ftp://here")
