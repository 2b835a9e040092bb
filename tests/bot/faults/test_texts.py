"""A typed number is recorded for the question that stood when it was typed, or asked about."""

import asyncio
from pathlib import Path

import pytest

from tests.bot.faults.walks import at_wbc
from tests.bot.running import Running
from tests.faults import FaultySandbox, held
from tests.phone import Phone


def answers(bot: Running) -> dict[str, str]:
    """Give the labs recorded for S-014."""
    recorded = bot.screening("S-014").answers
    labs = ("wbc", "anc", "platelets")
    return {item: recorded[item].value["value"] for item in labs if item in recorded}


@pytest.mark.long
async def test_number_typed_again_because_the_card_is_late_is_asked_about(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    await at_wbc(phone)
    late = asyncio.Event()
    sandbox.faults.strike("sendMessage", held(late))

    await phone.says("5.2", is_answered=False, is_read=False)
    await phone.says("5.2", is_answered=False, is_read=False)
    late.set()
    await phone.wait_for(lambda messages: "You typed 5.2" in messages[-1]["text"])

    assert answers(bot) == {"wbc": "5.2"}


async def test_number_typed_while_the_bot_is_down_is_asked_about(
    sandbox: FaultySandbox, tmp_path: Path, phone: Phone
) -> None:
    async with Running(sandbox, tmp_path / "x.db"):
        await at_wbc(phone)
    await phone.says("5.2", is_answered=False, is_read=False)
    await phone.says("5.2", is_answered=False, is_read=False)

    async with Running(sandbox, tmp_path / "x.db") as bot:
        await phone.settles()

        assert answers(bot) == {"wbc": "5.2"}
        assert "for ANC?" in (await phone.card()).text


@pytest.mark.long
async def test_number_typed_in_the_second_of_the_edit_is_asked_about(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    sandbox.state.now = lambda: 1_800_000_000.9
    await at_wbc(phone)

    await phone.says("5.2")

    assert answers(bot) == {}
    assert "perhaps before this question came" in (await phone.card()).text


@pytest.mark.long
async def test_number_typed_after_the_second_of_the_edit_is_recorded(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    sandbox.state.now = lambda: 1_800_000_000.9
    await at_wbc(phone)
    sandbox.state.now = lambda: 1_800_000_001.0

    await phone.says("5.2")

    assert answers(bot) == {"wbc": "5.2"}


@pytest.mark.long
async def test_number_behind_a_new_message_is_recorded_within_its_second(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    await at_wbc(phone)
    await phone.says("5.2")
    sandbox.state.now = lambda: 1_800_000_000.0

    await phone.says("3.1")
    await phone.says("180")

    assert answers(bot) == {"wbc": "5.2", "anc": "3.1", "platelets": "180"}


@pytest.mark.long
async def test_question_first_shown_before_its_protocol_text_takes_a_number_at_once(
    bot: Running, phone: Phone, sandbox: FaultySandbox
) -> None:
    await at_wbc(phone)
    sandbox.clock.passes(5)
    shown = int(sandbox.state.now())
    sandbox.state.now = lambda: shown

    await phone.taps("Protocol")
    await phone.says("5.2")

    assert answers(bot) == {"wbc": "5.2"}


async def test_reply_to_an_older_card_is_asked_about(bot: Running, phone: Phone) -> None:
    await at_wbc(phone)
    older = (await phone.card()).message_id
    await phone.says("5.2")

    await phone.says("4.5", reply_to=older)

    assert answers(bot) == {"wbc": "5.2"}
    assert "You answered another card with 4.5" in (await phone.card()).text


@pytest.mark.long
async def test_reply_to_the_card_at_hand_is_its_answer(bot: Running, phone: Phone) -> None:
    await at_wbc(phone)

    await phone.says("5.2", reply_to=(await phone.card()).message_id)

    assert answers(bot) == {"wbc": "5.2"}


@pytest.mark.long
async def test_photo_records_nothing_and_is_told(bot: Running, phone: Phone) -> None:
    await at_wbc(phone)
    recorded = bot.recorded

    await phone.sends_a_photo()

    assert bot.recorded == recorded
    assert "I read text only" in (await phone.card()).text


@pytest.mark.long
async def test_edited_number_is_told_and_records_nothing(bot: Running, phone: Phone) -> None:
    await at_wbc(phone)
    await phone.says("5.2")
    recorded = bot.recorded
    typed = next(m for m in reversed(await phone.messages()) if m["text"] == "5.2")

    await phone.edits(typed["message_id"], "2.5")

    assert bot.recorded == recorded
    assert "I do not read edits" in (await phone.card()).text


@pytest.mark.long
async def test_edit_that_leaves_the_text_as_it_was_is_not_told(bot: Running, phone: Phone) -> None:
    await at_wbc(phone)
    await phone.says("5.2")
    before = await phone.card()
    typed = next(m for m in reversed(await phone.messages()) if m["text"] == "5.2")

    await phone.edits(typed["message_id"], "5.2")

    assert await phone.card() == before
