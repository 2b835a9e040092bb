"""A bot in this process is at rest once nothing is left to do, and not before."""

import asyncio

from tests.bot.desk import until
from tests.bot.running import Running
from tests.faults import FaultySandbox, held
from tests.phone import Phone


async def test_bot_whose_card_is_still_to_come_is_not_at_rest(
    bot: Running, sandbox: FaultySandbox, phone: Phone
) -> None:
    may_go_on = asyncio.Event()
    sandbox.faults.strike("sendMessage", held(may_go_on))
    await phone.says("/new S-014", is_answered=False)
    was_confirmed, was_at_rest = not sandbox.state.updates.pending, sandbox.is_at_rest

    may_go_on.set()
    # what the chat shows is written a little later, by a task of its own
    await until(lambda: sandbox.is_at_rest is True)

    assert was_confirmed
    assert not was_at_rest
    assert "S-014" in await phone.text()


async def test_bot_that_has_not_read_a_text_is_not_at_rest(
    bot: Running, sandbox: FaultySandbox, phone: Phone
) -> None:
    await phone.says("/start")
    sandbox.state.say(sandbox.state.chats[1001], "/new S-014")

    assert not sandbox.is_at_rest
