"""The parameters for the content of a message, for sending and for editing."""

from typing import Any

from bot.sandbox.chats import Chat
from bot.sandbox.fields import checked
from bot.sandbox.formatting import Formatted, formatted, formatted_caption
from bot.sandbox.html import Entity
from bot.sandbox.methods.method import Given
from bot.sandbox.parameters import Parameter, array_of, flag, json_value, text
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
}
CAPTION = {
    "caption": Parameter(text, otherwise=""),
    "parse_mode": Parameter(text),
    "caption_entities": Parameter(array_of(dict)),
}
SENDING = {
    "disable_notification": Parameter(flag, otherwise=False),
    "protect_content": Parameter(flag),
    "reply_parameters": Parameter(json_value(dict)),
}


def content_of(given: Given) -> Formatted:
    """The checked text and entities."""
    _link_preview(given)
    return formatted(given["text"], given["parse_mode"], _checked_entities(given["entities"]))


def caption_of(given: Given) -> Formatted:
    """The checked caption and its entities."""
    entities = _checked_entities(given["caption_entities"])
    return formatted_caption(given["caption"], given["parse_mode"], entities)


def _checked_entities(entities: list[Entity] | None) -> list[Entity]:
    for entity in entities or []:
        optional = {"url": str, "language": str}
        checked(entity, "MessageEntity", {"type": str, "offset": int, "length": int}, optional)
        if entity["type"] not in ENTITY_TYPES or entity["offset"] < 0 or entity["length"] < 1:
            raise bad_request("Can't parse MessageEntity: wrong type, offset or length")
    return entities or []


def _link_preview(given: Given) -> dict[str, Any]:
    flags = ["is_disabled", "prefer_small_media", "prefer_large_media", "show_above_text"]
    optional = {"url": str, **dict.fromkeys(flags, bool)}
    return checked(given.get("link_preview_options") or {}, "link preview options", {}, optional)


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
