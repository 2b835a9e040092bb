from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from tests.bot.sandbox.bot_side import COORDINATOR, NO, YES, Calls, Clock, keyboard
from tests.phone import Phone

HOUR = 3600
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)


@pytest.fixture(autouse=True)
async def _person_has_started(started: Phone) -> None:
    del started


async def test_edit_changes_text_and_keyboard_in_place(
    bot: Bot, phone: Phone, clock: Clock
) -> None:
    card = await bot.send_message(COORDINATOR, "Question 1")
    clock.passes(5)
    rows = [[InlineKeyboardButton("Yes", callback_data="yes", style="success")]]

    edited = await card.edit_text("Question 2", reply_markup=InlineKeyboardMarkup(rows))

    assert not isinstance(edited, bool)
    assert edited.edit_date is not None
    assert edited.edit_date.timestamp() == int(clock())
    assert await phone.text() == "Question 2"
    assert (await phone.card()).labels == [["Yes"]]


async def test_edit_without_keyboard_takes_it_away(calls: Calls) -> None:
    card = await calls.send("a", reply_markup=keyboard([YES]))

    edited = await calls.result(
        "editMessageText", chat_id=COORDINATOR, message_id=card["message_id"], text="b"
    )

    assert "reply_markup" not in edited


async def test_same_text_and_keyboard_is_not_modified(calls: Calls) -> None:
    same: dict[str, Any] = {
        "text": "<b>a</b>",
        "parse_mode": "HTML",
        "reply_markup": keyboard([YES]),
    }
    card = await calls.send(**same)

    reason = await calls.refusal(
        "editMessageText", chat_id=COORDINATOR, message_id=card["message_id"], **same
    )

    assert reason == NOT_MODIFIED


async def test_other_formatting_is_a_modification(calls: Calls) -> None:
    card = await calls.send("a")

    edited = await calls.result(
        "editMessageText",
        chat_id=COORDINATOR,
        message_id=card["message_id"],
        text="<b>a</b>",
        parse_mode="HTML",
    )

    assert edited["entities"]


async def test_edit_of_nothing_is_refused(calls: Calls) -> None:
    reason = await calls.refusal("editMessageText", chat_id=COORDINATOR, message_id=9, text="a")

    assert reason == "Bad Request: message to edit not found"


async def test_edit_of_a_persons_message_is_refused(calls: Calls) -> None:
    reason = await calls.refusal("editMessageText", chat_id=COORDINATOR, message_id=1, text="a")

    assert reason == "Bad Request: message can't be edited"


async def test_keyboard_alone_may_be_changed(calls: Calls) -> None:
    card = await calls.send(reply_markup=keyboard([YES]))

    edited = await calls.result(
        "editMessageReplyMarkup",
        chat_id=COORDINATOR,
        message_id=card["message_id"],
        reply_markup=keyboard([NO]),
    )

    assert edited["reply_markup"] == keyboard([NO])
    assert "edit_date" not in edited


async def test_keyboard_that_is_gone_already_is_not_modified(calls: Calls) -> None:
    card = await calls.send()

    reason = await calls.refusal(
        "editMessageReplyMarkup", chat_id=COORDINATOR, message_id=card["message_id"]
    )

    assert reason == NOT_MODIFIED


async def test_bot_deletes_messages_of_both_sides(bot: Bot, phone: Phone) -> None:
    card = await bot.send_message(COORDINATOR, "a")

    await card.delete()
    await bot.delete_message(COORDINATOR, 1)

    assert await phone.messages() == []


async def test_deleting_nothing_is_refused(bot: Bot) -> None:
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await bot.delete_message(COORDINATOR, 99)


async def test_message_of_two_days_is_not_deleted(calls: Calls, clock: Clock) -> None:
    card = await calls.send()
    clock.passes(48 * HOUR)

    reason = await calls.refusal(
        "deleteMessage", chat_id=COORDINATOR, message_id=card["message_id"]
    )

    assert reason == "Bad Request: message can't be deleted"


async def test_deleting_many_passes_over_what_is_not_there(bot: Bot, phone: Phone) -> None:
    await bot.send_message(COORDINATOR, "a")

    await bot.delete_messages(COORDINATOR, [1, 2, 99])

    assert await phone.messages() == []


@pytest.mark.parametrize("ids", [[], list(range(1, 102))])
async def test_number_of_messages_to_delete_is_limited(calls: Calls, ids: list[int]) -> None:
    reason = await calls.refusal("deleteMessages", chat_id=COORDINATOR, message_ids=ids)

    assert reason == "Bad Request: wrong number of message identifiers specified"
