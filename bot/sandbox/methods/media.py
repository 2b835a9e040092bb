"""Methods that send photos and documents, change them and their captions, and open files."""

from typing import Any

from bot.sandbox.fields import checked
from bot.sandbox.files import Kind, StoredFile
from bot.sandbox.keyboards import read_markup
from bot.sandbox.methods.content import CAPTION, SENDING, caption_of, extras_of
from bot.sandbox.methods.editing import CHAT_ID, MARKUP, WHICH, edited, own_message
from bot.sandbox.methods.method import UPLOADS, Given, Method
from bot.sandbox.parameters import Parameter, json_value, text
from bot.sandbox.refusal import bad_request
from bot.sandbox.state import State

KINDS: dict[str, Kind] = {"photo": "photo", "document": "document"}


def _sender(kind: Kind) -> Method:
    def send(state: State, given: Given) -> dict[str, Any]:
        chat = state.reachable_chat(given["chat_id"])
        file = state.files.given(kind, given[kind], kind, given[UPLOADS])
        if file is None:
            raise bad_request(f"There is no {kind} in the request")
        markup = read_markup(given["reply_markup"])
        message = chat.add(
            state.bot,
            state.date,
            caption_of(given),
            keyboard=markup.keyboard,
            force_reply=markup.force_reply,
            media=file.shown,
            extras=extras_of(chat, given),
            is_silent=given["disable_notification"],
        )
        return message.wire

    named: dict[str, Parameter] = {"chat_id": CHAT_ID, kind: Parameter(text, otherwise="")}
    parameters = {**named, **CAPTION, **MARKUP, **SENDING}
    return Method(send, parameters, takes_files=True)


def _edit_message_media(state: State, given: Given) -> dict[str, Any]:
    own_message(state, given)
    media = given["media"]
    optional: dict[str, type] = {"caption": str, "parse_mode": str, "caption_entities": list}
    checked(media, "InputMedia", {"type": str}, {"media": str, **optional})
    file = _file_of(state, given)
    captioned = {"caption": "", "parse_mode": None, "caption_entities": None, **media}
    return edited(state, given, caption_of(captioned), file.shown)


def _file_of(state: State, given: Given) -> StoredFile:
    kind = KINDS.get(given["media"]["type"])
    if kind is None:
        unknown = given["media"]["type"]
        raise bad_request(f'Can\'t parse InputMedia: type "{unknown}" is unsupported')
    file = state.files.given(kind, given["media"].get("media", ""), "", given[UPLOADS])
    if file is None:
        raise bad_request("Can't parse InputMedia: media not found")
    return file


def _edit_message_caption(state: State, given: Given) -> dict[str, Any]:
    _, message = own_message(state, given)
    if not message.media:
        raise bad_request("There is no caption in the message to edit")
    return edited(state, given, caption_of(given), message.media)


def _get_file(state: State, given: Given) -> dict[str, Any]:
    file = state.files.open(given["file_id"])
    return {**file.plain, "file_path": file.path}


METHODS = {
    "sendPhoto": _sender("photo"),
    "sendDocument": _sender("document"),
    "editMessageMedia": Method(
        _edit_message_media,
        {**WHICH, "media": Parameter(json_value(dict), missing="Media is empty"), **MARKUP},
        takes_files=True,
    ),
    "editMessageCaption": Method(_edit_message_caption, {**WHICH, **CAPTION, **MARKUP}),
    "getFile": Method(_get_file, {"file_id": Parameter(text, otherwise="")}),
}
