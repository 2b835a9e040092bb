"""Who has blocked the bot is called no more, until they let it back in."""

import asyncio
from pathlib import Path

from tests.bot.faults.walks import RECORDED, SECOND, cards, opens, sees
from tests.bot.running import Running
from tests.faults import FaultySandbox, held
from tests.phone import Phone


def shown(sandbox: FaultySandbox) -> int:
    """Count the calls that show a card or a text."""
    return sandbox.faults.calls["editmessagetext"] + sandbox.faults.calls["sendmessage"]


async def test_who_blocked_the_bot_while_it_was_away_is_not_called(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    async with Running(sandbox, tmp_path / "x.db"):
        await opens(phone)
        await phone.settles()
    calls = shown(sandbox)
    await phone.blocks()

    async with Running(sandbox, tmp_path / "x.db"):
        await opens(Phone(sandbox, 1002), "S-015")
        await phone.settles()

        # the other person's card alone
        assert shown(sandbox) == calls + 1


async def test_card_comes_by_itself_to_who_lets_the_bot_back_in(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    until = asyncio.Event()
    card = await opens(phone)
    sandbox.faults.strike("editMessageText", held(until))
    await phone.taps("1", is_answered=False)
    await phone.blocks()
    until.set()
    await phone.settles()

    await phone.blocks(is_blocked=False)

    assert (await sees(phone, SECOND)).message_id == card.message_id
    assert await cards(phone) == [card.message_id]
    assert bot.recorded == RECORDED


async def test_stranger_who_blocks_the_bot_costs_no_call(
    bot: Running, sandbox: FaultySandbox
) -> None:
    stranger = Phone(sandbox, 1003)
    await stranger.says("hi")
    calls = sum(sandbox.faults.calls.values()) - sandbox.faults.calls["getupdates"]

    await stranger.blocks()
    await stranger.blocks(is_blocked=False)
    await stranger.settles()

    assert sum(sandbox.faults.calls.values()) - sandbox.faults.calls["getupdates"] == calls
    assert len(await stranger.messages()) == 2
