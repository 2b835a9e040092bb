"""Each entry's hash covers its row and the previous hash, so no row can change unnoticed."""

import hashlib
import json
from collections.abc import Mapping

from ectrial.ledger.errors import RefusedError
from ectrial.record.entries import JSON

GENESIS = "0" * 64
_ENCODER = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
)
_DECODER = json.JSONDecoder()

# Added to the table by later versions
LATER_COLUMNS = ("introduces", "text")

Cell = int | str | None
Row = Mapping[str, Cell]


def canonical(value: JSON) -> str:
    """Write JSON in one fixed form, equal for equal values.

    >>> canonical({"b": 1, "a": [None, "是"]})
    '{"a":[null,"是"],"b":1}'
    """
    try:
        text = _ENCODER.encode(value)
        text.encode()
    except (TypeError, ValueError, RecursionError):
        # without the cause, whose message can contain the value
        raise RefusedError("a value that is not JSON; nothing was recorded") from None
    return text


def parsed(text: str) -> JSON:
    """Read the JSON of `canonical`; ValueError for anything else.

    A record has many short values: `json.loads` first looks for white space, which takes longer.

    >>> parsed('{"a":[null,"是"]}')
    {'a': [None, '是']}
    >>> parsed("1 2")
    Traceback (most recent call last):
    ValueError: more than one value
    """
    value, end = _DECODER.raw_decode(text)
    if end != len(text):
        raise ValueError("more than one value")
    return value


def link(row: Row) -> str:
    """Give the hash of a row: SHA-256 over every column except the hash, `prev_hash` included.

    >>> link({"seq": 1, "prev_hash": GENESIS}) == link({"prev_hash": GENESIS, "seq": 1})
    True
    """
    covered = {column: cell for column, cell in row.items() if column != "hash"}
    for column in LATER_COLUMNS:
        if covered.get(column) is None:
            # a row from before this column has the hash that it had
            covered.pop(column, None)
    return hashlib.sha256(canonical(covered).encode()).hexdigest()
