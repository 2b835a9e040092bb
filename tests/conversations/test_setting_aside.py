import pytest

from conversations.acts_of_setting_aside import Clear, ClearMine, Void
from ectrial.record.entries import Kind
from ectrial.record.subjects import ScreeningId
from tests.conversations.paths import ELIGIBLE, OPENED, at
from tests.records import SITE, Dialogue, MemoryRecords, trial
from tests.tables import of_each

ALL = ("Clear all…", "Entry error")
VOID = ("⋯ More", "Void this screening")


@pytest.mark.parametrize(
    ("label", "reason"),
    [
        ("Wrong subject", "wrong_subject"),
        ("Duplicate", "duplicate"),
        ("Entry error", "data_entry_error"),
        ("Other reason", "other"),
    ],
)
def test_voiding_carries_the_reason_that_was_tapped(label: str, reason: str) -> None:
    man = at(*OPENED, *VOID)

    man.taps(label)

    (voided,) = man.entries(Kind.VOIDED)
    assert voided.screening == ScreeningId(SITE, trial().id, "S-014", 1)
    assert voided.reason == reason
    assert man.focus.screening is None


def test_kept_screening_is_not_voided() -> None:
    man = at(*OPENED, *VOID, "Keep it")

    assert man.entries(Kind.VOIDED) == []
    assert man.stands == "question"


@of_each("command", ["/resume", "/review", "/verdict", "/clear", "/cancel", "/start", "/language"])
def test_voided_screening_is_never_shown_again(command: str) -> None:
    man = at(*OPENED, "1", *VOID, "Duplicate")

    man.says(command)

    assert "Go on with S-014" not in man.labels()
    assert "ECOG" not in man.text()
    assert man.recorded()[-1][0] == "voided"


def test_voided_screening_is_asked_about_from_the_list() -> None:
    man = at(*OPENED, *VOID, "Duplicate", "/list", "Done")

    man.taps("S-014 · M 58 · voided")

    assert man.stands == "rescreen"
    assert "the last screening was voided" in man.text()


def test_voided_code_can_be_screened_again() -> None:
    man = at(*OPENED, *VOID, "Wrong subject", "/new S-014")

    man.taps("Screen again")

    assert man.screening.id.name == "S-014/2"


@of_each("view", ["question", "/list", "/verdict", "/review", "/trial", "/help"])
def test_voided_by_another_leads_home(view: str) -> None:
    records = MemoryRecords()
    first = at(*OPENED, "1", records=records)
    if view != "question":
        first.says(view)
    at("/open S-014", *VOID, "Duplicate", records=records, actor=8)
    before = len(records.entries)

    for label in first.labels():
        chat = Dialogue(records)
        chat.focus, chat.round, chat.now = first.focus, first.round, first.now
        chat.taps(label)

        assert len(records.entries) == before
        assert "ECOG 1" not in chat.text()


def test_clearing_is_confirmed_first() -> None:
    man = at(*OPENED, "1", "/clear")

    assert man.entries(Kind.CLEARED) == []
    assert man.labels() == ["Clear my answers (3)", "Keep them", "Clear all…"]


def test_own_answers_are_cleared_and_a_colleagues_stay() -> None:
    records = MemoryRecords()
    first = at(*OPENED, records=records)
    second = at("/open S-014", "1", "Yes", records=records, actor=8)

    second.taps_or_says("/clear", "Clear my answers (2)")

    assert set(first.screening.answers) == {"sex", "age"}
    assert second.asked == "ecog"


def test_clearing_all_carries_a_reason() -> None:
    man = at(*OPENED, "1", "/clear", *ALL)

    (cleared,) = man.entries(Kind.CLEARED)
    assert cleared.reason == "data_entry_error"


def test_clearing_keeps_what_was_answered_in_the_record() -> None:
    man = at(*OPENED, "1", "/clear", *ALL)

    assert man.screening.answers == {}
    assert [entry.item for entry in man.entries(Kind.ANSWERED)] == ["sex", "age", "ecog"]
    assert man.asked == "ecog"


def test_clearing_withdraws_verdict_and_stop() -> None:
    man = at(*OPENED, "3", "Stop here", "/clear", *ALL)

    assert not man.screening.is_finished
    assert man.screening.verdict is None


def test_clearing_leaves_nothing_to_undo() -> None:
    man = at(*OPENED, "1", "/clear", *ALL)

    assert not any(label.startswith("↩ Undo") for label in man.labels())


def test_cleared_questions_are_answered_anew() -> None:
    man = at(*ELIGIBLE, "/clear", *ALL, "1")

    assert man.recorded()[-1] == ("answered", "ecog", {"value": "1", "unit": "{score}"})


@of_each(
    "labels",
    [("Void this screening",), ("Clear answers…",), ("Clear answers…", "Clear all…")],
    ids=lambda labels: labels[-1],
)
@of_each("steps", [OPENED, ("/new S-014", "1"), ELIGIBLE], ids=len)
def test_second_tap_at_the_same_place_never_destroys(
    steps: tuple[str, ...], labels: tuple[str, ...]
) -> None:
    man = at(*steps, "⋯ More", *labels[:-1])
    first = places(man, {labels[-1]})

    man.taps(labels[-1])

    confirming = {b.label for b in man.buttons() if isinstance(b.act, (Void, Clear, ClearMine))}
    assert confirming
    assert not first & places(man, confirming)


def places(man: Dialogue, labels: set[str]) -> set[tuple[str, int]]:
    """Give the rows of the buttons with these labels, counted from the top and the bottom."""
    rows = man.card.rows
    found = [n for n, row in enumerate(rows) if labels & {button.label for button in row}]
    return {("top", n) for n in found} | {("bottom", len(rows) - 1 - n) for n in found}


@pytest.mark.parametrize("view", ["/trial", "/help", "/language"])
def test_side_card_of_a_voided_screening_leads_home(view: str) -> None:
    records = MemoryRecords()
    first = at(*OPENED, view, records=records)
    at("/open S-014", *VOID, "Duplicate", records=records, actor=8)

    first.taps("‹ Back")

    assert (first.stands, first.focus.screening) == ("home", None)
