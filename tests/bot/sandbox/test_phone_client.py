from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.sandbox.server import Sandbox
from tests.bot.sandbox.bot_side import YES, Calls, keyboard
from tests.bot.sandbox.echo_bot import running_echo_bot
from tests.phone import Phone


@pytest.fixture
async def _echo_bot(sandbox: Sandbox) -> AsyncIterator[None]:
    async with running_echo_bot(sandbox):
        yield


@pytest.mark.usefixtures("_echo_bot")
async def test_says_waits_for_the_answer(phone: Phone) -> None:
    await phone.says("Hello")

    assert await phone.text() == "You said: Hello"


@pytest.mark.usefixtures("_echo_bot")
async def test_taps_waits_for_toast_and_edit(phone: Phone) -> None:
    await phone.says("/card")

    await phone.taps("Not sure")

    assert phone.toasts == ["Recorded: unsure"]
    assert (await phone.card()).text.endswith("You chose unsure.")


@pytest.mark.usefixtures("_echo_bot")
async def test_missing_button_is_told_with_those_that_are_there(phone: Phone) -> None:
    await phone.says("/card")

    with pytest.raises(AssertionError, match=r"no button 'Perhaps'; there are \[\['Yes', 'No'\]"):
        await phone.taps("Perhaps")


@pytest.mark.usefixtures("_echo_bot")
async def test_wait_for_gives_the_messages_that_fulfil_it(phone: Phone) -> None:
    await phone.says("a", is_answered=False, is_read=False)

    messages = await phone.wait_for(lambda messages: len(messages) == 2)

    assert messages[-1]["text"] == "You said: a"


@pytest.mark.usefixtures("_echo_bot")
async def test_two_people_have_chats_of_their_own(sandbox: Sandbox, phone: Phone) -> None:
    other = Phone(sandbox, 1002)
    await phone.says("from the coordinator")

    await other.says("from the investigator")

    assert [message["text"] for message in await other.messages()] == [
        "from the investigator",
        "You said: from the investigator",
    ]


async def test_silent_bot_fails_with_the_chat(sandbox: Sandbox) -> None:
    phone = Phone(sandbox, seconds=0.2)

    with pytest.raises(
        AssertionError, match="in vain for an answer to 'Hello'; the chat:\n> Hello"
    ):
        await phone.says("Hello")


async def test_bot_that_reads_nothing_never_rests(sandbox: Sandbox) -> None:
    phone = Phone(sandbox, seconds=0.2)
    await phone.says("Hello", is_answered=False, is_read=False)

    with pytest.raises(AssertionError, match="in vain for the bot to come to rest"):
        await phone.settles()


async def test_chat_without_buttons_has_no_card(started: Phone) -> None:
    with pytest.raises(AssertionError, match="no message with buttons"):
        await started.card()


async def test_outdated_phone_may_send_any_data(calls: Calls, started: Phone) -> None:
    card = await calls.send(reply_markup=keyboard([YES]))

    await started.taps_data(card["message_id"], "old", is_answered=False, is_read=False)

    (update,) = await calls.updates()
    assert update["callback_query"]["data"] == "old"


@pytest.mark.parametrize(
    ("tap", "reason"),
    [
        ({"message_id": 1, "row": 0, "column": 0}, "message to tap not found"),
        ({"message_id": 2, "row": 0, "column": 1}, "button to tap not found"),
        ({"message_id": 2}, "button to tap not found"),
        ({"row": 0}, "can't parse tap: Can't find field \"message_id\""),
    ],
)
async def test_impossible_taps_are_refused(
    sandbox: Sandbox, calls: Calls, started: Phone, tap: dict[str, int], reason: str
) -> None:
    del started
    await calls.send(reply_markup=keyboard([YES]))

    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{sandbox.url}/phone/1001/taps", json=tap) as answer,
    ):
        body = await answer.json()

    assert body["description"] == f"Bad Request: {reason}"


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("1001/texts", b'{"text": "from a form of another site"}', 415),
        ("9999/texts", b"{}", 404),
    ],
)
async def test_phone_wants_json_and_a_known_person(
    sandbox: Sandbox, path: str, body: bytes, status: int
) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{sandbox.url}/phone/{path}", data=body) as answer,
    ):
        got = answer.status

    assert got == status


async def test_broken_json_is_refused(sandbox: Sandbox) -> None:
    headers = {"Content-Type": "application/json"}

    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{sandbox.url}/phone/1001/texts", data="{", headers=headers) as answer,
    ):
        body = await answer.json()

    assert body["description"] == "Bad Request: can't parse JSON object"


async def test_who_blocked_the_bot_cannot_speak(started: Phone) -> None:
    await started.blocks()

    with pytest.raises(AssertionError, match="the bot is blocked"):
        await started.says("Hello")
