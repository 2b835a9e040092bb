import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram import wire
from tests.tables import of_each

WHOLE = st.integers(-(2**63), 2**64 - 1)
PLAIN = st.none() | st.booleans() | WHOLE | st.floats(allow_nan=False, allow_infinity=False)
HALVES = st.text(st.characters(codec=None, exclude_categories=()))


def values(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    return st.recursive(
        PLAIN | texts, lambda inner: st.lists(inner) | st.dictionaries(texts, inner)
    )


@given(values(HALVES))
def test_what_is_sent_is_read_as_it_was(value: Any) -> None:
    sent = wire.encode(value)

    assert repr(wire.decode(sent)) == repr(json.loads(sent)) == repr(value)


@given(values(HALVES))
def test_halves_of_characters_are_read_as_they_were_meant(value: Any) -> None:
    sent = json.dumps(value).encode()

    assert repr(wire.decode(sent)) == repr(value)


@pytest.mark.long
@given(values(st.text()))
def test_characters_that_stand_as_they_are_are_read(value: Any) -> None:
    sent = json.dumps(value, ensure_ascii=False).encode()

    assert repr(wire.decode(sent)) == repr(value)


def test_bytes_that_are_no_text_are_read_with_a_mark() -> None:
    assert wire.decode(b'["\xff"]') == ["�"]


@of_each("content", [b"", b"<html>", b"[" * 100_000, b'{"a":}', b"\xef\xbb\xbf{}"])
def test_what_is_no_json_is_a_value_error(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"nested too deep|line 1 column"):
        wire.decode(content)


@given(st.binary())
def test_whatever_comes_is_read_or_a_value_error(content: bytes) -> None:
    with suppress(ValueError):
        wire.decode(content)
