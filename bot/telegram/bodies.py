"""The body of a call: plain values as JSON; with files, the parts of a form."""

import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO

import aiohttp
from telegram.request import RequestData

from bot.telegram import wire
from bot.telegram.budget import NO_CHAT

# Telegram goes by the content and the name
ANY_TYPE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that goes along with a call: its bytes, or where it lies, which is read as sent."""

    name: str
    data: bytes | Path = field(repr=False)

    @property
    def size(self) -> int:
        """How many bytes it has; OSError if it does not lie there any more."""
        return self.data.stat().st_size if isinstance(self.data, Path) else len(self.data)

    def opened(self) -> BinaryIO:
        """Give a stream, so that a large file does not hold up the event loop."""
        return self.data.open("rb") if isinstance(self.data, Path) else BytesIO(self.data)


Uploads = Mapping[str, Upload]
NO_UPLOADS: Uploads = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class PlainParameters:
    """Parameters ready to be encoded, with the attributes of the library's RequestData.

    `person` is whose call it is where the parameters do not say so. `uploads` stand under the
    names of their parameters.
    """

    parameters: dict[str, Any]
    person: int = NO_CHAT
    uploads: Uploads = field(default_factory=dict)

    @property
    def contains_files(self) -> bool:
        """Whether the call needs a form."""
        return bool(self.uploads)

    @property
    def json_parameters(self) -> dict[str, str]:
        """Give the parameters as a form has them: what is no text becomes JSON.

        >>> PlainParameters({"chat_id": 7, "caption": "a", "is_big": True}).json_parameters
        {'chat_id': '7', 'caption': 'a', 'is_big': 'true'}
        """
        return {
            name: value if isinstance(value, str) else json.dumps(value)
            for name, value in self.parameters.items()
        }

    @property
    def multipart_data(self) -> dict[str, tuple[str, BinaryIO, str]]:
        """Give the name, an opened stream and the type of each file."""
        return {n: (each.name, each.opened(), ANY_TYPE) for n, each in self.uploads.items()}


Parameters = RequestData | PlainParameters | None


def has_files(data: Parameters) -> bool:
    """Whether the body is a form, which takes time to be sent."""
    return data is not None and data.contains_files


@contextmanager
def content_of(data: Parameters) -> Iterator[dict[str, Any]]:
    """Give the arguments with which aiohttp sends these parameters; files are open meanwhile."""
    if data is None:
        yield {}
    elif not data.contains_files:
        body = wire.encode(data.parameters)
        yield {"data": body, "headers": {"Content-Type": "application/json"}}
    else:
        with ExitStack() as opened:
            yield {"data": _form(data, opened)}


def _form(data: RequestData | PlainParameters, opened: ExitStack) -> aiohttp.FormData:
    # names as they are: Telegram would show the percent signs of quoted ones
    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, mime_type) in data.multipart_data.items():
        stream = BytesIO(content) if isinstance(content, bytes) else content
        opened.callback(stream.close)
        form.add_field(name, stream, filename=file_name, content_type=mime_type)
    return form
