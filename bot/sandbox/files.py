"""The files in the chats: found again by their file_id, downloaded by their path."""

import mimetypes
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.sandbox.images import Size, mime_type_of, size_of
from bot.sandbox.refusal import Refusal, bad_request

LARGEST_PHOTO = 10 * 1024 * 1024
LARGEST_DOCUMENT = 50 * 1024 * 1024
LARGEST_DOWNLOAD = 20 * 1024 * 1024
# How long a path is promised to work after getFile
SECONDS_OPEN = 60 * 60
ATTACHED = "attach://"

Kind = Literal["photo", "document"]


@dataclass(frozen=True)
class Upload:
    """A file that came as a part of a form."""

    name: str
    data: bytes


Uploads = Mapping[str, Upload]


@dataclass(frozen=True)
class StoredFile:
    """A file that a message may show, under a number of its own."""

    number: int
    kind: Kind
    name: str
    data: bytes
    size: Size | None = None

    @property
    def id(self) -> str:
        """The ``file_id`` by which the bot may send it again."""
        return f"{self.kind}-{self.number}-of-the-sandbox"

    @property
    def mime_type(self) -> str:
        """Of what type it is, by its content or by its name."""
        if self.kind == "photo":
            return mime_type_of(self.data)
        return mimetypes.guess_type(self.name)[0] or "application/octet-stream"

    @property
    def path(self) -> str:
        """The path of its download, in the form of Telegram's."""
        _, dot, ending = self.name.rpartition(".")
        ending = mimetypes.guess_extension(self.mime_type) or "" if self.size else dot + ending
        return f"{self.kind}s/file_{self.number}{ending if ending.isascii() else ''}"

    @property
    def plain(self) -> dict[str, Any]:
        """The fields that every kind of file has."""
        unique = f"{self.kind[0]}{self.number}"
        return {"file_id": self.id, "file_unique_id": unique, "file_size": len(self.data)}

    @property
    def shown(self) -> dict[str, Any]:
        """The field of a Message that shows it."""
        if self.size:
            width, height = self.size
            return {"photo": [{**self.plain, "width": width, "height": height}]}
        named = {"file_name": self.name, "mime_type": self.mime_type}
        return {"document": {**named, **self.plain}}


class Files:
    """All files of one sandbox; in memory only."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._files: dict[str, StoredFile] = {}
        self._open_until: dict[str, float] = {}

    def given(self, kind: Kind, named: str, part: str, uploads: Uploads) -> StoredFile | None:
        """The file that a call names by its id, attaches, or holds in the part of this name."""
        if named and not named.startswith(ATTACHED):
            if uploads:
                raise bad_request("The form has a file that no parameter names")
            return self._known(kind, named)
        name = named.removeprefix(ATTACHED) or part
        if name not in uploads:
            return None
        if len(uploads) > 1:
            raise bad_request("The form has a file that no parameter names")
        return self._kept(kind, uploads[name])

    def find(self, file_id: str) -> StoredFile | None:
        """The file with this id."""
        return self._files.get(file_id)

    def open(self, file_id: str) -> StoredFile:
        """The file with this id, whose path works from now on for an hour."""
        if (file := self.find(file_id)) is None:
            raise bad_request("invalid file_id")
        if len(file.data) > LARGEST_DOWNLOAD:
            raise bad_request("file is too big")
        self._open_until[file.path] = self._now() + SECONDS_OPEN
        return file

    def at(self, path: str) -> StoredFile:
        """The file behind a path that getFile has given lately."""
        if self._open_until.get(path, 0.0) <= self._now():
            raise Refusal(404, "Not Found")
        return next(file for file in self._files.values() if file.path == path)

    def _known(self, kind: Kind, file_id: str) -> StoredFile:
        if file_id.startswith(("http://", "https://")):
            # the sandbox asks no other server
            raise bad_request("failed to get HTTP URL content")
        if (file := self.find(file_id)) is None:
            raise bad_request("wrong remote file identifier specified: can't unserialize it")
        if file.kind != kind:
            was, wanted = file.kind.capitalize(), kind.capitalize()
            raise bad_request(f"can't use file of type {was} as {wanted}")
        return file

    def _kept(self, kind: Kind, upload: Upload) -> StoredFile:
        length = len(upload.data)
        if not length:
            raise bad_request("file must be non-empty")
        if length > LARGEST_DOCUMENT:
            raise Refusal(413, "Request Entity Too Large")
        if kind == "photo" and length > LARGEST_PHOTO:
            raise bad_request(
                f"file of size {length} bytes is too big for a photo;"
                f" the maximum size is {LARGEST_PHOTO} bytes"
            )
        size = size_of(upload.data) if kind == "photo" else None
        file = StoredFile(len(self._files) + 1, kind, upload.name, upload.data, size)
        self._files[file.id] = file
        return file
