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
        "S-016 · 0/40",
        "S-015 · M 58 · ✅ eligible",
        "S-014 · M 58 · ⛔ not eligible",
        *("• All", "Open", "❓", "Done", "Mine"),
        "New subject",
    ]


def test_list_is_turned_page_by_page() -> None:
    _, chat = listed(20)

    chat.taps("More ›", "More ›")

    assert chat.labels()[:4] == [f"S-{n:03} · 0/40" for n in (3, 2, 1, 0)]
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
    man = at(*OPENED, "3", "Stop here", "/list", "S-014 · M 58 · ⛔ not eligible")

    assert "⛔ Not eligible" in man.text()


def test_failure_that_goes_on_is_listed_as_open() -> None:
    man = at(*OPENED, "3", "Keep going", "/list")

    assert man.labels()[0] == "S-014 · M 58 · ⛔ so far · 3/39"

    man.taps("S-014 · M 58 · ⛔ so far · 3/39")

    assert "INCL02" in man.text()


@pytest.mark.parametrize("way", [("Keep going",), ("Stop here", "Keep going")])
@pytest.mark.parametrize("again", ["/open S-014", "/resume"])
def test_failure_that_goes_on_is_gone_on_with(way: tuple[str, ...], again: str) -> None:
    man = at(*OPENED, "3", *way, "Yes", "/list", again)

    assert "INCL03" in man.text()
    assert man.screening.id.name == "S-014/1"


def test_logged_to_its_end_is_listed_as_not_eligible() -> None:
    man = at(*OPENED, "3", "Keep going", *ELIGIBLE[2:], "/list")

    assert man.labels()[0] == "S-014 · M 58 · ⛔ not eligible"


def test_undetermined_is_listed_with_its_sign() -> None:
    man = at(*OPENED, "Not sure", *ELIGIBLE[2:], "/list")

    assert man.labels()[0] == "S-014 · M 58 · ❓ undetermined"


def test_list_tells_how_far_each_has_come_and_how_much_is_not_known() -> None:
    man = at(*OPENED, "Not sure", "Yes", "/list")

    assert man.labels()[0] == "S-014 · M 58 · 4/39 · ❓ 1"


@pytest.mark.parametrize(
    ("stage", "subjects"),
    [("Open", ["S-017"]), ("❓", ["S-016"]), ("Done", ["S-015", "S-014"]), ("All", ["S-017"])],
)
def test_list_is_parted_by_stage(stage: str, subjects: list[str]) -> None:
    man = at(*OPENED, "⋯ More", "Void this screening", "Duplicate")
    man.taps_or_says("/new S-015 M 58", "3", "Stop here")
    man.taps_or_says("/new S-016 M 58", "Not sure", *ELIGIBLE[2:], "/new S-017", "/list")

    man.taps("Done", stage) if stage != "Done" else man.taps(stage)

    shown = [label.split(" · ")[0] for label in man.labels() if label.startswith("S-")]
    assert shown[: len(subjects)] == subjects
    assert f"• {stage}" in man.labels()
    assert ("S-014" in shown) == (stage == "Done")


def test_part_of_a_code_finds_voided_ones_too() -> None:
    man = at(*OPENED, "⋯ More", "Void this screening", "Duplicate")
    man.taps_or_says("/new S-114", "/new S-215", "/list", "14")

    assert [label[:5] for label in man.labels() if label.startswith("S-")] == ["S-114", "S-014"]
    assert "With 14 in the code." in man.text()


def test_part_of_no_code_is_not_kept() -> None:
    man = at(*OPENED, "/list", "Zhang")

    assert "No screening has that in its code." in man.text()
    assert "ZHANG" not in str(man.focus).upper()


def test_whole_code_typed_on_the_list_opens_the_subject() -> None:
    man = at(*OPENED, "/new S-0141", "/list", "S-014")

    assert man.screening.id.subject == "S-014"


def test_page_of_a_stage_is_turned_within_the_stage() -> None:
    _, chat = listed(20)

    chat.taps("Open", "More ›")

    assert "Page 2 of 3" in chat.text()
    assert "• Open" in chat.labels()


def test_part_of_a_code_may_stand_behind_the_command() -> None:
    man = at(*OPENED, "/new S-215", "/list s-01")

    assert [label[:5] for label in man.labels() if label.startswith("S-")] == ["S-014"]


@pytest.mark.parametrize("rest", ["99", "Zhang Wei"])
def test_part_of_no_code_behind_the_command_is_told_and_not_kept(rest: str) -> None:
    man = at(*OPENED, f"/list {rest}")

    assert man.stands == "not_done"
    assert "No screening has that in its code." in man.text()
    assert rest.upper() not in str(man.focus).upper()


def test_stage_narrows_what_a_part_of_a_code_found() -> None:
    man = at(*OPENED, "⋯ More", "Void this screening", "Duplicate")
    man.taps_or_says("/new S-114", "/new S-215", "/list", "14", "Open")

    assert [label[:5] for label in man.labels() if label.startswith("S-")] == ["S-114"]


def test_part_of_a_code_is_sought_in_the_stage_that_is_shown() -> None:
    man = at(*OPENED, "⋯ More", "Void this screening", "Duplicate")
    man.taps_or_says("/new S-114", "/list", "Open", "14")

    assert [label[:5] for label in man.labels() if label.startswith("S-")] == ["S-114"]
    assert "• Open" in man.labels()
