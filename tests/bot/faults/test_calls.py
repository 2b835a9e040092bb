"""What Telegram, or the network before it, can answer: nothing is lost, and the card comes."""

import asyncio
import logging
from pathlib import Path

import pytest
from aiohttp import web

from bot.setup.start import CannotServeError
from ectrial.record.entries import Kind
from tests.bot.faults.walks import RECORDED, SECOND, answers, cards, is_sound, opens, sees
from tests.bot.running import Running
from tests.campaigns import by_name, campaign
from tests.faults import (
    Act,
    Fault,
    FaultySandbox,
    answer_lost,
    garbled,
    held,
    lost,
    page,
    refused,
    silent,
    too_many,
)
from tests.phone import Phone

BEFORE_IT_IS_DONE: dict[str, Fault] = {
    "429": too_many(1),
    "500": page(500),
    "502": page(502),
    "reset": lost,
    "page of a proxy with 400": page(400),
    "page of a proxy with 403": page(403),
}
AFTER_IT_IS_DONE: dict[str, Fault] = {
    "reset after it was done": answer_lost,
    "invalid JSON": garbled,
}
PASSING = {**BEFORE_IT_IS_DONE, **AFTER_IT_IS_DONE}
IN_GENERAL: dict[str, Fault] = {"502": page(502), "reset": lost, "invalid JSON": garbled}
AT_A_START = ["getMe", "deleteWebhook", "deleteMyCommands", "getUpdates"]
GONE: dict[str, Fault] = {
    "blocked": refused(403, "Forbidden: bot was blocked by the user"),
    "deactivated": refused(403, "Forbidden: user is deactivated"),
    "no chat": refused(400, "Bad Request: chat not found"),
}
REFUSED_IN_TELEGRAMS_WORDS = pytest.mark.parametrize("fault", GONE.values(), ids=GONE)
ANY_PASSING = pytest.mark.parametrize(
    "fault", campaign(PASSING, "429", "reset", "reset after it was done")
)


@ANY_PASSING
async def test_edit_that_fails_is_made_up_for(
    bot: Running, phone: Phone, sandbox: FaultySandbox, fault: Fault
) -> None:
    card = await opens(phone)
    sandbox.faults.strike("editMessageText", fault)

    shown = await answers(phone)

    assert shown.message_id == card.message_id
    assert await cards(phone) == [shown.message_id]
    assert bot.recorded == RECORDED
    assert await is_sound(bot, phone)


@pytest.mark.parametrize("fault", campaign(BEFORE_IT_IS_DONE, "429", "reset"))
async def test_message_that_was_not_sent_is_sent_once(
    bot: Running, phone: Phone, sandbox: FaultySandbox, fault: Fault
) -> None:
    sandbox.faults.strike("sendMessage", fault)

    shown = await opens(phone)

    assert await cards(phone) == [shown.message_id]
    assert bot.recorded == [Kind.OPENED]


@pytest.mark.long
@pytest.mark.parametrize("fault", AFTER_IT_IS_DONE.values(), ids=AFTER_IT_IS_DONE)
async def test_message_that_may_have_been_sent_leaves_one_card_that_counts(
    bot: Running, phone: Phone, sandbox: FaultySandbox, fault: Fault
) -> None:
    sandbox.faults.strike("sendMessage", fault)
    await opens(phone)
    await phone.wait_for(lambda messages: len(messages) == 3)

    shown = await answers(phone)

    assert await cards(phone) == [shown.message_id]
    assert bot.recorded == RECORDED


@pytest.mark.long
@ANY_PASSING
async def test_poll_that_fails_loses_and_doubles_nothing(
    bot: Running, phone: Phone, sandbox: FaultySandbox, fault: Fault
) -> None:
    await opens(phone)
    sandbox.faults.strike("getUpdates", fault, times=2)

    await answers(phone)

    assert bot.recorded == RECORDED
    assert await is_sound(bot, phone)


@pytest.mark.long
@pytest.mark.parametrize("status", [401, 404, 409])
async def test_page_of_a_proxy_ends_no_bot(
    bot: Running, phone: Phone, sandbox: FaultySandbox, status: int
) -> None:
    await opens(phone)
    sandbox.faults.strike("getUpdates", page(status), times=2)

    await answers(phone)

    assert bot.recorded == RECORDED
    assert not bot.serving.done()


@pytest.mark.long
@pytest.mark.parametrize("method", campaign(by_name(AT_A_START), "getMe", "getUpdates"))
@pytest.mark.parametrize("fault", campaign(IN_GENERAL, "502"))
async def test_start_outlasts_a_failure(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone, method: str, fault: Fault
) -> None:
    sandbox.faults.strike(method, fault, times=2)

    async with Running(sandbox, tmp_path / "x.db") as bot:
        await opens(phone)

        assert bot.recorded == [Kind.OPENED]


async def test_start_at_the_wrong_address_ends_in_plain_words(
    sandbox: FaultySandbox, tmp_path: Path
) -> None:
    sandbox.faults.strike("getMe", page(404))

    async with Running(sandbox, tmp_path / "x.db") as bot:
        with pytest.raises(CannotServeError, match="there is no Bot API there"):
            await bot.serving


@pytest.mark.long  # a call is given up after five seconds; tests/bot/telegram has a shorter wait
async def test_silence_is_outlasted(bot: Running, phone: Phone, sandbox: FaultySandbox) -> None:
    await opens(phone)
    sandbox.faults.strike("editMessageText", silent)

    await answers(phone)

    assert bot.recorded == RECORDED


async def test_slow_answer_is_waited_for(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    until = asyncio.Event()
    card = await opens(phone)
    sandbox.faults.strike("editMessageText", held(until))
    await phone.taps("1", is_answered=False)
    meanwhile = await phone.card()

    until.set()
    shown = await sees(phone, SECOND)

    assert meanwhile == card
    assert sandbox.faults.calls["editmessagetext"] == 1
    assert await cards(phone) == [shown.message_id]
    assert bot.recorded == RECORDED


@pytest.mark.long
async def test_limit_is_kept_to_and_holds_up_no_other_chat(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    other = Phone(sandbox, 1002)
    await opens(phone)
    sandbox.faults.strike("editMessageText", too_many(3600), chat=1001)
    await phone.taps("1", is_answered=False)
    edits = sandbox.faults.calls["editmessagetext"]

    await opens(other, "S-015")
    await phone.taps("Protocol", is_answered=False)

    assert edits == sandbox.faults.calls["editmessagetext"] == 1
    assert bot.recorded == [*RECORDED, Kind.OPENED]


async def test_card_that_the_person_deleted_is_sent_anew(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    until = asyncio.Event()
    deleted = await opens(phone)
    sandbox.faults.strike("editMessageText", held(until))
    await phone.taps("1", is_answered=False)

    sandbox.state.chats[1001].remove(deleted.message_id)
    until.set()
    shown = await sees(phone, SECOND)

    assert await cards(phone) == [shown.message_id]
    assert bot.recorded == RECORDED
    assert await is_sound(bot, phone)


@pytest.mark.long
@REFUSED_IN_TELEGRAMS_WORDS
async def test_chat_that_cannot_be_reached_is_left_in_peace(
    bot: Running,
    phone: Phone,
    sandbox: FaultySandbox,
    fault: Fault,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await opens(phone)
    sandbox.faults.strike("editMessageText", fault, chat=1001)
    with caplog.at_level(logging.WARNING, "bot"):
        await phone.taps("1", is_answered=False)

    assert sandbox.faults.calls["editmessagetext"] == 1
    assert sandbox.faults.calls["sendmessage"] == 1
    assert len(caplog.messages) <= 1
    assert bot.recorded == RECORDED

    await phone.says("/resume")

    assert SECOND in (await phone.card()).text


@pytest.mark.long
async def test_blocked_bot_is_quiet_until_it_is_let_in_again(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    until = asyncio.Event()
    await opens(phone)
    sandbox.faults.strike("editMessageText", held(until))
    await phone.taps("1", is_answered=False)
    await phone.blocks()
    until.set()
    await opens(Phone(sandbox, 1002), "S-015")
    calls = sandbox.faults.calls["editmessagetext"]

    await phone.blocks(is_blocked=False)
    await phone.says("/resume")

    assert calls == 1
    assert SECOND in (await phone.card()).text
    assert bot.recorded == [*RECORDED, Kind.OPENED]


@pytest.mark.long
async def test_card_that_is_tried_again_shows_what_others_recorded_meanwhile(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    until, other = asyncio.Event(), Phone(sandbox, 1002)

    async def fails_late(request: web.Request, act: Act) -> web.StreamResponse:
        await until.wait()
        return await page(502)(request, act)

    await opens(phone)
    sandbox.faults.strike("editMessageText", fails_late, chat=1001)
    await phone.taps("1", is_answered=False)
    await other.says("/open S-014", is_answered=False)
    await sees(other, SECOND)
    await other.taps("Yes · S-014")

    until.set()

    await sees(phone, SECOND, "Recorded: Yes")


@pytest.mark.long
async def test_card_that_had_to_wait_shows_what_others_recorded_meanwhile(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    until, other = asyncio.Event(), Phone(sandbox, 1002)
    await opens(phone)
    sandbox.faults.strike("editMessageText", held(until), chat=1001)
    await phone.taps("1", is_answered=False)
    await phone.says("/review", is_answered=False)
    await other.says("/open S-014", is_answered=False)
    await sees(other, SECOND)
    await other.taps("Yes · S-014")

    until.set()
    await phone.settles()

    assert "INCL02 Esophageal SCC on histology: Yes" in (await phone.card()).text


async def test_old_button_on_the_live_card_shows_the_card_once_more(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    card = await opens(phone)
    await answers(phone)
    edits = sandbox.faults.calls["editmessagetext"]

    await phone.taps_data(card.message_id, "1.p0")

    assert sandbox.faults.calls["editmessagetext"] == edits + 1
    assert bot.recorded == RECORDED
