import json
from typing import Any

import aiohttp
import pytest
from telegram import Bot
from telegram.error import InvalidToken

from bot.sandbox.server import Sandbox
from tests.bot.sandbox.bot_side import COORDINATOR, Calls
from tests.phone import Phone


async def test_real_client_learns_who_it_is(bot: Bot, sandbox: Sandbox) -> None:
    me = await bot.get_me()

    assert me.is_bot
    assert me.id == int(sandbox.token.split(":")[0])


async def test_unknown_token_is_unauthorized(sandbox: Sandbox) -> None:
    stranger = Bot("1234567:wrong", base_url=sandbox.bot_api)

    with pytest.raises(InvalidToken):
        await stranger.initialize()

    await stranger.shutdown()


async def test_unknown_method_is_not_found(calls: Calls) -> None:
    answer = await calls("sendHologram")

    assert answer == {
        "ok": False,
        "error_code": 404,
        "description": "Not Found: method not found",
    }


async def test_unknown_parameter_is_refused(calls: Calls) -> None:
    reason = await calls.refusal("getUpdates", ofset=1)

    assert reason == 'Bad Request: unknown parameter "ofset"'


@pytest.mark.parametrize(
    ("method", "parameters", "reason"),
    [
        ("sendMessage", {"text": "Hello"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": COORDINATOR}, "message text is empty"),
        ("editMessageText", {"chat_id": 1, "text": "Hi"}, "message identifier is not specified"),
        ("deleteMessage", {"chat_id": 1, "message_id": 0}, 'parameter "message_id" must be pos'),
        ("getUpdates", {"offset": "soon"}, 'parameter "offset" must be an integer'),
        ("getUpdates", {"offset": 2**63}, 'parameter "offset" is out of range'),
        ("getUpdates", {"allowed_updates": [1]}, "can't parse allowed_updates: wrong type"),
        ("getUpdates", {"allowed_updates": {}}, "can't parse allowed_updates: wrong JSON type"),
        ("getUpdates", {"allowed_updates": "[message"}, "can't parse allowed_updates JSON"),
        ("deleteWebhook", {"drop_pending_updates": 1}, 'parameter "drop_pending_updates" must'),
    ],
)
async def test_missing_and_mistyped_parameters_are_refused(
    calls: Calls, method: str, parameters: dict[str, object], reason: str
) -> None:
    refusal = await calls.refusal(method, **parameters)

    assert refusal.startswith(f"Bad Request: {reason}")


@pytest.mark.parametrize("encoding", ["json", "form", "multipart", "query"])
async def test_every_encoding_of_parameters_is_read(
    sandbox: Sandbox, started: Phone, encoding: str
) -> None:
    fields = {"chat_id": str(COORDINATOR), "text": "中 & 😀", "entities": "[]"}
    multipart = aiohttp.FormData(fields, default_to_multipart=True)
    sent: dict[str, dict[str, Any]] = {
        "json": {"json": {**fields, "chat_id": COORDINATOR, "entities": []}},
        "form": {"data": fields},
        "multipart": {"data": multipart},
        "query": {"params": fields},
    }

    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{sandbox.bot_api}{sandbox.token}/sendMessage", **sent[encoding]) as answer,
    ):
        body = await answer.json()

    assert body["ok"], body
    assert await started.text() == "中 & 😀"


@pytest.mark.parametrize("body", ["{", "[]"])
async def test_json_that_is_no_object_is_refused(sandbox: Sandbox, body: str) -> None:
    url = f"{sandbox.bot_api}{sandbox.token}/getMe"
    headers = {"Content-Type": "application/json"}

    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=body, headers=headers) as answer,
    ):
        status = answer.status

    assert status == 400


async def test_files_are_refused(sandbox: Sandbox) -> None:
    url = f"{sandbox.bot_api}{sandbox.token}/sendMessage"
    form = aiohttp.FormData()
    form.add_field("text", b"bytes", filename="secret.txt")

    async with aiohttp.ClientSession() as session, session.post(url, data=form) as answer:
        body = await answer.json()

    assert body["description"] == "Bad Request: this method takes no files"


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:80"},
        {"Host": "127.0.0.1.evil.example"},
        {"Host": "[broken"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "http://localhost"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_requests_from_elsewhere_are_turned_away(
    sandbox: Sandbox, headers: dict[str, str]
) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{sandbox.url}/phone/people", headers=headers) as answer,
    ):
        status = answer.status

    assert status == 403


@pytest.mark.parametrize("host", ["localhost:1", "127.0.0.1", "[::1]:80"])
async def test_names_of_this_machine_are_let_in(sandbox: Sandbox, host: str) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{sandbox.url}/phone/people", headers={"Host": host}) as answer,
    ):
        status = answer.status

    assert status == 200


@pytest.mark.parametrize("site", ["same-origin", "none"])
async def test_page_itself_is_let_in(sandbox: Sandbox, site: str) -> None:
    headers = {"Origin": sandbox.url, "Sec-Fetch-Site": site}

    assert await _status(f"{sandbox.url}/phone/people", headers) == 200


async def test_link_elsewhere_may_lead_to_the_page_and_no_further(sandbox: Sandbox) -> None:
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}

    assert await _status(sandbox.url, headers) == 200
    assert await _status(f"{sandbox.url}/phone/1001", headers) == 403


async def test_image_on_a_foreign_page_makes_no_call(sandbox: Sandbox, started: Phone) -> None:
    url = f"{sandbox.bot_api}{sandbox.token}/sendMessage?chat_id={COORDINATOR}&text=x"

    status = await _status(url, {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"})

    assert status == 403
    assert await started.text() == "/start"


async def test_token_is_another_at_each_start() -> None:
    tokens = {Sandbox().token for _ in range(10)}

    assert len(tokens) == 10
    assert min(map(len, tokens)) > 40


async def test_absurd_numbers_and_depths_are_refused(sandbox: Sandbox, calls: Calls) -> None:
    digits, deep = "9" * 5000, "[" * 100_000

    assert "must be an integer" in await calls.refusal("getUpdates", offset=digits)
    assert "can't parse" in await calls.refusal("getUpdates", allowed_updates=deep)
    assert await _status(f"{sandbox.url}/phone/1001/changes?after={digits}") == 400
    assert await _status(f"{sandbox.url}/phone/1001/changes?seconds=soon") == 400
    assert await _status(f"{sandbox.url}/phone/{digits}") == 404


async def _status(url: str, headers: dict[str, str] | None = None) -> int:
    async with aiohttp.ClientSession() as session, session.get(url, headers=headers) as answer:
        return answer.status


async def test_page_may_load_nothing_from_elsewhere(sandbox: Sandbox) -> None:
    async with aiohttp.ClientSession() as session, session.get(sandbox.url) as answer:
        policy = answer.headers["Content-Security-Policy"]

    assert policy.startswith("default-src 'self'")


async def test_sandboxes_know_nothing_of_each_other(sandbox: Sandbox, started: Phone) -> None:
    async with Sandbox() as other:
        messages = await Phone(other, COORDINATOR).messages()

    assert messages == []
    assert other.url != sandbox.url
    assert json.dumps(await started.messages()).count("/start") == 1
