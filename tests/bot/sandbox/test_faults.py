import asyncio
from collections.abc import Callable

import aiohttp
import pytest

from tests.bot.sandbox.bot_side import COORDINATOR, Calls
from tests.faults import (
    Fault,
    FaultySandbox,
    answer_lost,
    delivered_again,
    garbled,
    held,
    lost,
    page,
    refused,
    reordered,
    repeated,
    silent,
    too_many,
)
from tests.phone import SECONDS, Phone


async def says(phone: Phone, *texts: str) -> None:
    for text in texts:
        await phone.says(text, is_answered=False, is_read=False)


async def texts(calls: Calls) -> list[str]:
    return [update["message"]["text"] for update in await calls.updates()]


async def raw(sandbox: FaultySandbox, seconds: float = SECONDS) -> tuple[int, str]:
    url = f"{sandbox.bot_api}{sandbox.token}/sendMessage"
    body = {"chat_id": COORDINATOR, "text": "A card"}
    limit = aiohttp.ClientTimeout(seconds)
    async with (
        aiohttp.ClientSession(timeout=limit) as session,
        session.post(url, json=body) as answer,
    ):
        return answer.status, await answer.text()


async def test_limit_says_how_long_to_wait(
    sandbox: FaultySandbox, calls: Calls, started: Phone
) -> None:
    sandbox.faults.strike("sendMessage", too_many(7))

    answer = await calls("sendMessage", chat_id=COORDINATOR, text="A card")

    assert answer == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }
    assert len(await started.messages()) == 1


async def test_refusal_is_in_the_words_given(
    sandbox: FaultySandbox, calls: Calls, started: Phone
) -> None:
    sandbox.faults.strike("sendMessage", refused(403, "Forbidden: user is deactivated"))

    told = await calls.refusal("sendMessage", chat_id=COORDINATOR, text="A card")

    assert told == "Forbidden: user is deactivated"


@pytest.mark.parametrize("status", [500, 502])
async def test_page_is_what_a_proxy_answers(
    sandbox: FaultySandbox, started: Phone, status: int
) -> None:
    sandbox.faults.strike("sendMessage", page(status))

    code, text = await raw(sandbox)

    assert code == status
    assert text.startswith("<html>")
    assert len(await started.messages()) == 1


@pytest.mark.parametrize(("fault", "messages"), [(lost, 1), (answer_lost, 2)])
async def test_lost_call_was_done_or_not(
    sandbox: FaultySandbox, started: Phone, fault: Fault, messages: int
) -> None:
    sandbox.faults.strike("sendMessage", fault)

    with pytest.raises(aiohttp.ClientError):
        await raw(sandbox)

    assert len(await started.messages()) == messages


async def test_silence_lasts_until_the_client_gives_up(
    sandbox: FaultySandbox, started: Phone
) -> None:
    sandbox.faults.strike("sendMessage", silent)

    with pytest.raises(TimeoutError):
        await raw(sandbox, seconds=0.1)

    assert len(await started.messages()) == 1


async def test_garbled_answer_is_no_json(sandbox: FaultySandbox, started: Phone) -> None:
    sandbox.faults.strike("sendMessage", garbled)

    code, text = await raw(sandbox)

    assert (code, text) == (200, '{"ok": true, "resu')
    assert len(await started.messages()) == 2


async def test_held_call_is_done_later(
    sandbox: FaultySandbox, calls: Calls, started: Phone
) -> None:
    until = asyncio.Event()
    sandbox.faults.strike("sendMessage", held(until))
    sending = asyncio.create_task(calls.send())
    await calls.updates()
    before = len(await started.messages())

    until.set()
    await sending

    assert (before, len(await started.messages())) == (1, 2)


@pytest.mark.parametrize(
    ("make", "delivered"),
    [
        (lambda: repeated, ["a", "b", "a", "b"]),
        (lambda: reordered, ["b", "a"]),
        (delivered_again, ["a", "b"]),
    ],
)
async def test_updates_come_as_told(
    sandbox: FaultySandbox,
    calls: Calls,
    phone: Phone,
    make: Callable[[], Fault],
    delivered: list[str],
) -> None:
    await says(phone, "a", "b")
    sandbox.faults.strike("getUpdates", make())

    assert await texts(calls) == delivered


async def test_update_comes_again_after_its_confirmation(
    sandbox: FaultySandbox, calls: Calls, phone: Phone
) -> None:
    sandbox.faults.strike("getUpdates", delivered_again(), times=2)
    await says(phone, "a")
    (first,) = await calls.updates()
    await says(phone, "b")

    again, new = await calls.updates(offset=first["update_id"] + 1)

    assert again == first
    assert new["message"]["text"] == "b"


async def test_numbers_may_begin_anew(sandbox: FaultySandbox, calls: Calls, phone: Phone) -> None:
    await says(phone, "a")
    (before,) = await calls.updates()
    await calls.updates(offset=before["update_id"] + 1)
    sandbox.state.updates.count_from(77)
    await says(phone, "b")

    (update,) = await calls.updates(offset=before["update_id"] + 1)

    assert (update["update_id"], update["message"]["text"]) == (77, "b")


async def test_fault_strikes_its_method_chat_and_count_alone(
    sandbox: FaultySandbox, calls: Calls, started: Phone
) -> None:
    other = Phone(sandbox, 1002)
    await says(other, "/start")
    sandbox.faults.strike("sendMessage", page(502), times=2, chat=1002)

    await calls.send()
    statuses = []
    for _ in range(3):
        try:
            await calls("sendMessage", chat_id=1002, text="A card")
        except aiohttp.ContentTypeError as error:
            statuses.append(error.status)

    assert statuses == [502, 502]
    assert (len(await started.messages()), len(await other.messages())) == (2, 2)
    assert sandbox.faults.calls["sendmessage"] == 4


async def test_chance_follows_its_seed_until_cleared(sandbox: FaultySandbox) -> None:
    faults = sandbox.faults
    drawn = []
    for _ in range(2):
        faults.by_chance(5, {lost: 0.1, garbled: 0.2})
        drawn.append([faults.next("getme", {}) for _ in range(1000)])
    faults.clear()

    assert drawn[0] == drawn[1]
    assert 50 < drawn[0].count(lost) < 150 < drawn[0].count(garbled) < 250
    assert faults.next("getme", {}) is None
