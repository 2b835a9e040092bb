"""A practice record of version 0.5.0 goes on beside the real record of this one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ectrial.ledger.verify import verify_file
from ectrial.record.entries import Kind
from tests.bot.serving.chats import Chats
from tests.older_records import written

PRACTICE = "x-practice.db"


@pytest.fixture
def chats(tmp_path: Path) -> Iterator[Chats]:
    written(tmp_path / PRACTICE, "practice_0_5_0")
    found = Chats(tmp_path)
    yield found
    found.close()


def test_practice_goes_on_where_it_was_left_and_nothing_of_it_is_real(
    chats: Chats, tmp_path: Path
) -> None:
    before = len(chats.practised())

    chats.does("/practice")
    left = str(chats.card())
    chats.does("[Not sure]", "/open S-900", "/list")

    assert "How many cycles of chemo" in left
    assert "PRACTICE · S-901" in left
    assert {"S-900", "S-901"} <= set(str(chats.card().rows).replace("'", " ").split())
    assert chats.practised()[before:] == [Kind.ANSWERED]
    assert Kind.OPENED not in chats.kinds()
    chats.practice.close()
    assert verify_file(tmp_path / PRACTICE).holds
