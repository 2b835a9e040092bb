import pytest
from telegram import Bot
from telegram.error import BadRequest

from tests.bot.sandbox.bot_side import COORDINATOR, NO, YES, Calls, Clock, keyboard
from tests.phone import Phone

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
async def query_id(calls: Calls, started: Phone) -> str:
    await calls.send(reply_markup=keyboard([YES, NO]))
    await started.taps("Yes", is_answered=False, is_read=False)
    (update,) = await calls.updates()
    await calls.updates(offset=update["update_id"] + 1)
    return str(update["callback_query"]["id"])


async def test_real_client_reads_a_tap(bot: Bot, calls: Calls, started: Phone) -> None:
    card = await calls.send("Question", reply_markup=keyboard([NO], [YES]))
    await started.taps("Yes", is_answered=False, is_read=False)

    (update,) = await bot.get_updates()

    query = update.callback_query
    assert query is not None
    assert (query.data, query.from_user.id) == (YES["callback_data"], COORDINATOR)
    assert query.chat_instance
    assert query.message is not None
    assert query.message.message_id == card["message_id"]


async def test_answer_shows_a_toast(bot: Bot, started: Phone, query_id: str) -> None:
    await bot.answer_callback_query(query_id, "Recorded")

    await started.settles()

    assert (started.toasts, started.alerts) == (["Recorded"], [])


async def test_answer_may_be_an_alert(bot: Bot, started: Phone, query_id: str) -> None:
    await bot.answer_callback_query(query_id, "Read this", show_alert=True)

    await started.settles()

    assert (started.toasts, started.alerts) == ([], ["Read this"])


async def test_second_answer_is_refused(bot: Bot, query_id: str) -> None:
    await bot.answer_callback_query(query_id)

    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(query_id)


async def test_answer_to_an_unknown_tap_is_refused(calls: Calls) -> None:
    assert await calls.refusal("answerCallbackQuery", callback_query_id="1") == TOO_OLD


async def test_late_answer_is_refused(calls: Calls, clock: Clock, query_id: str) -> None:
    clock.passes(150)

    assert await calls.refusal("answerCallbackQuery", callback_query_id=query_id) == TOO_OLD


async def test_answer_may_have_200_characters(calls: Calls, query_id: str) -> None:
    reason = await calls.refusal(
        "answerCallbackQuery", callback_query_id=query_id, text="中" * 201
    )

    assert reason == "Bad Request: MESSAGE_TOO_LONG"
    assert await calls.result("answerCallbackQuery", callback_query_id=query_id, text="中" * 200)
