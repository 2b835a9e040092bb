"""Sends photos and documents, never with a sound: what rings names no subject."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from telegram.error import BadRequest

from bot.telegram.bodies import Upload
from bot.telegram.client import Client
from bot.telegram.rendering import Keyboard

LARGEST_PHOTO = 10 * 1024 * 1024
LARGEST_DOCUMENT = 50 * 1024 * 1024
# Telegram may show a file late: if it is sent again too soon, it comes twice
SECONDS_FOR_AN_ANSWER = 25.0
# Bytes a second of a slow line: a large file may take as much longer
SLOWEST = 128 * 1024


Fate = Literal["sent", "refused", "left", "not_meant"]
"""What became of a file: sent, refused by Telegram or not made, left as it was, as the person
could not be reached, or kept back, as it is not for them any more."""


@dataclass(frozen=True, slots=True)
class File:
    """A photo (PNG or JPEG) or a document, with plain words below it of at most 1024 characters.

    Telegram shows the name of a document, none of a photo. `is_secret`: it is deleted from the
    chat once the person has proved who they are. `make` gives the data of a file that takes long:
    it is called in a thread of its own when the file is sent. A large one may lie on the disk.
    `settle` is told what became of it, once. `is_meant`: whether it is still for its person, asked
    before it is made and at each try.
    """

    name: str
    data: bytes | Path = field(repr=False)
    caption: str = field(default="", repr=False)
    is_photo: bool = False
    is_secret: bool = False
    make: Callable[[], bytes] | None = field(default=None, compare=False, repr=False)
    is_meant: Callable[[], bool] | None = field(default=None, compare=False, repr=False)
    settle: Callable[[Fate], object] | None = field(default=None, compare=False, repr=False)

    def came_to(self, fate: Fate) -> None:
        """Tell what became of it, if somebody wants to know."""
        if self.settle is not None:
            self.settle(fate)


async def send_photo(
    client: Client,
    chat: int,
    data: bytes | Path,
    caption: str = "",
    keyboard: Keyboard | None = None,
) -> int:
    """Send a photo once and give the number of its message; raises the library's errors."""
    upload = Upload("photo.png", data)
    return await _send(client, "photo", LARGEST_PHOTO, upload, _given(chat, caption, keyboard))


async def send_document(
    client: Client,
    chat: int,
    name: str,
    data: bytes | Path,
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
    if upload.size > largest:
        raise BadRequest(f"A {kind} of {upload.size} bytes is too large")
    if not (upload.name and upload.name.isprintable()):
        raise BadRequest("The name of a file is empty or has control characters")
    method = {"photo": "sendPhoto", "document": "sendDocument"}[kind]
    seconds = SECONDS_FOR_AN_ANSWER + upload.size / SLOWEST
    sent = await client.call(method, given, seconds, uploads={kind: upload})
    return int(sent["message_id"])
