"""Reads the body of a request: JSON and plain forms up to a megabyte, forms with files beyond."""

import json
from typing import Any

from aiohttp import web

from bot.sandbox.files import LARGEST_DOCUMENT, Upload
from bot.sandbox.refusal import bad_request

LARGEST_TEXT = 1024 * 1024
LARGEST_FORM = LARGEST_DOCUMENT + LARGEST_TEXT
WITH_FILES = "multipart/form-data"


async def read_json(request: web.Request) -> Any:
    """What a body of JSON says; an empty one says nothing, as an empty object."""
    try:
        return json.loads(await _short(request).text() or "{}")
    except (ValueError, RecursionError) as fault:
        raise bad_request("Can't parse JSON object") from fault


async def read_form(request: web.Request) -> tuple[dict[str, str], dict[str, Upload]]:
    """The texts and the files of a form, by the names of their parts."""
    form = request if request.content_type == WITH_FILES else _short(request)
    texts: dict[str, str] = {}
    uploads: dict[str, Upload] = {}
    try:
        parts = await form.post()
    except ValueError as fault:
        raise bad_request("Can't parse the form") from fault
    for name, value in parts.items():
        if isinstance(value, web.FileField):
            with value.file as file:
                uploads[name] = Upload(value.filename, file.read())
        elif isinstance(value, str):
            texts[name] = value
        else:
            raise bad_request(f'Part "{name}" of the form is neither a text nor a named file')
    return texts, uploads


def _short(request: web.Request) -> web.Request:
    return request.clone(client_max_size=LARGEST_TEXT)
