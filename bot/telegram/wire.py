"""JSON to and from the Bot API, by orjson, or by the standard library if orjson refuses.

Only orjson refuses half a surrogate pair, and a batch of updates that cannot be decoded would be
polled again endlessly.
"""

import json
from typing import Any

import orjson


def decode(content: bytes) -> Any:
    r"""Decode received bytes; raises ValueError if they are no JSON.

    >>> decode('{"text": "5.2 ×10⁹/L"}'.encode()), decode(rb'"\ud83d"')
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


def encode(value: Any) -> bytes:
    r"""Encode plain values to be sent.

    >>> encode({"chat_id": 7}), encode("\ud83d")
    (b'{"chat_id":7}', b'"\\ud83d"')
    """
    try:
        return orjson.dumps(value)
    except orjson.JSONEncodeError:
        return json.dumps(value).encode()
