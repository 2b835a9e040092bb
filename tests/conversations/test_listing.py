import pytest

from tests.conversations.paths import ELIGIBLE, OPENED, at
from tests.records import Dialogue, MemoryRecords


def listed(count: int) -> tuple[MemoryRecords, Dialogue]:
    records = MemoryRecords()
    chat = Dialogue(records)
    for number in range(count):
        chat.says(f"/new S-{number:03}")
    chat.says("/list")
    return records, chat


def test_list_shows_open_and_finished() -> None:
    records = MemoryRecords()
    at(*OPENED, "3", "Stop here", records=records)
    chat = at("/new S-015 M 58", *ELIGIBLE[1:], records=records)
    chat.says("/new S-016")
    chat.says("/list")

    assert chat.labels() == [
        "S-016 · open · 11-23",
        "S-015 · ✅ eligible · 11-23",
        "S-014 · ⛔ not eligible · 11-23",
        "New subject",
    ]


def test_list_is_turned_page_by_page() -> None:
    _, chat = listed(20)

    chat.taps("More ›", "More ›")

    assert chat.labels()[:4] == [f"S-{n:03} · open · 11-23" for n in (3, 2, 1, 0)]
    assert "Page 3 of 3" in chat.text()
    assert "More ›" not in chat.labels()
    assert "‹ Earlier" in chat.labels()


def test_tap_on_the_list_opens_what_was_seen() -> None:
    records, chat = listed(3)
    other = Dialogue(records, actor=8)
    other.later(minutes=5)
    other.says("/open S-000")
    other.taps("1")
    label = next(label for label in chat.labels() if label.startswith("S-002"))

    chat.taps(label)

    assert chat.screening.id.subject == "S-002"


def test_empty_list_says_how_to_begin() -> None:
    assert at("/list").text() == "Screenings\nNone yet: /new begins one."


def test_resume_goes_on_with_the_one_at_hand() -> None:
    man = at(*OPENED, "1", "/trial", "/resume")

    assert man.stands == "question"
    assert "INCL02" in man.text()


def test_resume_of_a_finished_one_shows_the_list() -> None:
    man = at(*OPENED, "3", "Stop here", "/resume")

    assert man.stands == "screenings"


def test_finished_one_opens_at_its_verdict() -> None:
    man = at(*OPENED, "3", "Stop here", "/list", "S-014 · ⛔ not eligible · 11-23")

    assert "⛔ Not eligible" in man.text()


def test_failure_that_goes_on_is_listed_as_open() -> None:
    man = at(*OPENED, "3", "Keep going", "/list")

    assert man.labels()[0] == "S-014 · ⛔ so far · open · 11-23"

    man.taps("S-014 · ⛔ so far · open · 11-23")

    assert "INCL02" in man.text()


@pytest.mark.parametrize("way", [("Keep going",), ("Stop here", "Keep going")])
@pytest.mark.parametrize("again", ["/open S-014", "/resume"])
def test_failure_that_goes_on_is_gone_on_with(way: tuple[str, ...], again: str) -> None:
    man = at(*OPENED, "3", *way, "Yes", "/list", again)

    assert "INCL03" in man.text()
    assert man.screening.id.name == "S-014/1"


def test_logged_to_its_end_is_listed_as_not_eligible() -> None:
    man = at(*OPENED, "3", "Keep going", *ELIGIBLE[2:], "/list")

    assert man.labels()[0] == "S-014 · ⛔ not eligible · 11-23"


def test_undetermined_is_listed_with_its_sign() -> None:
    man = at(*OPENED, "Not sure", *ELIGIBLE[2:], "/list")

    assert man.labels()[0] == "S-014 · ❓ undetermined · 11-23"
