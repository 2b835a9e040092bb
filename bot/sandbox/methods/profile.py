"""Methods for what the bot says about itself: commands, name, descriptions, menu button."""

import re
from typing import Any

from bot.sandbox.methods.method import Given, Method
from bot.sandbox.parameters import (
    Parameter,
    array_of,
    integer,
    json_value,
    language,
    short_text,
)
from bot.sandbox.profile import DEFAULT_MENU_BUTTON, DEFAULT_SCOPE, Scope
from bot.sandbox.refusal import bad_request
from bot.sandbox.shapes import checked
from bot.sandbox.world import World

COMMAND_NAME = re.compile(r"[a-z0-9_]{1,32}")
LONGEST_COMMAND_DESCRIPTION = 256
MOST_COMMANDS = 100
WIDE_SCOPES = {
    "default", "all_private_chats", "all_group_chats", "all_chat_administrators",
}  # fmt: skip
MENU_BUTTONS = {"default", "commands"}


def _set_my_commands(world: World, given: Given) -> bool:
    commands = given["commands"]
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        checked(command, "BotCommand", {"command": str, "description": str})
        if not COMMAND_NAME.fullmatch(command["command"].removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= LONGEST_COMMAND_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.profile.commands[_scope(world, given), given["language_code"]] = [
        {**command, "command": command["command"].removeprefix("/")} for command in commands
    ]
    _tell(world)
    return True


def _my_commands(world: World, given: Given) -> list[dict[str, str]]:
    return world.profile.commands.get((_scope(world, given), given["language_code"]), [])


def _delete_my_commands(world: World, given: Given) -> bool:
    world.profile.commands.pop((_scope(world, given), given["language_code"]), None)
    _tell(world)
    return True


def _set_menu_button(world: World, given: Given) -> bool:
    button = checked(given["menu_button"] or DEFAULT_MENU_BUTTON, "menu button", {"type": str})
    if button["type"] not in MENU_BUTTONS:
        raise bad_request("Can't parse menu button: the sandbox shows only the list of commands")
    if given["chat_id"] is not None:
        world.chat(given["chat_id"])
    world.profile.menu_buttons[given["chat_id"]] = button
    return True


def _menu_button(world: World, given: Given) -> dict[str, Any]:
    if given["chat_id"] is not None:
        world.chat(given["chat_id"])
    return world.profile.menu_button(given["chat_id"])


def _scope(world: World, given: Given) -> Scope:
    scope = given["scope"]
    if scope is None:
        return DEFAULT_SCOPE
    kind = checked(scope, "BotCommandScope", {"type": str}, {"chat_id": int})["type"]
    if kind in WIDE_SCOPES and "chat_id" not in scope:
        return (kind, None)
    if kind == "chat" and "chat_id" in scope:
        world.chat(scope["chat_id"])
        return (kind, scope["chat_id"])
    raise bad_request("Can't parse BotCommandScope: unsupported type specified")


def _tell(world: World) -> None:
    for chat in world.chats.values():
        chat.changes.note("profile")


def _setter(kind: str) -> Method:
    def act(world: World, given: Given) -> bool:
        world.profile.put_text(kind, given["language_code"], given[kind])
        _tell(world)
        return True

    return Method(act, {kind: Parameter(short_text(LONGEST[kind]), otherwise=""), **LANGUAGE})


def _getter(kind: str) -> Method:
    def act(world: World, given: Given) -> dict[str, str]:
        return {kind: world.profile.text(kind, given["language_code"])}

    return Method(act, LANGUAGE)


LONGEST = {"name": 64, "description": 512, "short_description": 120}
LANGUAGE = {"language_code": Parameter(language, otherwise="")}
SCOPED = {"scope": Parameter(json_value(dict)), **LANGUAGE}
CHAT = {"chat_id": Parameter(integer)}

METHODS = {
    "setMyCommands": Method(
        _set_my_commands,
        {"commands": Parameter(array_of(dict), missing="Commands are not specified"), **SCOPED},
    ),
    "getMyCommands": Method(_my_commands, SCOPED),
    "deleteMyCommands": Method(_delete_my_commands, SCOPED),
    "setMyName": _setter("name"),
    "getMyName": _getter("name"),
    "setMyDescription": _setter("description"),
    "getMyDescription": _getter("description"),
    "setMyShortDescription": _setter("short_description"),
    "getMyShortDescription": _getter("short_description"),
    "setChatMenuButton": Method(
        _set_menu_button, {**CHAT, "menu_button": Parameter(json_value(dict))}
    ),
    "getChatMenuButton": Method(_menu_button, CHAT),
}
