from tests.conversations.paths import OPENED, at
from tests.records import Dialogue
from tests.tables import of_each


def ticked() -> Dialogue:
    man = at(*OPENED)
    man.says("/review EXCL04")
    man.taps("☐ Allergy: platinum")
    return man


def test_card_with_ticks_offers_only_to_record_or_untick() -> None:
    man = ticked()

    labels = [label for label in man.labels() if label[0] not in "☐☑↩"]
    assert labels[:-1] == [
        "Record · other 3: No",
        "Record · other 3: Not sure",
        "Record only these",
    ]
    assert labels[-1] == "‹ Untick all"


@of_each("way", ["/list", "/help", "/verdict", "/new S-015", "/cancel", "/newer", "/practice"])
def test_command_does_not_drop_ticks(way: str) -> None:
    man = ticked()
    before = man.labels()

    man.says(way)

    assert man.labels() == before
    assert "Ticked, and not recorded yet" in man.text()
    assert len(man.recorded()) == 3
