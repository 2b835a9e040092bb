import pytest

from tests.conversations.paths import OPENED, at
from tests.records import Dialogue


def ticked() -> Dialogue:
    man = at(*OPENED)
    man.says("/review EXCL04")
    first = next(label for label in man.taps("Yes").rows if label[0].label.startswith("☐"))
    man.taps(first[0].label)
    return man


def test_card_with_ticks_offers_only_done_and_untick() -> None:
    man = ticked()

    assert man.labels()[-2:] == ["Done", "‹ Untick all"]
    assert all(label[0] in "☐☑" for label in man.labels()[:-2])


@pytest.mark.parametrize("way", ["/list", "/help", "/verdict", "/new S-015", "/cancel", "/nwe"])
def test_command_does_not_drop_ticks(way: str) -> None:
    man = ticked()
    before = man.labels()

    man.says(way)

    assert man.labels() == before
    assert "Ticked, and not recorded yet" in man.text()
    assert len(man.recorded()) == 3
