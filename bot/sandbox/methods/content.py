"""The parameters for the content of a message, for sending and for editing."""

from typing import Any

from bot.sandbox.chats import Chat
from bot.sandbox.fields import checked
from bot.sandbox.formatting import Formatted, formatted
from bot.sandbox.methods.method import Given
from bot.sandbox.parameters import Parameter, array_of, json_value, text
from bot.sandbox.refusal import bad_request

ENTITY_TYPES = {
    "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold",
    "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote",
    "code", "pre", "text_link",
}  # fmt: skip
CONTENT = {
    "text": Parameter(text, missing="Message text is empty"),
    "parse_mode": Parameter(text),
    "entities": Parameter(array_of(dict)),
    "link_preview_options": Parameter(json_value(dict)),
    "reply_markup": Parameter(json_value(dict)),
}


def content_of(given: Given) -> Formatted:
    """The checked text and entities."""
    entities = given["entities"] or []
    for entity in entities:
        optional = {"url": str, "language": str}
        checked(entity, "MessageEntity", {"type": str, "offset": int, "length": int}, optional)
        if entity["type"] not in ENTITY_TYPES or entity["offset"] < 0 or entity["length"] < 1:
            raise bad_request("Can't parse MessageEntity: wrong type, offset or length")
    _link_preview(given)
    return formatted(given["text"], given["parse_mode"], entities)


def _link_preview(given: Given) -> dict[str, Any]:
    flags = ["is_disabled", "prefer_small_media", "prefer_large_media", "show_above_text"]
    optional = {"url": str, **dict.fromkeys(flags, bool)}
    return checked(given["link_preview_options"] or {}, "link preview options", {}, optional)


def extras_of(chat: Chat, given: Given) -> dict[str, Any]:
    """The optional fields that the resulting message repeats."""
    extras: dict[str, Any] = {
        "link_preview_options": _link_preview(given),
        "has_protected_content": given["protect_content"],
    }
    if reply := given["reply_parameters"]:
        optional = {"chat_id": int, "allow_sending_without_reply": bool}
        checked(reply, "reply parameters", {"message_id": int}, optional)
        answered = chat.messages.get(reply["message_id"])
        if answered:
            extras["reply_to_message"] = answered.wire
        elif not reply.get("allow_sending_without_reply"):
            raise bad_request("Message to be replied not found")
    return extras
