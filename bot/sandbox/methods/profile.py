"""Methods for the bot's profile: commands, name, descriptions, menu button."""

import re
from typing import Any

from bot.sandbox.fields import checked
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
from bot.sandbox.state import State

COMMAND_NAME = re.compile(r"[a-z0-9_]{1,32}")
LONGEST_COMMAND_DESCRIPTION = 256
MOST_COMMANDS = 100
WIDE_SCOPES = {
    "default", "all_private_chats", "all_group_chats", "all_chat_administrators",
}  # fmt: skip
MENU_BUTTONS = {"default", "commands"}


def _set_my_commands(state: State, given: Given) -> bool:
    commands = given["commands"]
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        checked(command, "BotCommand", {"command": str, "description": str})
        if not COMMAND_NAME.fullmatch(command["command"].removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= LONGEST_COMMAND_DESCRIPTION:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    state.profile.commands[_scope(state, given), given["language_code"]] = [
        {**command, "command": command["command"].removeprefix("/")} for command in commands
    ]
    _tell(state)
    return True


def _my_commands(state: State, given: Given) -> list[dict[str, str]]:
    return state.profile.commands.get((_scope(state, given), given["language_code"]), [])


def _delete_my_commands(state: State, given: Given) -> bool:
    state.profile.commands.pop((_scope(state, given), given["language_code"]), None)
    _tell(state)
    return True


def _set_menu_button(state: State, given: Given) -> bool:
    button = checked(given["menu_button"] or DEFAULT_MENU_BUTTON, "menu button", {"type": str})
    if button["type"] not in MENU_BUTTONS:
        raise bad_request("Can't parse menu button: the sandbox shows only the list of commands")
    if given["chat_id"] is not None:
        state.chat(given["chat_id"])
    state.profile.menu_buttons[given["chat_id"]] = button
    return True


def _menu_button(state: State, given: Given) -> dict[str, Any]:
    if given["chat_id"] is not None:
        state.chat(given["chat_id"])
    return state.profile.menu_button(given["chat_id"])


def _scope(state: State, given: Given) -> Scope:
    scope = given["scope"]
    if scope is None:
        return DEFAULT_SCOPE
    kind = checked(scope, "BotCommandScope", {"type": str}, {"chat_id": int})["type"]
    if kind in WIDE_SCOPES and "chat_id" not in scope:
        return (kind, None)
    if kind == "chat" and "chat_id" in scope:
        state.chat(scope["chat_id"])
        return (kind, scope["chat_id"])
    raise bad_request("Can't parse BotCommandScope: unsupported type specified")


def _tell(state: State) -> None:
    for chat in state.chats.values():
        chat.changes.note("profile")


def _setter(kind: str) -> Method:
    def act(state: State, given: Given) -> bool:
        state.profile.put_text(kind, given["language_code"], given[kind])
        _tell(state)
        return True

    return Method(act, {kind: Parameter(short_text(LONGEST[kind]), otherwise=""), **LANGUAGE})


def _getter(kind: str) -> Method:
    def act(state: State, given: Given) -> dict[str, str]:
        return {kind: state.profile.text(kind, given["language_code"])}

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
