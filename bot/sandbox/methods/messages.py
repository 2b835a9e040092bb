"""Methods that send, change and delete messages in a chat."""

from typing import Any

from bot.sandbox.chats import Message
from bot.sandbox.keyboards import read_keyboard, read_markup
from bot.sandbox.methods.content import CONTENT, SENDING, content_of, extras_of
from bot.sandbox.methods.editing import (
    CHAT_ID,
    MARKUP,
    NOT_MODIFIED,
    WHICH,
    edited,
    own_message,
)
from bot.sandbox.methods.method import Given, Method
from bot.sandbox.parameters import (
    Parameter,
    array_of,
    flag,
    integer,
    one_of,
    text,
)
from bot.sandbox.refusal import bad_request
from bot.sandbox.state import State

SECONDS_DELETABLE = 48 * 60 * 60
MOST_DELETED = 100


def _send_message(state: State, given: Given) -> dict[str, Any]:
    chat = state.reachable_chat(given["chat_id"])
    content = content_of(given)
    markup = read_markup(given["reply_markup"])
    message = chat.add(
        state.bot,
        state.date,
        content,
        keyboard=markup.keyboard,
        force_reply=markup.force_reply,
        extras=extras_of(chat, given),
        is_silent=given["disable_notification"],
    )
    return message.wire


def _edit_message_text(state: State, given: Given) -> dict[str, Any]:
    _, message = own_message(state, given)
    if message.media:
        raise bad_request("There is no text in the message to edit")
    return edited(state, given, content_of(given), {})


def _edit_message_reply_markup(state: State, given: Given) -> dict[str, Any]:
    chat, message = own_message(state, given)
    keyboard = read_keyboard(given["reply_markup"])
    if message.keyboard == keyboard:
        raise bad_request(NOT_MODIFIED)
    message.keyboard = keyboard
    chat.show_again(message)
    return message.wire


def _delete_message(state: State, given: Given) -> bool:
    chat = state.reachable_chat(given["chat_id"])
    message = chat.messages.get(given["message_id"])
    if message is None:
        raise bad_request("Message to delete not found")
    if not _is_deletable(state, message):
        raise bad_request("Message can't be deleted")
    chat.remove(message.message_id)
    return True


def _delete_messages(state: State, given: Given) -> bool:
    chat = state.reachable_chat(given["chat_id"])
    if not 1 <= len(given["message_ids"]) <= MOST_DELETED:
        raise bad_request("Wrong number of message identifiers specified")
    for message_id in given["message_ids"]:
        message = chat.messages.get(message_id)
        # the official server ignores messages that do not exist
        if message and _is_deletable(state, message):
            chat.remove(message_id)
    return True


def _answer_callback_query(state: State, given: Given) -> bool:
    shown = given["text"] or ""
    state.taps.answer(given["callback_query_id"], shown, show_alert=given["show_alert"])
    return True


def _send_chat_action(state: State, given: Given) -> bool:
    state.reachable_chat(given["chat_id"]).changes.note("typing")
    return True


def _set_message_reaction(state: State, given: Given) -> bool:
    chat = state.reachable_chat(given["chat_id"])
    message = chat.messages.get(given["message_id"])
    if message is None:
        raise bad_request("Message to react not found")
    if any(each.get("emoji") not in REACTIONS for each in given["reaction"] or []):
        raise bad_request("REACTION_INVALID")
    message.reaction = given["reaction"] or []
    chat.changes.note("reacted", message_id=message.message_id, reaction=message.reaction)
    return True


def _is_deletable(state: State, message: Message) -> bool:
    return state.now() - message.date < SECONDS_DELETABLE


CHAT_ACTIONS = one_of(
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note",
    "upload_video_note",
)  # fmt: skip

# Some of the reactions that Telegram has
REACTIONS = ("👍", "👎", "👌", "✍")

METHODS = {
    "setMessageReaction": Method(
        _set_message_reaction,
        {
            **WHICH,
            "reaction": Parameter(array_of(dict)),
            "is_big": Parameter(flag),
        },
    ),
    "sendMessage": Method(
        _send_message,
        {
            "chat_id": CHAT_ID,
            **CONTENT,
            **MARKUP,
            **SENDING,
        },
    ),
    "editMessageText": Method(_edit_message_text, {**WHICH, **CONTENT, **MARKUP}),
    "editMessageReplyMarkup": Method(_edit_message_reply_markup, {**WHICH, **MARKUP}),
    "deleteMessage": Method(_delete_message, WHICH),
    "deleteMessages": Method(
        _delete_messages,
        {
            "chat_id": CHAT_ID,
            "message_ids": Parameter(
                array_of(int), missing="Message identifiers are not specified"
            ),
        },
    ),
    "answerCallbackQuery": Method(
        _answer_callback_query,
        {
            "callback_query_id": Parameter(text, missing="Query identifier is not specified"),
            "text": Parameter(text),
            "show_alert": Parameter(flag, otherwise=False),
            "cache_time": Parameter(integer),
        },
    ),
    "sendChatAction": Method(
        _send_chat_action,
        {
            "chat_id": CHAT_ID,
            "action": Parameter(CHAT_ACTIONS, missing='Wrong parameter "action" in request'),
        },
    ),
}
