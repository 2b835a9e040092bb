"""A card shown anew after a pause or a switch: its buttons and what is typed say whose it is."""

import pytest

from tests.conversations.paths import COUNTS, OPENED, at
from tests.records import Dialogue
from tests.tables import of_each

BACK = ("/new S-015 F 50", "/open S-014")


@of_each(
    "way",
    [
        BACK,
        ("/open S-014",),
        ("ANC 3.1", "/open S-014"),
        ("/resume",),
        ("/start", "Go on with S-014"),
        ("/help", "‹ Back"),
        ("/list", "S-014"),
    ],
    ids=" ".join,
)
def test_answer_buttons_carry_the_code_once(way: tuple[str, ...]) -> None:
    man = at(*OPENED, "1", *way)

    assert {"Yes · S-014", "No · S-014", "Not sure · S-014"} <= set(man.labels())

    man.taps("Yes · S-014")

    assert "Yes" in man.labels()
    assert not any("S-014" in label for label in man.labels())


def test_screening_just_begun_needs_no_code_on_its_buttons() -> None:
    man = at(*OPENED, "1", "/new S-015 F 50")

    assert man.labels()[1:6] == ["0", "1", "2", "3", "4"]


def test_value_typed_after_a_switch_is_read_back_under_its_code() -> None:
    man = at(*COUNTS, *BACK)
    before = man.recorded()

    man.says("5.2")

    assert man.recorded() == before
    assert "You typed 5.2" in man.text()
    assert "is it for WBC of S-014?" in man.text()

    man.taps("Yes, for WBC")
    man.says("3.1")

    assert {"wbc", "anc"} <= set(man.screening.answers)


@pytest.mark.parametrize("word", ["yes", "否", "not sure"])
def test_word_typed_after_a_switch_is_read_back_too(word: str) -> None:
    man: Dialogue = at(*OPENED, "1", *BACK)
    before = man.recorded()

    man.says(word)

    assert man.recorded() == before
    assert man.stands == "read_back"


def test_value_typed_after_the_same_subject_was_resumed_is_recorded() -> None:
    man = at(*COUNTS, "/verdict", "/resume", "5.2")

    assert "wbc" in man.screening.answers
