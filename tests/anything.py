"""Whatever JSON can hold, drawn by chance: what a file or a record may be changed into."""

from collections.abc import Sequence
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
