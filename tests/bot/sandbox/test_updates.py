import asyncio

from telegram import Bot

from bot.sandbox.server import Sandbox
from bot.sandbox.updates import UpdateQueue
from tests.bot.sandbox.bot_side import COORDINATOR, YES, Calls, Clock, keyboard
from tests.phone import SECONDS, Phone

MINUTE, HOUR = 60, 3600
CONFLICT = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)


async def say(phone: Phone, *texts: str) -> None:
    for text in texts:
        await phone.says(text, is_answered=False, is_read=False)


def texts(updates: list[dict[str, dict[str, str]]]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_real_client_reads_a_text_with_its_command(bot: Bot, phone: Phone) -> None:
    await say(phone, "/new S-014 M 58")

    (update,) = await bot.get_updates()

    assert update.message is not None
    assert update.message.text == "/new S-014 M 58"
    assert update.message.entities[0].type == "bot_command"
    assert update.effective_user is not None
    assert update.effective_user.language_code == "en"


async def test_real_client_reads_a_photo(bot: Bot, started: Phone, sandbox: Sandbox) -> None:
    sandbox.state.send_photo(sandbox.state.chats[COORDINATOR])

    (update,) = await bot.get_updates()

    assert update.message is not None
    assert update.message.text is None
    assert len(update.message.photo) == 1


async def test_update_ids_grow_by_one(calls: Calls, phone: Phone) -> None:
    await say(phone, "a", "b", "c")

    ids = [update["update_id"] for update in await calls.updates()]

    assert ids == [ids[0], ids[0] + 1, ids[0] + 2]


async def test_ids_grow_over_a_quick_restart(clock: Clock) -> None:
    before = UpdateQueue(clock)
    for _ in range(500):
        before.push("message", {})

    clock.passes(1)
    after = UpdateQueue(clock)
    after.push("message", {})

    assert after.pending[0]["update_id"] > before.pending[-1]["update_id"]


async def test_unconfirmed_updates_come_again(calls: Calls, phone: Phone) -> None:
    await say(phone, "a")
    first = await calls.updates()

    again = await calls.updates()

    assert again == first


async def test_offset_confirms_what_is_before_it(calls: Calls, phone: Phone) -> None:
    await say(phone, "a", "b", "c")
    updates = await calls.updates()

    rest = await calls.updates(offset=updates[1]["update_id"])

    assert texts(rest) == ["b", "c"]
    assert texts(await calls.updates(limit=1)) == ["b"]


async def test_negative_offset_keeps_only_the_last(calls: Calls, phone: Phone) -> None:
    await say(phone, "a", "b", "c")

    last = await calls.updates(offset=-2)

    assert texts(last) == ["b", "c"]
    assert texts(await calls.updates()) == ["b", "c"]


async def test_offset_far_beyond_the_end_is_no_confirmation(calls: Calls, phone: Phone) -> None:
    await say(phone, "a")
    (update,) = await calls.updates()

    updates = await calls.updates(offset=update["update_id"] + 1000)

    assert texts(updates) == ["a"]


async def test_same_offset_at_once_gives_one_update(calls: Calls, phone: Phone) -> None:
    await say(phone, "a", "b")
    await calls.updates()

    updates = await calls.updates()

    assert texts(updates) == ["a"]


async def test_limit_cuts_the_answer(calls: Calls, phone: Phone) -> None:
    await say(phone, "a", "b", "c")

    updates = await calls.updates(limit=2)

    assert texts(updates) == ["a", "b"]


async def test_limits_out_of_range_are_moved_into_it(calls: Calls, phone: Phone) -> None:
    await say(phone, "a", "b")

    updates = await calls.updates(limit=0)

    assert texts(updates) == ["a"]


async def test_empty_poll_without_timeout_answers_at_once(calls: Calls) -> None:
    updates = await calls.updates()

    assert updates == []


async def test_long_poll_ends_without_updates(calls: Calls) -> None:
    updates = await calls.updates(timeout=1)

    assert updates == []


async def test_long_poll_answers_as_soon_as_someone_speaks(calls: Calls, phone: Phone) -> None:
    async with asyncio.timeout(SECONDS):
        poll = calls.waits()
        await say(phone, "a")
        answer = await poll

    assert texts(answer["result"]) == ["a"]


async def test_second_poller_ends_the_first(calls: Calls, phone: Phone) -> None:
    polls = {calls.waits(), calls.waits()}

    ended, waiting = await asyncio.wait(
        polls, timeout=SECONDS, return_when=asyncio.FIRST_COMPLETED
    )

    assert [poll.result() for poll in ended] == [
        {"ok": False, "error_code": 409, "description": CONFLICT}
    ]
    await say(phone, "a")
    assert texts((await waiting.pop())["result"]) == ["a"]


async def test_poller_that_vanished_takes_nothing_along(
    sandbox: Sandbox, calls: Calls, phone: Phone
) -> None:
    poll = calls.waits()
    async with asyncio.timeout(SECONDS):
        while not sandbox.faults.calls["getupdates"]:  # noqa: ASYNC110 - it only counts
            await asyncio.sleep(0.005)
    poll.cancel()

    await say(phone, "a")

    assert texts(await calls.updates()) == ["a"]


async def test_messages_wait_for_a_day(calls: Calls, phone: Phone, clock: Clock) -> None:
    await say(phone, "a")

    clock.passes(24 * HOUR - 1)
    before = await calls.updates()
    clock.passes(1)
    after = await calls.updates(offset=-1)

    assert (texts(before), after) == (["a"], [])


async def test_taps_wait_for_150_seconds(calls: Calls, started: Phone, clock: Clock) -> None:
    await calls.send(reply_markup=keyboard([YES]))
    await started.taps("Yes", is_answered=False, is_read=False)

    clock.passes(149)
    before = await calls.updates()
    clock.passes(1)
    after = await calls.updates(offset=-1)

    assert (len(before), after) == (1, [])


async def test_kinds_that_are_not_allowed_are_dropped(calls: Calls, started: Phone) -> None:
    await calls.send(reply_markup=keyboard([YES]))
    await calls.updates(allowed_updates=["message"])

    await started.taps("Yes", is_answered=False, is_read=False)
    await say(started, "a")

    assert texts(await calls.updates()) == ["a"]


async def test_allowed_kinds_hold_until_changed(calls: Calls, started: Phone) -> None:
    await calls.updates(allowed_updates=["callback_query"])
    await say(started, "dropped")
    await calls.updates()
    await say(started, "dropped too")

    await calls.updates(allowed_updates=[])
    await say(started, "kept")

    assert texts(await calls.updates()) == ["kept"]


async def test_webhook_info_counts_what_waits(calls: Calls, phone: Phone) -> None:
    await say(phone, "a", "b")
    await calls.updates(allowed_updates=["message"])

    info = await calls.result("getWebhookInfo")

    assert (info["url"], info["pending_update_count"]) == ("", 2)
    assert info["allowed_updates"] == ["message"]


async def test_delete_webhook_may_drop_what_waits(bot: Bot, phone: Phone) -> None:
    await say(phone, "a")
    await bot.delete_webhook()
    kept = await bot.get_updates()

    await bot.delete_webhook(drop_pending_updates=True)

    assert len(kept) == 1
    assert await bot.get_updates() == ()
