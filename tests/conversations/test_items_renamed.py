"""An item that a newer version renames or removes leaves older screenings readable."""

import shutil
from pathlib import Path

import pytest

from ectrial.trial.versions import Trials
from ectrial.trial.ways import SETTLING
from tests.ectrial.toy import TOY
from tests.ectrial.trial.versions_of_sleep import change, freeze, release
from tests.records import Dialogue

RENAMED = [
    ("item: sleep", "item: slumber"),
    ("given: sleep", "given: slumber"),
    ("items: [sleep]", "items: [slumber]"),
    ("sets: {sleep:", "sets: {slumber:"),
]
WAY = "slumber: [{kind: chart, where: ward, how: {en: note, zh: 记录}}]\n"


def with_another_name(folder: Path) -> Trials:
    """Release version 2, whose item sleep has another name; version 1 keeps its own items."""
    release(folder, "1")
    place = folder / "sleep" / "2"
    shutil.copytree(TOY / "items", place / "items")
    shutil.copy(TOY / "sleep.yaml", place / "protocol.yaml")
    change(place / "protocol.yaml", 'version: "7"', 'version: "2"')
    for old, new in RENAMED:
        change(place / "protocol.yaml", old, new)
    change(place / "items" / "sleep.yaml", "\nsleep:", "\nslumber:")
    ways = place.parent / SETTLING
    ways.write_text(ways.read_text("utf-8") + WAY, "utf-8")
    freeze(folder, "2")
    return Trials(folder)


@pytest.fixture
def sleeper(tmp_path: Path) -> Dialogue:
    """A screening of version 1 with an answer to sleep, after version 2 has come."""
    trials = with_another_name(tmp_path)
    old = trials.versions("SLEEP-1")[0]
    chat = Dialogue(trials=trials, present=trials.of("SLEEP-1", old.version, old.fingerprint))
    chat.taps_or_says("/new S-014", "8")
    chat.present = trials.default
    return chat


def test_the_screening_is_listed_and_read_by_its_own_version(sleeper: Dialogue) -> None:
    sleeper.says("/list")

    assert "cannot be read" not in " ".join(sleeper.labels())
    sleeper.says("/verdict")
    assert sleeper.stands != "unreadable"
    assert "Protocol version" not in sleeper.text()


def test_moving_it_says_that_the_answer_is_not_taken_over(sleeper: Dialogue) -> None:
    sleeper.taps_or_says("/verdict", "⋯ More", "Protocol version 2 ›")

    assert "Answers that are not taken over: Sleep." in sleeper.text()
