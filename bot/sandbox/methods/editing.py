"""Finds the message that a call edits, and changes it unless it already is as wanted."""

from dataclasses import replace
from typing import Any

from bot.sandbox.chats import Chat, Message
from bot.sandbox.formatting import Formatted
from bot.sandbox.keyboards import read_keyboard
from bot.sandbox.methods.method import Given
from bot.sandbox.parameters import Parameter, integer, json_value, positive
from bot.sandbox.refusal import bad_request
from bot.sandbox.state import State

NOT_MODIFIED = (
    "Message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)
CHAT_ID = Parameter(integer, missing="Chat_id is empty")
MESSAGE_ID = Parameter(positive, missing="Message identifier is not specified")
WHICH = {"chat_id": CHAT_ID, "message_id": MESSAGE_ID}
MARKUP = {"reply_markup": Parameter(json_value(dict))}


def own_message(state: State, given: Given) -> tuple[Chat, Message]:
    """The bot's message that a call is about, and its chat."""
    chat = state.reachable_chat(given["chat_id"])
    message = chat.messages.get(given["message_id"])
    if message is None:
        raise bad_request("Message to edit not found")
    if not message.is_from_bot:
        raise bad_request("Message can't be edited")
    return chat, message


def edited(
    state: State,
    given: Given,
    content: Formatted,
    media: dict[str, Any],
) -> dict[str, Any]:
    """The message with this content and the keyboard of the call."""
    chat, message = own_message(state, given)
    text, entities = content
    keyboard = read_keyboard(given["reply_markup"])
    wanted = replace(message, text=text, entities=entities, keyboard=keyboard, media=media)
    if wanted == message:
        raise bad_request(NOT_MODIFIED)
    message.text, message.entities = content
    message.keyboard, message.media = keyboard, media
    message.edit_date = state.date
    chat.show_again(message)
    return message.wire
