"""Whatever JSON can hold, drawn by chance: what a file or a record may be changed into."""

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

ODD = (
    *("", " ", "\ud800", "\x00", "2026-11-20", "9999-12-31", "0001-01-01T00:00:00+14:00"),
    *(0, -1, True, False, None, 10**400, Decimal("1e999999"), Decimal("-0.50")),
    *(
        [],
        {},
        [[]],
        [{}],
        {"": None},
        {"value": []},
        {"coding": {}},
        {"coding": [1, {"code": []}]},
    ),
)
"""What readers trip over."""


def json_values(keys: Sequence[str] = ()) -> st.SearchStrategy[Any]:
    """Draw a value of JSON as our reader gives it; its objects have some of the keys."""
    plain = (
        st.sampled_from(ODD)
        | st.text(max_size=8)
        | st.integers()
        | st.decimals(allow_nan=False, allow_infinity=False)
    )
    names = st.sampled_from(keys) | st.text(max_size=4) if keys else st.text(max_size=4)
    return st.recursive(
        plain,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4),
        max_leaves=8,
    )


LITERALS = (
    *("null", "true", '""', "0", "-0", "-1", "[]", "{}", "[[]]", "[null]", "NaN", "-Infinity"),
    *("1e999999999999999999999", "1e400", "-1.50", "9" * 5000, "0." + "9" * 500),
    *(
        '"\\ud800"',
        '"\\u0000"',
        '{"a":1,"a":2}',
        '{"": {}}',
        '{"resourceType": []}',
        '{"value": []}',
    ),
    *(
        "[" * 900 + "]" * 900,
        "[" * 10**5,
        '{"coding": [1, {"code": []}]}',
        '{"identifier": []}',
        "",
    ),
    *('"2026-11-20"', '"9999-12-31"', '"0001-01-01T00:00:00+14:00"', '"S-001"', '"S-001/2"'),
)
"""What is written in the place of a part of a good file."""
NAMES = ("", "\ud800", "entry", "resourceType", "facts", "id", "episode", "days", "value")


@st.composite
def changed(draw: st.DrawFn, good: Any) -> str:
    """Draw the JSON of a good value with a few parts written otherwise, or under another name."""
    whole = [json.loads(json.dumps(good))]
    written = draw(st.lists(st.sampled_from(LITERALS), min_size=1, max_size=3))
    for number in range(len(written)):
        holder, key = draw(st.sampled_from(_parts(whole)))
        if isinstance(holder, dict) and draw(st.booleans()):
            holder[draw(st.sampled_from(NAMES))] = holder.pop(key)
        else:
            holder[key] = f"@{number}@"
    text = json.dumps(whole[0])
    for number, literal in enumerate(written):
        text = text.replace(f'"@{number}@"', literal)
    return text


def _parts(value: Any) -> list[tuple[Any, Any]]:
    """Give each part of a value as what holds it and the key of it there."""
    keys: Sequence[Any] = ()
    if isinstance(value, dict | list):
        keys = [*value] if isinstance(value, dict) else range(len(value))
    return [each for key in keys for each in ((value, key), *_parts(value[key]))]


def each_part_changed(good: Any) -> Iterator[str]:
    """Give the JSON of a good value with each part of it written in each other way, one by one."""
    for place in range(len(_parts([good]))):
        whole = [json.loads(json.dumps(good))]
        holder, key = _parts(whole)[place]
        holder[key] = "@here@"
        text = json.dumps(whole[0])
        yield from (text.replace('"@here@"', literal) for literal in LITERALS)
