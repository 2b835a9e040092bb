"""Sends photos and documents, never with a sound: what rings names no subject."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from telegram.error import BadRequest

from bot.telegram.bodies import Upload
from bot.telegram.client import Client
from bot.telegram.rendering import Keyboard

LARGEST_PHOTO = 10 * 1024 * 1024
LARGEST_DOCUMENT = 50 * 1024 * 1024
# Telegram may show a file late: if it is sent again too soon, it comes twice
SECONDS_FOR_AN_ANSWER = 25.0


@dataclass(frozen=True, slots=True)
class File:
    """A photo (PNG or JPEG) or a document, with plain words below it of at most 1024 characters.

    Telegram shows the name of a document, none of a photo. `is_secret`: it is deleted from the
    chat once the person has proved who they are. `make` gives the data of a file that takes long:
    it is called in a thread of its own when the file is sent.
    """

    name: str
    data: bytes = field(repr=False)
    caption: str = field(default="", repr=False)
    is_photo: bool = False
    is_secret: bool = False
    make: Callable[[], bytes] | None = field(default=None, compare=False, repr=False)


async def send_photo(
    client: Client, chat: int, data: bytes, caption: str = "", keyboard: Keyboard | None = None
) -> int:
    """Send a photo once and give the number of its message; raises the library's errors."""
    upload = Upload("photo.png", data)
    return await _send(client, "photo", LARGEST_PHOTO, upload, _given(chat, caption, keyboard))


async def send_document(
    client: Client,
    chat: int,
    name: str,
    data: bytes,
    caption: str = "",
    keyboard: Keyboard | None = None,
) -> int:
    """Send a document once and give the number of its message; raises the library's errors.

    After an error other than a refusal it may have come nevertheless: whoever calls again must
    look for a duplicate, as `Texts` does.
    """
    upload = Upload(name, data)
    given = _given(chat, caption, keyboard)
    return await _send(client, "document", LARGEST_DOCUMENT, upload, given)


async def send_file(client: Client, chat: int, file: File) -> int:
    """Send a file as what it is, once."""
    if file.is_photo:
        return await send_photo(client, chat, file.data, file.caption)
    return await send_document(client, chat, file.name, file.data, file.caption)


def _given(chat: int, caption: str, keyboard: Keyboard | None) -> dict[str, Any]:
    given: dict[str, Any] = {"chat_id": chat, "disable_notification": True}
    if caption:
        given["caption"] = caption
    if keyboard is not None:
        given["reply_markup"] = keyboard
    return given


async def _send(
    client: Client, kind: str, largest: int, upload: Upload, given: dict[str, Any]
) -> int:
    # both would look like a fault of the network, after which a call is made again and again
    if len(upload.data) > largest:
        raise BadRequest(f"A {kind} of {len(upload.data)} bytes is too large")
    if not (upload.name and upload.name.isprintable()):
        raise BadRequest("The name of a file is empty or has control characters")
    method = {"photo": "sendPhoto", "document": "sendDocument"}[kind]
    sent = await client.call(method, given, SECONDS_FOR_AN_ANSWER, uploads={kind: upload})
    return int(sent["message_id"])
