"""An item of another id in a newer version keeps its answer, its source and its open item."""

from pathlib import Path

import pytest

from ectrial.record.entries import Kind
from tests.conversations.test_moving import MOVE, chat_under_version_1
from tests.ectrial.trial.renamed_sleep import RENAMED, RENAMED_ITEMS
from tests.ectrial.trial.versions_of_sleep import two_versions
from tests.records import Dialogue


@pytest.fixture
def moved(tmp_path: Path) -> Dialogue:
    """Eight hours of sleep and a night shift, moved to the version that names them otherwise."""
    trials = two_versions(tmp_path, *RENAMED, items=RENAMED_ITEMS)
    chat = chat_under_version_1(trials, "8 h", "Not sure", "Skip ›", "Night", "No")
    chat.taps_or_says("/resume", *MOVE)
    return chat


def test_answers_are_read_under_their_new_ids_after_the_move(moved: Dialogue) -> None:
    (entry,) = moved.entries(Kind.MOVED)

    assert entry.value == {"items": {"sleep": "rest"}, "options": {"shift": {"night": "nights"}}}
    assert list(moved.entries(Kind.CORRECTED)) == []
    answers = {item: each.value for item, each in moved.screening.answers.items()}
    assert answers["rest"] == {"value": "8", "unit": "h"}
    assert answers["shift"] == "nights"
    assert "sleep" not in answers
