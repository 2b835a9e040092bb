import pytest
from telegram import Bot, ForceReply
from telegram.error import Forbidden

from tests.bot.sandbox.bot_side import COORDINATOR, Calls, Clock
from tests.phone import Phone

STRANGER = 1003


@pytest.fixture(autouse=True)
async def _person_has_started(started: Phone) -> None:
    del started


async def test_message_ids_grow_by_one_in_each_chat(calls: Calls) -> None:
    ids = [(await calls.send(text))["message_id"] for text in ("a", "b")]

    assert ids == [2, 3]


async def test_message_carries_the_date_of_the_clock(calls: Calls, clock: Clock) -> None:
    clock.passes(60)

    sent = await calls.send()

    assert sent["date"] == int(clock())


@pytest.mark.parametrize("chat_id", [STRANGER, 999])
async def test_chat_that_never_spoke_is_not_found(calls: Calls, chat_id: int) -> None:
    reason = await calls.refusal("sendMessage", chat_id=chat_id, text="Hello")

    assert reason == "Bad Request: chat not found"


@pytest.mark.parametrize("text", ["", " \n ", "<b></b>"])
async def test_empty_text_is_refused(calls: Calls, text: str) -> None:
    reason = await calls.refusal("sendMessage", chat_id=COORDINATOR, text=text, parse_mode="HTML")

    assert reason == "Bad Request: message text is empty"


@pytest.mark.parametrize("character", ["a", "中", "😀"])
async def test_text_may_have_4096_characters_after_parsing(calls: Calls, character: str) -> None:
    longest = f"<b>{character * 4096}</b>"

    sent = await calls.send(longest, parse_mode="HTML")

    assert len(sent["text"]) == 4096


async def test_text_of_4097_characters_is_refused(calls: Calls) -> None:
    reason = await calls.refusal("sendMessage", chat_id=COORDINATOR, text="a" * 4097)

    assert reason == "Bad Request: message is too long"


async def test_text_may_have_100_entities(calls: Calls) -> None:
    sent = await calls.send("<b>a</b> " * 100, parse_mode="HTML")

    assert len(sent["entities"]) == 100


async def test_text_with_101_entities_is_refused(calls: Calls) -> None:
    reason = await calls.refusal(
        "sendMessage", chat_id=COORDINATOR, text="<b>a</b> " * 101, parse_mode="HTML"
    )

    assert reason == "Bad Request: ENTITIES_TOO_LONG"


async def test_other_parse_modes_are_refused(calls: Calls) -> None:
    reason = await calls.refusal(
        "sendMessage", chat_id=COORDINATOR, text="*a*", parse_mode="MarkdownV2"
    )

    assert reason == "Bad Request: unsupported parse_mode"


async def test_entities_may_be_given_instead_of_html(calls: Calls) -> None:
    bold = {"type": "bold", "offset": 0, "length": 1}

    sent = await calls.send("a", entities=[bold])

    assert sent["entities"] == [bold]


@pytest.mark.parametrize(
    ("entity", "reason"),
    [
        ({"type": "bold", "offset": 1, "length": 1}, "entity beginning at UTF-16 offset 1 ends"),
        ({"type": "loud", "offset": 0, "length": 1}, "can't parse MessageEntity: wrong type"),
        ({"type": "bold", "offset": -1, "length": 1}, "can't parse MessageEntity: wrong type"),
        ({"type": "bold", "offset": 0}, "can't parse MessageEntity: Can't find field \"length\""),
        ({"type": 1, "offset": 0, "length": 1}, 'can\'t parse MessageEntity: Field "type" must'),
    ],
)
async def test_impossible_entities_are_refused(
    calls: Calls, entity: dict[str, object], reason: str
) -> None:
    refusal = await calls.refusal("sendMessage", chat_id=COORDINATOR, text="a", entities=[entity])

    assert refusal.startswith(f"Bad Request: {reason}")


async def test_options_of_a_message_come_back(calls: Calls) -> None:
    sent = await calls.send(
        protect_content=True,
        disable_notification=True,
        link_preview_options={"is_disabled": True},
        reply_parameters={"message_id": 1},
    )

    assert sent["has_protected_content"]
    assert sent["link_preview_options"] == {"is_disabled": True}
    assert sent["reply_to_message"]["text"] == "/start"


async def test_phone_is_told_whether_a_message_rings(calls: Calls, started: Phone) -> None:
    await calls.send("rings")
    await calls.send("silent", disable_notification=True)

    told = {message["text"]: message["is_silent"] for message in await started.messages()}

    assert (told["rings"], told["silent"]) == (False, True)


async def test_reply_to_nothing_is_refused(calls: Calls) -> None:
    reason = await calls.refusal(
        "sendMessage", chat_id=COORDINATOR, text="a", reply_parameters={"message_id": 99}
    )

    assert reason == "Bad Request: message to be replied not found"


async def test_reply_to_nothing_may_be_allowed(calls: Calls) -> None:
    reply = {"message_id": 99, "allow_sending_without_reply": True}

    sent = await calls.send(reply_parameters=reply)

    assert "reply_to_message" not in sent


async def test_forced_reply_reaches_the_phone(bot: Bot, phone: Phone) -> None:
    await bot.send_message(
        COORDINATOR, "Date?", reply_markup=ForceReply(input_field_placeholder="2026-11-23")
    )

    message = (await phone.messages())[-1]

    assert message["force_reply"]["input_field_placeholder"] == "2026-11-23"


async def test_who_blocked_the_bot_cannot_be_reached(bot: Bot, phone: Phone) -> None:
    await phone.blocks()

    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(COORDINATOR, "Hello")


async def test_who_lets_the_bot_back_in_is_reached_again(bot: Bot, phone: Phone) -> None:
    await phone.blocks()
    await phone.blocks(is_blocked=False)

    await bot.send_message(COORDINATOR, "Hello")

    assert await phone.text() == "Hello"


async def test_bot_is_told_that_it_was_blocked(bot: Bot, phone: Phone) -> None:
    await phone.blocks()
    await phone.blocks()

    (update,) = await bot.get_updates()

    assert update.my_chat_member is not None
    assert update.my_chat_member.new_chat_member.status == "kicked"


async def test_chat_action_must_be_one_that_exists(calls: Calls) -> None:
    reason = await calls.refusal("sendChatAction", chat_id=COORDINATOR, action="thinking")

    assert reason == 'Bad Request: wrong parameter "action" in request'


async def test_real_client_reads_the_chat(bot: Bot) -> None:
    chat = await bot.get_chat(COORDINATOR)

    assert (chat.type, chat.first_name) == ("private", "Coordinator")
    assert await bot.send_chat_action(COORDINATOR, "typing")
