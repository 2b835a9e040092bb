from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    MenuButtonCommands,
)

from bot.sandbox.server import Sandbox
from tests.bot.sandbox.bot_side import COORDINATOR, Calls
from tests.phone import Phone

NEW = BotCommand("new", "Screen a new subject")
NEW_IN_CHINESE = BotCommand("new", "筛选新受试者")
HELP = BotCommand("help", "What I can do")
CHINESE_SPEAKER = 1004


async def test_commands_are_kept_by_language(bot: Bot) -> None:
    await bot.set_my_commands([NEW])
    await bot.set_my_commands([NEW_IN_CHINESE], language_code="zh")

    assert await bot.get_my_commands() == (NEW,)
    assert await bot.get_my_commands(language_code="zh") == (NEW_IN_CHINESE,)


async def test_phone_offers_commands_in_its_language(bot: Bot, sandbox: Sandbox) -> None:
    await bot.set_my_commands([NEW])
    await bot.set_my_commands([NEW_IN_CHINESE], language_code="zh")

    commands = await Phone(sandbox, CHINESE_SPEAKER).commands()

    assert commands == [NEW_IN_CHINESE.to_dict()]


async def test_narrowest_scope_wins(bot: Bot, started: Phone) -> None:
    await bot.set_my_commands([NEW], scope=BotCommandScopeChat(COORDINATOR))
    await bot.set_my_commands([HELP], scope=BotCommandScopeAllPrivateChats(), language_code="en")

    assert await started.commands() == [NEW.to_dict()]


async def test_deleted_commands_give_way_to_wider_ones(bot: Bot, started: Phone) -> None:
    await bot.set_my_commands([HELP])
    await bot.set_my_commands([NEW], scope=BotCommandScopeChat(COORDINATOR))

    await bot.delete_my_commands(scope=BotCommandScopeChat(COORDINATOR))

    assert await started.commands() == [HELP.to_dict()]


@pytest.mark.parametrize(
    ("commands", "reason"),
    [
        ([{"command": "New", "description": "a"}], "BOT_COMMAND_INVALID"),
        ([{"command": "a" * 33, "description": "a"}], "BOT_COMMAND_INVALID"),
        ([{"command": "new", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "new", "description": "a" * 257}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "new", "description": "a"}] * 101, "BOT_COMMANDS_TOO_MUCH"),
        ([{"command": "new"}], "can't parse BotCommand: Can't find field \"description\""),
    ],
)
async def test_commands_at_fault_are_refused(
    calls: Calls, commands: list[dict[str, str]], reason: str
) -> None:
    refusal = await calls.refusal("setMyCommands", commands=commands)

    assert refusal == f"Bad Request: {reason}"


@pytest.mark.parametrize(
    "scope", [{"type": "nobody"}, {"type": "chat"}, {"type": "default", "chat_id": 1}]
)
async def test_unknown_scopes_are_refused(calls: Calls, scope: dict[str, Any]) -> None:
    refusal = await calls.refusal("getMyCommands", scope=scope)

    assert refusal == "Bad Request: can't parse BotCommandScope: unsupported type specified"


async def test_language_is_two_letters(calls: Calls) -> None:
    refusal = await calls.refusal("getMyCommands", language_code="zh-hans")

    assert refusal == "Bad Request: invalid language code specified"


async def test_texts_about_the_bot_are_kept_by_language(bot: Bot) -> None:
    await bot.set_my_name("Pre-screening")
    await bot.set_my_description("What I do")
    await bot.set_my_description("我做什么", language_code="zh")
    await bot.set_my_short_description("Short")

    assert (await bot.get_my_name()).name == "Pre-screening"
    assert (await bot.get_my_description(language_code="zh")).description == "我做什么"
    assert (await bot.get_my_description(language_code="fr")).description == "What I do"
    assert (await bot.get_my_short_description()).short_description == "Short"
    assert (await bot.get_me()).first_name == "Pre-screening"


async def test_long_texts_about_the_bot_are_refused(calls: Calls) -> None:
    refusal = await calls.refusal("setMyShortDescription", short_description="a" * 121)

    assert refusal == 'Bad Request: parameter "short_description" is longer than 120 characters'


async def test_menu_button_shows_commands(bot: Bot, started: Phone) -> None:
    del started
    await bot.set_chat_menu_button(COORDINATOR, MenuButtonCommands())

    buttons = [await bot.get_chat_menu_button(chat) for chat in (COORDINATOR, None)]

    assert buttons == [MenuButtonCommands()] * 2


async def test_other_menu_buttons_are_refused(calls: Calls) -> None:
    refusal = await calls.refusal("setChatMenuButton", menu_button={"type": "video"})

    assert refusal.startswith("Bad Request: can't parse menu button")
