from pathlib import Path

from tests.crash import windows
from tests.crash.storm import Storm


async def test_killed_bot_loses_and_doubles_no_acknowledged_answer(tmp_path: Path) -> None:
    storm = Storm(tmp_path, kills=75)

    found = await storm.rages()

    assert found.is_sound, found
    assert found.acknowledged > 75
    assert storm.moments[windows.UNSHOWN] + storm.moments[windows.COMMITTING] > 0
    assert storm.moments.total() == 75


async def test_killed_bot_with_a_webhook_loses_and_doubles_nothing(tmp_path: Path) -> None:
    storm = Storm(tmp_path, kills=25, is_hooked=True)

    found = await storm.rages()

    assert found.is_sound, found
    assert found.acknowledged > 25


async def test_bot_that_answers_a_post_before_it_commits_is_found(tmp_path: Path) -> None:
    storm = Storm(
        tmp_path, kills=16, waits=4, mutants=("answers_before_it_commits",), is_hooked=True
    )

    found = await storm.rages()

    assert not found.is_sound


async def test_bot_that_shows_before_it_commits_is_found(tmp_path: Path) -> None:
    storm = Storm(tmp_path, kills=6, waits=4, mutants=("shows_before_it_commits",))

    found = await storm.rages()

    assert found.lost
