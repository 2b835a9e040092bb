"""The body of a call: plain values as JSON; with files, the parts of a form."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from types import MappingProxyType
from typing import Any

import aiohttp
from telegram.request import RequestData

from bot.telegram import wire
from bot.telegram.budget import NO_CHAT

# Telegram goes by the content and the name
ANY_TYPE = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that goes along with a call."""

    name: str
    data: bytes = field(repr=False)


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
    def multipart_data(self) -> dict[str, tuple[str, bytes, str]]:
        """Give the name, content and type of each file."""
        return {name: (each.name, each.data, ANY_TYPE) for name, each in self.uploads.items()}


Parameters = RequestData | PlainParameters | None


def has_files(data: Parameters) -> bool:
    """Whether the body is a form, which takes time to be sent."""
    return data is not None and data.contains_files


def content_of(data: Parameters) -> dict[str, Any]:
    """Give the arguments with which aiohttp sends these parameters."""
    if data is None:
        return {}
    if not data.contains_files:
        body = wire.encode(data.parameters)
        return {"data": body, "headers": {"Content-Type": "application/json"}}
    # names as they are: Telegram would show the percent signs of quoted ones
    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, mime_type) in data.multipart_data.items():
        # a stream, so that a large file does not hold up the event loop
        stream = BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=file_name, content_type=mime_type)
    return {"data": form}
