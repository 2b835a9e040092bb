from pathlib import Path

import pytest

from tests.crash.storm import Storm

pytestmark = pytest.mark.long


async def test_killed_bot_loses_and_doubles_no_acknowledged_answer(tmp_path: Path) -> None:
    storm = Storm(tmp_path, kills=75)

    found = await storm.rages()

    assert found.is_sound, found
    assert found.acknowledged > 75
    assert storm.moments.total() == 75


async def test_killed_bot_with_a_webhook_loses_and_doubles_nothing(tmp_path: Path) -> None:
    storm = Storm(tmp_path, kills=25, is_hooked=True)

    found = await storm.rages()

    assert found.is_sound, found
    assert found.acknowledged > 25


async def test_storm_finds_a_bot_that_shows_before_it_commits(tmp_path: Path) -> None:
    # more words and taps than people: someone has gone on from a card before a kill
    storm = Storm(tmp_path, kills=6, waits=4, mutants=("shows_before_it_commits",))

    found = await storm.rages()

    assert not found.is_sound
