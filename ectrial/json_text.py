"""JSON that somebody gives, read exactly; what is none is refused with ValueError alone."""

import json
from collections import Counter
from decimal import Decimal, DecimalException
from typing import Any, Final

DEEPEST: Final = 100
"""How deep values may lie in each other; what quotes a deeper one would end in an error."""
TOO_DEEP: Final = "nested too deep"


def read_json(text: str) -> Any:
    """Give the value of a text; decimals keep every digit. ValueError says what is wrong.

    >>> read_json('{"value": 1.50}')
    {'value': Decimal('1.50')}
    """
    try:
        value = _DECODER.decode(text)
    except ValueError as error:
        raise ValueError(f"not JSON ({error})") from None
    except RecursionError:
        raise ValueError(TOO_DEEP) from None
    if text.count("{") + text.count("[") > DEEPEST and _is_deep(value):
        raise ValueError(TOO_DEEP)
    return value


def _is_deep(value: object) -> bool:
    level = [value]
    for _ in range(DEEPEST + 1):
        level = [inner for each in level for inner in _within(each)]
        if not level:
            return False
    return True


def _within(value: object) -> Any:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    body = dict(pairs)
    if len(body) != len(pairs):
        double, _ = Counter(name for name, _ in pairs).most_common(1)[0]
        raise ValueError(f"{double!r} stands twice")
    return body


def _decimal(written: str) -> Decimal:
    """Give a number as it is written; one of a power that nothing can hold is infinite.

    It is left to whoever reads the value, who can say of which item it is.
    """
    try:
        return Decimal(written)
    except DecimalException:
        return Decimal("Infinity")


_DECODER = json.JSONDecoder(parse_float=_decimal, object_pairs_hook=_no_doubles)
