import asyncio
import logging
import re
from dataclasses import replace
from pathlib import Path

import pytest
from telegram import Bot

from ectrial.record.entries import Kind
from tests.bot.rings import rings_of
from tests.bot.running import Running
from tests.faults import FaultySandbox, answer_lost, held, lost, page, refused, too_many
from tests.phone import Card, Phone


async def at_first_question(phone: Phone) -> Card:
    await phone.says("/new S-014")
    return await phone.card()


async def taps_first(phone: Phone, *, is_read: bool = True) -> None:
    await phone.taps((await phone.card()).labels[0][0], is_read=is_read)


async def live_cards(phone: Phone) -> list[int]:
    return [
        message["message_id"] for message in await phone.messages() if "reply_markup" in message
    ]


async def test_tap_edits_the_card_in_place(bot: Running, phone: Phone) -> None:
    before = await at_first_question(phone)

    await taps_first(phone)

    after = await phone.card()
    assert after.message_id == before.message_id
    assert after.text != before.text
    assert bot.recorded == [Kind.OPENED, Kind.ANSWERED]


async def test_words_bring_the_card_to_the_bottom(bot: Running, phone: Phone) -> None:
    before = await at_first_question(phone)

    await phone.says("what now?")

    after = await phone.card()
    assert after.message_id > before.message_id
    assert await live_cards(phone) == [after.message_id]


async def test_old_button_shows_the_present_card_and_records_nothing(
    bot: Running, phone: Phone
) -> None:
    card = await at_first_question(phone)
    data = card.rows[0][0]["callback_data"]
    await taps_first(phone)
    recorded, shown = bot.recorded, await phone.card()

    await phone.taps_data(card.message_id, data)

    assert await phone.card() == shown
    assert bot.recorded == recorded
    assert len(phone.toasts) == 1


async def test_button_of_another_message_records_nothing(bot: Running, phone: Phone) -> None:
    old = await at_first_question(phone)
    await phone.says("/review")
    card = await phone.card()
    recorded = bot.recorded

    await phone.taps_data(old.message_id, card.rows[0][0]["callback_data"])

    shown = await phone.card()
    assert shown.message_id > card.message_id
    assert shown.text == card.text
    assert await live_cards(phone) == [shown.message_id]
    assert bot.recorded == recorded


async def test_double_tap_is_recorded_once(bot: Running, phone: Phone) -> None:
    card = await at_first_question(phone)
    data = card.rows[0][0]["callback_data"]

    await phone.taps_data(card.message_id, data, is_answered=False, is_read=False)
    await phone.taps_data(card.message_id, data)

    assert bot.recorded == [Kind.OPENED, Kind.ANSWERED]


async def test_forged_buttons_change_nothing(bot: Running, phone: Phone) -> None:
    card = await at_first_question(phone)

    for data in (
        "x",
        "1",
        "1.",
        ".yes",
        "-1.0",
        "9" * 40 + ".0",
        "1.<b>",
        "1.0\n",
        "１.0",
        "é" * 32,
    ):
        await phone.taps_data(card.message_id, data)

    assert await phone.card() == card
    assert bot.recorded == [Kind.OPENED]


@pytest.mark.long
async def test_deleted_card_is_sent_anew(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    async with (
        Running(sandbox, tmp_path / "x.db"),
        Bot(sandbox.token, base_url=sandbox.bot_api) as other,
    ):
        deleted = await at_first_question(phone)
        clears = asyncio.Event()
        sandbox.faults.strike("editMessageText", held(clears))
        await taps_first(phone, is_read=False)
        await other.delete_message(1001, deleted.message_id)
        clears.set()
        await phone.settles()

        shown = await phone.card()

    assert shown.message_id > deleted.message_id
    assert shown.text != deleted.text


async def test_text_is_shown_as_text(bot: Running, phone: Phone) -> None:
    await phone.says("/new <b>&amp;</b>")

    assert not [
        entity
        for entity in (await phone.card()).entities
        if entity["type"] not in ("bold", "italic", "blockquote", "expandable_blockquote")
    ]


async def test_blocked_person_stops_nobody(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    await phone.says("/help", is_answered=False, is_read=False)
    await phone.blocks()
    other = Phone(sandbox, 1002)

    await other.says("/start")
    await phone.blocks(is_blocked=False)
    await phone.says("/start")

    assert (await phone.card()).text == (await other.card()).text


@pytest.mark.long
async def test_card_is_shown_after_a_crash_before_it(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    database = tmp_path / "practice.db"
    async with Running(sandbox, database) as crashing:
        await at_first_question(phone)
        sandbox.faults.strike("editMessageText", held(asyncio.Event()))
        await taps_first(phone, is_read=False)
        assert Kind.ANSWERED in crashing.recorded
        crashing.serving.cancel()
        stale = await phone.card()

    async with Running(sandbox, tmp_path / "practice.db"):
        await phone.wait_for(lambda messages: messages[-1]["text"] != stale.text)

    assert (await phone.card()).message_id == stale.message_id


@pytest.mark.long
async def test_card_that_nobody_waits_for_rings_with_neutral_words_before_it(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    rung = rings_of(sandbox)
    async with Running(sandbox, tmp_path / "x.db") as bot:
        before = await at_first_question(phone)
        chat = bot.ledger.chat(1001)
        assert chat
        bot.ledger.save_chat(replace(chat, shown=None))

    async with Running(sandbox, tmp_path / "x.db"):
        await phone.wait_for(lambda messages: messages[-1]["message_id"] > before.message_id + 1)

    pushed, card = (await phone.messages())[-2:]
    assert rung == ["1 item to look at"]
    assert (pushed["text"], pushed["is_silent"]) == ("1 item to look at", False)
    assert (card["text"], card["is_silent"]) == (before.text, True)


async def test_start_rings_no_phone_if_every_card_was_seen(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    rung = rings_of(sandbox)
    async with Running(sandbox, tmp_path / "x.db"):
        await at_first_question(phone)
        await phone.settles()

    async with Running(sandbox, tmp_path / "x.db"):
        calls = sandbox.faults.calls
        await phone.wait_for(lambda _: calls["editmessagetext"] > 0)

    assert rung == []


@pytest.mark.long
async def test_message_that_is_delivered_late_comes_once(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    clears = asyncio.Event()
    sandbox.faults.strike("sendMessage", held(clears))
    # later than other calls are given up, much earlier than a message is
    asyncio.get_running_loop().call_later(7.0, clears.set)

    await at_first_question(phone)

    assert sandbox.faults.calls["sendmessage"] == 1
    assert len(await live_cards(phone)) == 1


@pytest.mark.long
async def test_bad_weather_loses_nothing(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    async with Running(sandbox, tmp_path / "x.db") as bot:
        sandbox.faults.strike("sendMessage", lost)
        sandbox.faults.strike("sendMessage", page(502))
        sandbox.faults.strike("getUpdates", page(502), times=2)
        await at_first_question(phone)
        sandbox.faults.strike("editMessageText", too_many(1))
        sandbox.faults.strike("editMessageText", answer_lost)
        sandbox.faults.strike("answerCallbackQuery", page(502))
        data = (await phone.card()).rows[0][0]["callback_data"]
        before = await phone.card()
        await phone.taps_data(before.message_id, data, is_answered=False, is_read=False)
        await phone.wait_for(lambda messages: messages[-1]["text"] != before.text)
        await phone.settles()

        assert bot.recorded == [Kind.OPENED, Kind.ANSWERED]
        assert len(await live_cards(phone)) == 1


@pytest.mark.long
@pytest.mark.parametrize("times", [1, 3])
async def test_doubles_of_a_card_lose_their_buttons(
    bot: Running, phone: Phone, sandbox: FaultySandbox, times: int
) -> None:
    before = await at_first_question(phone)
    sandbox.faults.strike("sendMessage", answer_lost, times=times)

    await phone.says("what now?")
    await phone.wait_for(lambda messages: len(messages) == 4 + times)
    await phone.settles()

    sent = [message for message in await phone.messages() if message["from"]["is_bot"]]
    assert len(sent) == 2 + times
    assert before.message_id < sent[-1]["message_id"]
    assert await live_cards(phone) == [sent[-1]["message_id"]]
    await taps_first(phone)
    assert bot.recorded == [Kind.OPENED, Kind.ANSWERED]


async def test_old_card_keeps_its_buttons_until_the_next_has_come(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    clears = asyncio.Event()
    before = await at_first_question(phone)
    sandbox.faults.strike("sendMessage", held(clears))

    await phone.says("what now?", is_answered=False, is_read=False)
    await phone.wait_for(lambda _: sandbox.faults.calls["sendmessage"] == 2)
    meanwhile = await live_cards(phone)
    clears.set()
    await phone.wait_for(lambda messages: messages[-1]["from"]["is_bot"])
    await phone.settles()

    assert meanwhile == [before.message_id]
    assert await live_cards(phone) == [(await phone.card()).message_id]


async def test_retry_of_a_message_costs_one_call(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    await at_first_question(phone)
    sandbox.faults.strike("sendMessage", too_many(1), times=2)

    await phone.says("what now?")

    # the old buttons are taken once the new card stands, however long that takes
    calls = sandbox.faults.calls
    await phone.wait_for(lambda _: calls["editmessagereplymarkup"] > 0)
    await phone.settles()
    assert (calls["sendmessage"], calls["editmessagereplymarkup"]) == (4, 1)
    assert len(await live_cards(phone)) == 1


async def test_buttons_that_could_not_be_taken_go_with_the_next_card(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    await at_first_question(phone)
    sandbox.faults.strike("editMessageReplyMarkup", too_many(3600))

    await phone.says("what now?")
    left = await live_cards(phone)
    await phone.says("and now?")

    assert len(left) == 2
    assert await live_cards(phone) == [(await phone.card()).message_id]


async def test_tap_is_answered_while_telegram_takes_no_card(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    await at_first_question(phone)
    sandbox.faults.strike("editMessageText", too_many(3600))
    await taps_first(phone)

    await taps_first(phone)

    assert phone.toasts[-1].startswith("This card has moved on")
    # how many seconds are left by then is the machine's affair
    assert re.search(r"Telegram lets me show the card in \d+ s\.", phone.toasts[-1])


@pytest.mark.long
async def test_taps_are_not_answered_in_vain(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    await at_first_question(phone)
    sandbox.faults.strike("answerCallbackQuery", too_many(3600))
    for _ in range(3):
        card = await phone.card()
        data = card.rows[0][0]["callback_data"]
        await phone.taps_data(card.message_id, data, is_answered=False)

    assert sandbox.faults.calls["answercallbackquery"] == 1
    assert len(bot.recorded) == 4


async def test_refused_card_is_told_and_its_reason_logged_without_texts(
    bot: Running, phone: Phone, sandbox: FaultySandbox, caplog: pytest.LogCaptureFixture
) -> None:
    why = 'Bad Request: can\'t parse entities: unsupported start tag "S-014" at byte offset 9'
    await at_first_question(phone)
    sandbox.faults.strike("editMessageText", refused(400, why))

    await taps_first(phone)

    assert (await phone.text()).startswith("Something went wrong and the card cannot be shown.")
    assert "can't parse entities" in caplog.text.lower()
    assert "S-014" not in caplog.text
    await phone.says("/resume")
    assert (await phone.messages())[-1].get("reply_markup")
    assert bot.recorded == [Kind.OPENED, Kind.ANSWERED]


async def test_pinning_the_card_leaves_it_as_it_is(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    card = await at_first_question(phone)
    pinned = sandbox.state.chats[1001].messages[card.message_id].wire
    told = {**pinned, "from": sandbox.state.chats[1001].person.user, "pinned_message": pinned}
    for gone in ("text", "entities", "reply_markup"):
        told.pop(gone, None)

    sandbox.state.updates.push("message", told)
    await phone.settles()
    shown = await phone.card()

    assert shown == card
    assert sandbox.faults.calls["sendmessage"] == 1


async def test_card_deleted_amid_its_edit_is_sent_anew(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    before = await at_first_question(phone)
    sandbox.faults.strike("editMessageText", refused(400, "Bad Request: message not found"))

    await taps_first(phone)

    assert (await phone.card()).message_id > before.message_id


async def test_slow_chat_delays_no_other(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    async with Running(sandbox, tmp_path / "x.db") as bot:
        clears = asyncio.Event()
        sandbox.faults.strike("sendMessage", held(clears), chat=1001)
        await phone.says("/new S-001", is_answered=False, is_read=False)
        other = Phone(sandbox, 1002)

        await other.says("/new S-002", is_read=False)

        assert bot.recorded == [Kind.OPENED, Kind.OPENED]
        assert len(await phone.messages()) == 1
        clears.set()
        await phone.wait_for(lambda messages: len(messages) == 2)


@pytest.mark.long
async def test_flood_of_one_chat_delays_no_other(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    async with Running(sandbox, tmp_path / "x.db") as bot:
        clears = asyncio.Event()
        sandbox.faults.strike("sendMessage", held(clears), times=200, chat=1001)
        for number in range(150):
            sandbox.state.say(sandbox.state.chats[1001], f"word {number}")
        other = Phone(sandbox, 1002)

        await other.says("/new S-002", is_read=False)

        assert (await other.card()).text.startswith("PRACTICE · S-002")
        assert bot.recorded == [Kind.OPENED]
        assert not await live_cards(phone)
        clears.set()
        await phone.wait_for(lambda messages: "reply_markup" in messages[-1])


async def test_chats_of_an_earlier_practice_make_no_noise(
    sandbox: FaultySandbox,
    tmp_path: Path,
    phone: Phone,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with Running(sandbox, tmp_path / "x.db") as bot:
        await phone.says("/start")
        chat = bot.ledger.chat(1001)
        assert chat
        bot.ledger.save_chat(replace(chat, shown="another card"))
    caplog.set_level(logging.DEBUG, "bot")

    async with FaultySandbox() as fresh, Running(fresh, tmp_path / "x.db"):
        await Phone(fresh, 1002).says("/start")

    assert "a chat could not be reached: BadRequest: Chat not found" in caplog.messages
    assert {record.levelno for record in caplog.records if record.name[:4] == "bot."} == {
        logging.DEBUG
    }


@pytest.mark.long
async def test_flood_of_one_chat_is_answered_with_few_cards(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    async with Running(sandbox, tmp_path / "x.db"):
        for number in range(30):
            await phone.says(f"word {number}", is_answered=False, is_read=False)
        await phone.settles()

        assert sandbox.faults.calls["sendmessage"] < 30
        assert len(await live_cards(phone)) == 1
