"""JSON as it goes to and from the Bot API: by orjson, by the standard library where that refuses.

Half a character is refused by orjson alone, and a batch that cannot be read for the sake of one
would be asked for again for ever.
"""

import json
from typing import Any

import orjson


def read(content: bytes) -> Any:
    r"""Read what was sent to us; ValueError if it is no JSON.

    >>> read('{"text": "5.2 ×10⁹/L"}'.encode()), read(rb'"\ud83d"')
    ({'text': '5.2 ×10⁹/L'}, '\ud83d')
    """
    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError:
        pass
    try:
        return json.loads(content.decode(errors="replace"))
    except RecursionError:
        raise ValueError("nested too deep") from None


def written(value: Any) -> bytes:
    r"""Write plain values to be sent.

    >>> written({"chat_id": 7}), written("\ud83d")
    (b'{"chat_id":7}', b'"\\ud83d"')
    """
    try:
        return orjson.dumps(value)
    except orjson.JSONEncodeError:
        return json.dumps(value).encode()
