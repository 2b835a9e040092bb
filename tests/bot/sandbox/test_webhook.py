"""The sandbox posts updates as Telegram does: with the secret, by its queues, until answered."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from bot.sandbox.webhook import SECRET_HEADER
from tests.bot.sandbox.bot_side import YES, Calls, Clock, keyboard
from tests.faults import FaultySandbox
from tests.phone import SECONDS, Phone


class Hook:
    """A bot's own server: notes what is posted, and gives the answers it was told to."""

    def __init__(self) -> None:
        self.posted: list[tuple[str | None, str]] = []
        self.answers: list[web.Response] = []
        self.holds: set[str] = set()
        self.at_once = self.most_at_once = 0

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        said = update.get("message", {}).get("text") or update["callback_query"]["data"]
        self.posted.append((request.headers.get(SECRET_HEADER), said))
        while said in self.holds:  # noqa: ASYNC110 - it only looks
            await asyncio.sleep(0.005)
        self.at_once -= 1
        return self.answers.pop(0) if self.answers else web.Response()

    @property
    def texts(self) -> list[str]:
        return [text for _, text in self.posted]

    async def has_in_time(self, clock: Clock, *texts: str) -> None:
        """Let time pass until these were posted: a wait may begin later than its post arrives."""
        async with asyncio.timeout(SECONDS):
            while self.texts != list(texts):
                clock.passes(2)
                await asyncio.sleep(0.005)

    async def has(self, *texts: str) -> None:
        """Wait until exactly these were posted."""
        async with asyncio.timeout(SECONDS):
            while self.texts != list(texts):  # noqa: ASYNC110 - it only looks
                await asyncio.sleep(0.005)


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


async def test_refused_text_is_posted_again_before_the_next(
    calls: Calls, phone: Phone, hook: Hook, url: str, clock: Clock
) -> None:
    hook.answers = [web.Response(status=503), web.Response(status=302)]

    await say(phone, "a", "b")
    await calls.result("setWebhook", url=url)
    await hook.has("a", "a")
    await hook.has_in_time(clock, "a", "a", "a", "b")
    await phone.settles()

    assert hook.texts == ["a", "a", "a", "b"]


async def test_tap_overtakes_a_text_that_was_refused(
    calls: Calls, started: Phone, hook: Hook, url: str, clock: Clock
) -> None:
    card = await calls.send(reply_markup=keyboard([YES]))
    hook.answers = [web.Response(status=502), web.Response(status=502)]
    await calls.result("setWebhook", url=url, max_connections=1)
    await say(started, "5.2")
    await hook.has("5.2", "5.2")

    await started.taps_data(card["message_id"], "1.yes", is_answered=False, is_read=False)
    await hook.has("5.2", "5.2", "1.yes")
    await hook.has_in_time(clock, "5.2", "5.2", "1.yes", "5.2")
    await started.settles()

    assert hook.texts == ["5.2", "5.2", "1.yes", "5.2"]


async def test_bot_says_when_it_wants_a_refused_update_again(
    calls: Calls, phone: Phone, sandbox: FaultySandbox, hook: Hook, url: str, clock: Clock
) -> None:
    hook.answers = [web.Response(status=503, headers={"Retry-After": "30"})]
    await calls.result("setWebhook", url=url)
    await say(phone, "a")
    await hook.has("a")

    clock.passes(29)
    await say(Phone(sandbox, 1002), "b")
    await hook.has("a", "b")
    await hook.has_in_time(clock, "a", "b", "a")
    await phone.settles()

    assert hook.texts == ["a", "b", "a"]


async def test_chats_are_posted_side_by_side_and_texts_of_one_in_turn(
    calls: Calls, phone: Phone, sandbox: FaultySandbox, hook: Hook, url: str
) -> None:
    hook.holds = {"a", "c"}
    await calls.result("setWebhook", url=url, max_connections=40)

    await say(phone, "a", "b")
    await say(Phone(sandbox, 1002), "c")
    await hook.has("a", "c")
    hook.holds = set()
    await phone.settles()

    assert hook.texts == ["a", "c", "b"]


async def test_no_more_is_posted_at_once_than_the_bot_asks_for(
    calls: Calls, sandbox: FaultySandbox, hook: Hook, url: str
) -> None:
    for person in (1001, 1002, 1003):
        await say(Phone(sandbox, person), "a")

    await calls.result("setWebhook", url=url, max_connections=1)
    await Phone(sandbox).settles()

    assert hook.texts == ["a", "a", "a"]
    assert hook.most_at_once == 1


async def test_webhook_that_is_set_again_lets_what_was_refused_wait_on(
    calls: Calls, phone: Phone, sandbox: FaultySandbox, hook: Hook, url: str
) -> None:
    hook.answers = [web.Response(status=503, headers={"Retry-After": "30"})]
    await calls.result("setWebhook", url=url)
    await say(phone, "a")
    await hook.has("a")

    await calls.result("setWebhook", url=url)
    await say(Phone(sandbox, 1002), "b")
    await hook.has("a", "b")


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


@pytest.mark.parametrize(
    "url", ["http://192.168.0.1/", "https://evil.example/", "http://127.0.0.1.evil.example/"]
)
async def test_updates_are_posted_to_no_other_machine(calls: Calls, url: str) -> None:
    assert "this machine alone" in await calls.refusal("setWebhook", url=url)
