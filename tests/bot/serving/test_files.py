"""Photos and documents beside the card: each comes once, or it is said that none comes."""

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from itertools import count
from typing import Any

import pytest
from telegram.error import BadRequest, TelegramError

from bot.serving.beside import Beside
from bot.serving.jobs import MOST_FILES, DeliveryJob, joined
from bot.serving.pushes import Neutral, Push
from bot.serving.texts import MAY_BE_DOUBLED, Texts
from bot.telegram.budget import Budget
from bot.telegram.client import Client
from bot.telegram.files import LARGEST_DOCUMENT, LARGEST_PHOTO, File, send_document, send_photo
from bot.telegram.retries import RetryPolicy
from tests.bot.rings import rings_of
from tests.faults import FaultySandbox, answer_lost, garbled, lost, page, too_many
from tests.phone import Phone
from tests.pictures import png

CHAT = 1001
CODE = File("invite.png", png(), "Valid for a day", is_photo=True)
LOG = File("受试者 log.pdf", b"%PDF-1.7", "The log")
REFUSED = "⚠️ The file could not be sent. If that happens again, tell whoever runs the bot."
RETRIES = RetryPolicy(first=0.001, longest=0.01)

pytestmark = pytest.mark.usefixtures("started")


@pytest.fixture
async def started(sandbox: FaultySandbox, phone: Phone) -> None:
    await phone.says("/start", is_answered=False, is_read=False)
    sandbox.state.updates.clear()


@pytest.fixture
async def client(sandbox: FaultySandbox) -> AsyncIterator[Client]:
    # a second from each look to the next: no call waits for its turn
    connected = Client(sandbox.token, sandbox.bot_api, budget=Budget(partial(next, count(0.0))))
    await connected.bot.request.initialize()
    yield connected
    await connected.bot.request.shutdown()


@pytest.fixture
def deliver(client: Client) -> Callable[[DeliveryJob], Awaitable[None]]:
    async def until_answered(call: Callable[[], Awaitable[Any]]) -> Any:
        refused = partial(client.budget.refused, CHAT)
        return await RETRIES.until_answered(client.budget.in_turn(CHAT, call), refused)

    beside = Beside(Texts(client), lambda _: "en")
    return lambda job: beside.send(CHAT, job, until_answered)


Deliver = Callable[[DeliveryJob], Awaitable[None]]


async def said(phone: Phone) -> list[str]:
    """What the bot's messages say, oldest first."""
    messages = [each for each in await phone.messages() if each["from"]["is_bot"]]
    return [each.get("text", each.get("caption", "")) for each in messages]


async def test_files_come_below_the_texts_and_without_a_sound(
    deliver: Deliver, phone: Phone, sandbox: FaultySandbox
) -> None:
    rung = rings_of(sandbox)
    push = Push(Neutral.TO_LOOK_AT, "en")

    await deliver(DeliveryJob(messages=("Invited.",), files=(CODE, LOG), push=push, answers=1))

    assert await said(phone) == ["Invited.", "Valid for a day", "The log", push.text]
    photo, log = (await phone.messages())[2:4]
    assert [await phone.file(each) for each in (photo, log)] == [CODE.data, LOG.data]
    assert log["document"]["file_name"] == LOG.name
    assert rung == [push.text]


async def test_large_file_comes_whole(client: Client, phone: Phone) -> None:
    data = bytes(range(256)) * 8192

    await send_document(client, CHAT, "log.bin", data)

    assert await phone.file((await phone.messages())[-1]) == data


async def test_photo_may_have_buttons(client: Client, phone: Phone) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Take back", "callback_data": "1.a"}]]}

    await send_photo(client, CHAT, CODE.data, "An invitation", keyboard)

    assert (await phone.card()).labels == [["Take back"]]


@pytest.mark.parametrize("fault", [lost, answer_lost, garbled, page(502)])
@pytest.mark.parametrize("file", [CODE, LOG], ids=["photo", "document"])
async def test_file_without_an_answer_comes_once(
    deliver: Deliver, phone: Phone, sandbox: FaultySandbox, fault: Any, file: File
) -> None:
    sandbox.faults.strike("sendPhoto", fault)
    sandbox.faults.strike("sendDocument", fault)

    await deliver(DeliveryJob(files=(file,), answers=1))

    assert await said(phone) == [file.caption]


async def test_duplicate_that_cannot_be_looked_for_is_told(
    deliver: Deliver,
    phone: Phone,
    sandbox: FaultySandbox,
    caplog: pytest.LogCaptureFixture,
) -> None:
    sandbox.faults.strike("sendDocument", answer_lost)

    with caplog.at_level(logging.WARNING):
        await deliver(DeliveryJob(files=(LOG,)))

    assert await said(phone) == ["The log"] * 2
    assert MAY_BE_DOUBLED in caplog.messages


async def test_duplicate_that_cannot_be_deleted_is_told(
    deliver: Deliver, sandbox: FaultySandbox, caplog: pytest.LogCaptureFixture
) -> None:
    sandbox.faults.strike("sendDocument", answer_lost)
    sandbox.faults.strike("deleteMessage", lost)

    with caplog.at_level(logging.WARNING):
        await deliver(DeliveryJob(files=(LOG,), answers=1))

    assert MAY_BE_DOUBLED in caplog.messages


async def test_file_waits_as_long_as_telegram_asks(
    deliver: Deliver, phone: Phone, sandbox: FaultySandbox
) -> None:
    sandbox.faults.strike("sendPhoto", too_many(1))

    await deliver(DeliveryJob(files=(CODE,)))

    assert await said(phone) == ["Valid for a day"]
    assert sandbox.faults.calls["sendphoto"] == 2


@pytest.mark.parametrize(
    "file",
    [
        File("a.png", b"no photo", is_photo=True),
        File("a.pdf", b""),
        File("a.pdf", b"a", "b" * 1025),
        File("", b"a"),
        File("a\r\nb", b"a"),
        File("a.png", bytes(LARGEST_PHOTO + 1), is_photo=True),
        File("a.pdf", bytes(LARGEST_DOCUMENT + 1)),
    ],
    ids=[
        "no photo",
        "empty",
        "long caption",
        "no name",
        "broken name",
        "large photo",
        "large document",
    ],
)
async def test_refused_file_is_told_and_the_others_come(
    deliver: Deliver, phone: Phone, file: File
) -> None:
    await deliver(DeliveryJob(files=(file, LOG)))

    assert await said(phone) == [REFUSED, "The log"]


async def test_file_too_large_for_telegram_is_not_even_sent(
    client: Client, sandbox: FaultySandbox
) -> None:
    with pytest.raises(BadRequest):
        await send_photo(client, CHAT, bytes(LARGEST_PHOTO + 1))

    assert sandbox.faults.calls["sendphoto"] == 0


@pytest.mark.parametrize("fault", [lost, garbled, page(502)])
async def test_failure_tells_neither_the_token_nor_the_file(
    client: Client, sandbox: FaultySandbox, fault: Any
) -> None:
    sandbox.faults.strike("sendDocument", fault)

    with pytest.raises(TelegramError) as caught:
        await send_document(client, CHAT, "S-014.pdf", b"content", "S-014")

    told = f"{caught.value!r} {caught.value.__cause__!r}"
    assert not [each for each in (sandbox.token, "S-014", "content") if each in told]
    assert "content" not in repr(LOG)


async def test_file_takes_one_call_of_the_budget(sandbox: FaultySandbox) -> None:
    budget = Budget(lambda: 7.0)
    client = Client(sandbox.token, sandbox.bot_api, budget=budget)
    await client.bot.request.initialize()

    await budget.ready(CHAT)
    await send_photo(client, CHAT, CODE.data)
    await client.bot.request.shutdown()

    # of five calls at once, three are left to others
    assert [budget.spare(CHAT, is_message=True) for _ in range(2)] == [True, False]


def test_latest_files_of_a_flood_are_kept() -> None:
    files = tuple(File(f"{number}.pdf", b"a") for number in range(MOST_FILES + 1))
    earlier, later = DeliveryJob(files=files[:2]), DeliveryJob(files=files[2:])

    assert joined(earlier, later).files == files[1:]
